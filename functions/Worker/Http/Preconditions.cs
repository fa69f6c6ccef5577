using Kundli.Features;
using Microsoft.AspNetCore.Http;

namespace Kundli.Worker.Http;

/// <summary>Headers that make a change conditional or repeatable.</summary>
internal static class Preconditions
{
    /// <summary>The <c>Idempotency-Key</c>, or null where it is not required and not sent. 400 when it is missing or not acceptable.</summary>
    public static Outcome<string?> IdempotencyKey(HttpRequest request, bool required)
    {
        var key = request.Headers["Idempotency-Key"].ToString().Trim('"');
        if (key.Length == 0)
            return required ? TransportProblems.IdempotencyKeyRequired : (string?)null;
        return key.Length <= Limits.IdempotencyKeyLengthMax && key.All(letter => letter is > ' ' and <= '~') ? key : TransportProblems.IdempotencyKeyInvalid;
    }

    /// <summary>The <c>If-Match</c> tag without its quotes; null where it is not required and not sent, or is <c>*</c>. 428 when it is missing.</summary>
    public static Outcome<string?> IfMatch(HttpRequest request, bool required)
    {
        var tag = request.Headers.IfMatch.ToString();
        if (tag.Length == 0)
            return required ? TransportProblems.PreconditionRequired : (string?)null;
        return tag == "*" ? (string?)null : tag.Trim('"');
    }
}
