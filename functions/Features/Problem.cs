namespace Kundli.Features;

/// <summary>One wrong field of an input: a JSON pointer (RFC 6901) into the body, or <c>?name</c> for a query parameter, and what is wrong with it in a sentence.</summary>
/// <param name="Pointer">Where: <c>/birth/latitude</c>, or <c>?limit</c> for a query parameter.</param>
/// <param name="Detail">What is wrong and what is accepted. Never repeats personal data.</param>
public sealed record FieldError(string Pointer, string Detail);

/// <summary>
/// An expected failure of a verb, declared by name beside the verb that answers it. Worker maps <see cref="Name"/> to an HTTP status
/// and an RFC 9457 body in one table; no room below Worker knows a status code.
/// </summary>
/// <param name="Name">Stable kebab-case name, the last part of <c>urn:kundli:problem:&lt;name&gt;</c>.</param>
/// <param name="Title">A short sentence that is the same for every occurrence.</param>
public sealed record Problem(string Name, string Title)
{
    /// <summary>What happened this time, for a person; null when the title says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>Every wrong field at once; empty unless the input was wrong.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Members added to the answer beside the standard ones (<c>orderId</c>, <c>summary</c>, <c>skus</c>), already in contract shape.</summary>
    public IReadOnlyDictionary<string, object?> Extras { get; init; } = new Dictionary<string, object?>();

    /// <summary>The input is well-formed JSON but its values are not acceptable; carries every wrong field.</summary>
    public static Problem Invalid(params IReadOnlyList<FieldError> errors) =>
        new("invalid-input", "Some fields of the request are not acceptable.") { Errors = errors };

    /// <summary>Nothing of that name exists, or it is not the caller's: the two are not told apart.</summary>
    public static Problem NotFound(string? detail = null) => new("not-found", "There is nothing here.") { Detail = detail };
}
