using Kundli.Features;
using Kundli.Features.Idempotency;
using Microsoft.AspNetCore.Http;

namespace Kundli.Worker.Http;

/// <summary>Headers that make a change conditional or repeatable.</summary>
internal static class Preconditions
{
    /// <summary>Ends the revision within the tag of something computed.</summary>
    public const char RevisionEnd = '.';

    /// <summary>The <c>Idempotency-Key</c>, or null where it is not required and not sent. 400 when it is missing or not acceptable.</summary>
    public static Outcome<string?> IdempotencyKey(HttpRequest request, bool required)
    {
        var key = request.Headers["Idempotency-Key"].ToString().Trim('"');
        if (key.Length == 0)
            return required ? TransportProblems.IdempotencyKeyRequired : (string?)null;
        return key.Length <= Limits.IdempotencyKeyLengthMax && key.All(letter => letter is > ' ' and <= '~') ? key : TransportProblems.IdempotencyKeyInvalid;
    }

    /// <summary>The key of a request that creates something, with who asks and for what; a guest is told from others by the address.</summary>
    public static Outcome<OnceKey> Once(HttpRequest request, string route, object? body, PeerAddress peer) =>
        IdempotencyKey(request, required: false).Map(key => new OnceKey(request.Caller().UserId ?? $"guest {peer.Of(request.HttpContext)}", route, key, body));

    /// <summary>The <c>If-Match</c> tag without its quotes; null where it is not required and not sent, or is <c>*</c>. 428 when it is missing.</summary>
    public static Outcome<string?> IfMatch(HttpRequest request, bool required)
    {
        var tag = request.Headers.IfMatch.ToString();
        if (tag.Length == 0)
            return required ? TransportProblems.PreconditionRequired : (string?)null;
        return tag == "*" ? (string?)null : tag.Trim('"');
    }

    /// <summary>The revision of an <c>If-Match</c> tag that <see cref="Answer.Computed{T, TBody}"/> gave; null where none was sent.</summary>
    public static string? IfMatchRevision(HttpRequest request) => IfMatch(request, required: false).Value?.Split(RevisionEnd)[0];
}
