using System.Text.Json;
using FluentValidation;
using Kundli.Features;

namespace Kundli.Worker.Http;

/// <summary>From JSON to a request record: the shape first, then the record's own validator, every complaint in one problem.</summary>
internal static class Reading
{
    /// <summary>The record, or one problem that names every wrong member.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="pointer">How a path of member names is written: <c>/birth/latitude</c> in a body, <c>?latitude</c> in a query.</param>
    public static Outcome<T> Of<T>(JsonElement json, Func<IReadOnlyList<string>, string> pointer)
    {
        var shape = Shape.Check(json, typeof(T));
        if (shape.Repaired is null)
            return Problem.Invalid(Named(shape.Errors, pointer));
        var value = shape.Repaired.Deserialize<T>(Json.Options)!;
        var errors = shape.Errors.Concat(Complaints(value).Where(complaint => !IsNamed(shape.Errors, complaint.Path))).ToList();
        return errors.Count == 0 ? value : Problem.Invalid(Named(errors, pointer));
    }

    private static IEnumerable<ShapeError> Complaints<T>(T value) =>
        Validators.Of<T>()?.Validate(value).Errors.Select(error => new ShapeError(PathOf(error.PropertyName), error.ErrorMessage)) ?? [];

    /// <summary>FluentValidation says <c>Items[0].Sku</c>; the client knows <c>items</c>, <c>0</c>, <c>sku</c>.</summary>
    private static string[] PathOf(string property) =>
        [.. property.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Split('.', StringSplitOptions.RemoveEmptyEntries).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>A stand-in took the place of a wrong member, so a complaint about it, or about something around it, says nothing new.</summary>
    private static bool IsNamed(IEnumerable<ShapeError> errors, IReadOnlyList<string> path) =>
        errors.Any(error => error.Path.Count <= path.Count && error.Path.SequenceEqual(path.Take(error.Path.Count)));

    private static FieldError[] Named(IEnumerable<ShapeError> errors, Func<IReadOnlyList<string>, string> pointer) =>
        [.. errors.Take(Limits.FieldErrorsMax).Select(error => new FieldError(error.Path.Count == 0 ? "" : pointer([.. error.Path.Select(Escape)]), error.Detail))];

    private static string Escape(string part) => part.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}

/// <summary>
/// The validators of request records, found by what they validate: <c>sealed class DrawChartRules : AbstractValidator&lt;DrawChartRequest&gt;</c> beside the verb,
/// whatever class lies between, with a constructor without parameters, since a rule about a value needs no services.
/// </summary>
internal static class Validators
{
    private static readonly Dictionary<Type, IValidator> All = In(typeof(Problem).Assembly.GetTypes().Concat(typeof(Validators).Assembly.GetTypes()));

    /// <summary>The validator of a record, or null when its shape says everything.</summary>
    public static IValidator<T>? Of<T>() => (IValidator<T>?)All.GetValueOrDefault(typeof(T));

    /// <summary>The validators among some types, by the record that each validates.</summary>
    /// <exception cref="InvalidOperationException">Two validate the same record.</exception>
    internal static Dictionary<Type, IValidator> In(IEnumerable<Type> types) => types
        .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.GetConstructor(Type.EmptyTypes) is not null)
        .SelectMany(type => type.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IValidator<>)).Select(face => (Record: face.GetGenericArguments()[0], Rules: type)))
        .GroupBy(found => found.Record)
        .ToDictionary(group => group.Key, group => (IValidator)Activator.CreateInstance(group.Single().Rules)!);
}
