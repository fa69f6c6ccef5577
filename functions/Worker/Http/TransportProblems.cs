using Kundli.Features;

namespace Kundli.Worker.Http;

/// <summary>Problems of the request as such, which no verb knows.</summary>
internal static class TransportProblems
{
    public static Problem BodyTooLarge(long bytesMax) => new("body-too-large", "The body is larger than this resource takes.")
    {
        Detail = $"At most {bytesMax} bytes are taken.",
    };

    public static Problem BodyTimedOut { get; } = new("body-timed-out", "The body did not arrive in time.");

    public static Problem Forbidden { get; } = new("forbidden", "You may not do this.");

    public static Problem IdempotencyKeyInvalid { get; } = new("idempotency-key-invalid", "The Idempotency-Key is not acceptable.")
    {
        Detail = $"It has 1 to {Limits.IdempotencyKeyLengthMax} visible ASCII characters.",
    };

    public static Problem IdempotencyKeyRequired { get; } = new("idempotency-key-required", "This request needs an Idempotency-Key header.");

    public static Problem Internal { get; } = new("internal", "Something went wrong on our side.");

    public static Problem MalformedJson(string detail) => new("malformed-json", "The body is not well-formed JSON.") { Detail = detail };

    public static Problem MalformedRequest(string? detail = null) => new("malformed-request", "The request is malformed.") { Detail = detail };

    public static Problem MethodNotAllowed(IEnumerable<string> allowed) => new("method-not-allowed", "This resource does not know that method.")
    {
        Detail = $"It knows {string.Join(", ", allowed)}.",
    };

    public static Problem NotSignedIn { get; } = new("not-signed-in", "Sign in first.");

    public static Problem PreconditionRequired { get; } = new("precondition-required", "This change needs an If-Match header.")
    {
        Detail = "Send the ETag of the version that you have read.",
    };

    public static Problem TargetTooLong { get; } = new("target-too-long", "The path and query are longer than any resource needs.");

    public static Problem TokenRefused { get; } = new("token-refused", "The access token is not valid. Refresh it or sign in again.");

    public static Problem TooManyRequests(int waitSeconds) => new("too-many-requests", "Too many requests. Wait before the next.")
    {
        Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["retryAfterSeconds"] = waitSeconds },
    };

    public static Problem Unavailable { get; } = new("unavailable", "Something that this needs is not reachable. Try again shortly.");

    public static Problem UnsupportedMediaType(string accepted) => new("unsupported-media-type", "The body has a type that is not taken here.")
    {
        Detail = $"Send {accepted}.",
    };
}
