namespace Kundli.Worker.Http;

/// <summary>The body that a function takes. OpenAPI, the contract file and the generated abuse tests read it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal abstract class TakesAttribute(Type type, string contentType) : Attribute
{
    public Type Type { get; } = type;

    public string ContentType { get; } = contentType;

    /// <summary>Whether the function also works without a body.</summary>
    public bool Optional { get; set; }
}

/// <inheritdoc cref="TakesAttribute"/>
/// <typeparam name="T">The request record; for anything but JSON, what a part or the whole body is.</typeparam>
internal sealed class TakesAttribute<T>(string contentType = "application/json") : TakesAttribute(typeof(T), contentType);

/// <summary>The query parameters that a function reads with <see cref="Query.Read{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal abstract class AsksAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}

/// <inheritdoc cref="AsksAttribute"/>
/// <typeparam name="T">A record whose members are the parameters.</typeparam>
internal sealed class AsksAttribute<T>() : AsksAttribute(typeof(T));

/// <summary>One status that a function answers. Without a type the answer has no body.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal class AnswersAttribute(int status) : Attribute
{
    public int Status { get; } = status;

    public Type? Type { get; protected init; }

    public string ContentType { get; protected init; } = "application/json";
}

/// <inheritdoc cref="AnswersAttribute"/>
/// <typeparam name="T">The answer record; <c>byte[]</c> or <c>string</c> for anything but JSON.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class AnswersAttribute<T> : AnswersAttribute
{
    public AnswersAttribute(int status, string contentType = "application/json")
        : base(status) => (Type, ContentType) = (typeof(T), contentType);
}

/// <summary>
/// The problems that a function may answer beside those that any function may (400, 413, 415, 422, 429, 500, 503), by name. Each name has a row
/// in <see cref="ProblemTable"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FailsAttribute(params string[] problems) : Attribute
{
    public IReadOnlyList<string> Problems { get; } = problems;
}

/// <summary>Only a signed-in customer may call this function, and with a role only one who holds it (one of them). The middleware answers 401 or 403.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SignedInAttribute(params string[] roles) : Attribute
{
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>The function reads an <c>Idempotency-Key</c>: a repeat finds the same resource.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IdempotentAttribute : Attribute
{
    /// <summary>Whether a request without the key is refused with 400.</summary>
    public bool Required { get; set; }
}

/// <summary>The function reads <c>If-Match</c>: a stale version is refused with 412.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConditionalAttribute : Attribute
{
    /// <summary>Whether a request without the header is refused with 428.</summary>
    public bool Required { get; set; }
}
