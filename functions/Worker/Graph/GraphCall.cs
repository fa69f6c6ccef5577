using System.Collections.Concurrent;
using System.Text.Json;
using GraphQL;
using Kundli.Features;
using Kundli.Features.SavedCharts;
using Kundli.Worker.Http;

namespace Kundli.Worker.Graph;

/// <summary>What one query knows while it is answered: who asks, and what was read for it already.</summary>
/// <param name="caller">Who asks.</param>
internal sealed class GraphCall(Caller caller) : Dictionary<string, object?>, IDisposable
{
    private readonly ConcurrentDictionary<(Type Kind, string Key), Lazy<Task>> _reads = new();
    private readonly SemaphoreSlim _places = new(GraphLimits.ReadsAtOnce);

    /// <summary>Who asks.</summary>
    public Caller Caller => caller;

    /// <summary>Charts that a page of the list brought along: what is asked of each needs no reading of its own.</summary>
    public ConcurrentDictionary<string, SavedChart> Charts { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads something at most once for the whole query, and not too many things at the same time.</summary>
    /// <param name="key">What tells it from others of its kind.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<T> OnceAsync<T>(string key, Func<Task<T>> read, CancellationToken cancellation) =>
        (Task<T>)_reads.GetOrAdd((typeof(T), key), _ => new(() => InTurnAsync(read, cancellation))).Value;

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task<T> InTurnAsync<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return await read();
        }
        finally
        {
            _places.Release();
        }
    }
}

/// <summary>What a resolver asks of its field.</summary>
internal static class GraphContexts
{
    /// <summary>The query that the field is of.</summary>
    public static GraphCall Call(this IResolveFieldContext context) => (GraphCall)context.UserContext;

    /// <summary>All arguments of the field as a request record, judged by the rules of the other routes.</summary>
    public static Outcome<T> Asked<T>(this IResolveFieldContext context) =>
        Judged<T>((context.Arguments ?? new Dictionary<string, GraphQL.Execution.ArgumentValue>()).Where(argument => argument.Value.Source != GraphQL.Execution.ArgumentSource.FieldDefault)
            .ToDictionary(argument => argument.Key, argument => argument.Value.Value, StringComparer.Ordinal), "/");

    /// <summary>One argument of the field as a request record.</summary>
    public static Outcome<T> Asked<T>(this IResolveFieldContext context, string argument) => Judged<T>(context.GetArgument<object>(argument), $"/{argument}/");

    /// <summary>A text argument that the schema makes sure is there.</summary>
    public static string Text(this IResolveFieldContext context, string argument) => context.GetArgument<string>(argument);

    /// <summary>The signed-in customer, or the problem that nobody is signed in.</summary>
    public static Outcome<string> Member(this IResolveFieldContext context) => context.Call().Caller.UserId is { } id ? id : TransportProblems.NotSignedIn;

    /// <summary>What a verb answered: its value, or null and the problem among the answer's errors.</summary>
    public static object? Told<T>(this IResolveFieldContext context, Outcome<T> outcome)
    {
        if (outcome.IsOk)
            return outcome.Value;
        context.Errors.Add(new ProblemError(outcome.Problem) { Path = context.ResponsePath });
        return null;
    }

    private static Outcome<T> Judged<T>(object? value, string prefix)
    {
        using var json = JsonDocument.Parse(GraphTypes.ToJson(value, typeof(T))!.ToJsonString());
        return Reading.Of<T>(json.RootElement, path => prefix + string.Join('/', path));
    }
}

/// <summary>A problem of a verb as an error of its field.</summary>
/// <param name="problem">What the verb answered.</param>
internal sealed class ProblemError(Problem problem) : ExecutionError(problem.Detail ?? problem.Title)
{
    /// <summary>What the verb answered.</summary>
    public Problem Problem => problem;
}
