using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kundli.Adapters.Payments;

/// <summary>Signatures of Standard Webhooks 1.0: HMAC-SHA-256 over id, time and body; several signatures while a secret is being rotated.</summary>
public static class StandardWebhook
{
    private const string Id = "webhook-id";
    private const string Timestamp = "webhook-timestamp";
    private const string Signature = "webhook-signature";

    /// <summary>The id of the event, or null when the header is missing or not a plain name.</summary>
    public static string? IdOf(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue(Id, out var id) && id.Length is > 0 and <= 100 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.') ? id : null;

    /// <summary>Whether time and one of the signatures fit one of the secrets.</summary>
    public static bool IsValid(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now, TimeSpan tolerance, params IReadOnlyList<byte[]> secrets)
    {
        if (IdOf(headers) is not { } id || !headers.TryGetValue(Signature, out var signatures) || !headers.TryGetValue(Timestamp, out var stamp)
            || !long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253_402_300_799)
            return false;
        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > tolerance)
            return false;
        foreach (var secret in secrets)
        {
            var expected = Compute(id, stamp, body, secret);
            foreach (var candidate in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                if (candidate.StartsWith("v1,", StringComparison.Ordinal) && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(candidate[3..]), Encoding.ASCII.GetBytes(expected)))
                    return true;
        }
        return false;
    }

    /// <summary>The headers of a webhook that is sent.</summary>
    public static IReadOnlyDictionary<string, string> Sign(string id, ReadOnlySpan<byte> body, DateTimeOffset at, byte[] secret)
    {
        var stamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [Id] = id, [Timestamp] = stamp, [Signature] = $"v1,{Compute(id, stamp, body, secret)}" };
    }

    private static string Compute(string id, string stamp, ReadOnlySpan<byte> body, byte[] secret)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{id}.{stamp}."), .. body];
        return Convert.ToBase64String(HMACSHA256.HashData(secret, signed));
    }
}
