using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kundli.Features.Idempotency;

/// <summary>
/// A creation that a client may send twice under one key. The mark of the key is written in one batch with what was created, in the same partition: there is
/// no state between "key seen" and "resource there" in which a process could die.
/// </summary>
/// <param name="KeyHash">Hash of scope, route and key.</param>
/// <param name="BodyHash">Hash of what was sent.</param>
/// <param name="ExpiresAt">From then on the key is unknown again.</param>
public sealed record Repeat(string KeyHash, string BodyHash, DateTimeOffset ExpiresAt)
{
    /// <summary>The repeat of a request; null where it has no key.</summary>
    /// <param name="userId">Whose key it is.</param>
    /// <param name="route">What is created, with the id of what it belongs to.</param>
    /// <param name="key">As the client sent it.</param>
    /// <param name="body">The request as it was read.</param>
    /// <param name="now">The time of the request.</param>
    public static Repeat? Of<T>(string userId, string route, string? key, T body, DateTimeOffset now) => key is null
        ? null
        : new(Hash(Encoding.UTF8.GetBytes($"{userId}\n{route}\n{key}")), Hash(JsonSerializer.SerializeToUtf8Bytes(body)), now + IdempotencyKey.Memory);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}

/// <summary>What came of a creation that may have been sent before.</summary>
/// <param name="Id">The id of what was created, now or by the first request; null where the key was used for another body.</param>
/// <param name="IsNew">Whether this request created it.</param>
public readonly record struct Creation(string? Id, bool IsNew);
