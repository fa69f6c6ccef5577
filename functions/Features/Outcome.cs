using System.Diagnostics.CodeAnalysis;

namespace Kundli.Features;

/// <summary>
/// What a verb answers: a value, or a named <see cref="Features.Problem"/>. Expected failures travel as values; exceptions are for our own
/// bugs and for a world that is down.
/// </summary>
/// <typeparam name="T">The value of success.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Problem? problem) => (_value, Problem) = (value, problem);

    /// <summary>The failure, or null on success.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether <see cref="Value"/> may be read.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOk => Problem is null;

    /// <summary>The value of success.</summary>
    /// <exception cref="InvalidOperationException">The outcome is a problem: a bug of the caller.</exception>
    public T Value => Problem is null ? _value! : throw new InvalidOperationException($"No value: {Problem.Name}.");

    /// <summary>Wraps a value.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Wraps a problem.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    /// <summary>Goes on with the value, or hands the problem through.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => IsOk ? next(Value) : Problem;

    /// <summary>Changes the value, or hands the problem through.</summary>
    public Outcome<TNext> Map<TNext>(Func<T, TNext> change) => IsOk ? change(Value) : Problem;

    /// <summary>Goes on with the value asynchronously, or hands the problem through.</summary>
    public async Task<Outcome<TNext>> ThenAsync<TNext>(Func<T, Task<Outcome<TNext>>> next) => IsOk ? await next(Value) : Problem;
}

/// <summary>Going on with an outcome that is still awaited, so that a trigger stays one expression.</summary>
public static class AwaitedOutcomes
{
    /// <summary>Goes on with the value asynchronously, or hands the problem through.</summary>
    public static async Task<Outcome<TNext>> ThenAsync<T, TNext>(this Task<Outcome<T>> awaited, Func<T, Task<Outcome<TNext>>> next) =>
        await (await awaited).ThenAsync(next);

    /// <summary>Goes on with the value, or hands the problem through.</summary>
    public static async Task<Outcome<TNext>> ThenAsync<T, TNext>(this Task<Outcome<T>> awaited, Func<T, Outcome<TNext>> next) =>
        (await awaited).Then(next);
}
