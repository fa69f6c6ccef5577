using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Kundli.Features.Identity;

/// <summary>A customer as the sign-in sees them. The document lies in the customer's own partition.</summary>
/// <param name="UserId">Random, never reused.</param>
/// <param name="DisplayName">What the customer wants to be called.</param>
/// <param name="CreatedAt">When it was opened.</param>
public sealed record Account(string UserId, string DisplayName, DateTimeOffset CreatedAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Normalised mail address, or null for a phone account.</summary>
    public string? Mail { get; init; }

    /// <summary>When the address proved to be the customer's.</summary>
    public DateTimeOffset? MailVerifiedAt { get; init; }

    /// <summary>E.164 number, or null. Only a proven number is ever stored.</summary>
    public string? Phone { get; init; }

    /// <summary>What leads here from providers outside: <c>external:{provider}:{subject}</c>.</summary>
    public IReadOnlyList<string> External { get; init; } = [];

    /// <summary>PHC string of the password, or null where none is set.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Changes with everything that must end all sessions: a new password, signing out everywhere.</summary>
    public string SecurityStamp { get; init; } = NewId();

    /// <summary><c>customer</c>, and <c>support</c> or <c>admin</c> for staff. Set by operators, never by a request.</summary>
    public IReadOnlyList<string> Roles { get; init; } = ["customer"];

    /// <summary>The second factor, or null.</summary>
    public TwoFactor? TwoFactor { get; init; }

    /// <summary>Hashes of the kinds of devices that signed in, the newest last.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>When its owner asked to have it erased: nobody signs in any more; or null.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether signing in needs a code beside the password.</summary>
    public bool NeedsCode => TwoFactor?.ConfirmedAt is not null;

    /// <summary>What leads to it: mail address, phone number, names at providers outside.</summary>
    [JsonIgnore]
    public IEnumerable<string> Names => new[] { Mail, Phone }.OfType<string>().Concat(External);

    /// <summary>The caller that this account's tokens speak for.</summary>
    public Caller AsCaller() => new(UserId, Roles.ToHashSet(StringComparer.Ordinal));

    /// <summary>The account with another password; every session ends.</summary>
    public Account WithPassword(string hash) => this with { PasswordHash = hash, SecurityStamp = NewId() };

    /// <summary>The account with one more way that leads to it.</summary>
    public Account WithExternal(string name) => External.Contains(name, StringComparer.Ordinal) ? this : this with { External = [.. External, name] };

    /// <summary>The account that knows one more kind of device; the oldest are forgotten.</summary>
    public Account WithDevice(string kind) => Devices.Contains(kind, StringComparer.Ordinal) ? this : this with { Devices = [.. Devices.TakeLast(Limits.DevicesMax - 1), kind] };

    /// <summary>The account that waits to be erased: every session ends, and none begins.</summary>
    public Account Close(DateTimeOffset now) => this with { ClosedAt = ClosedAt ?? now, SecurityStamp = NewId() };

    /// <summary>The account whose sessions are all over.</summary>
    public Account WithoutSessions() => this with { SecurityStamp = NewId() };

    /// <summary>An id of 128 random bits.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

/// <summary>A second factor: RFC 6238 codes, and recovery codes for the day the phone is lost.</summary>
/// <param name="SealedSecret">The shared secret, encrypted by the adapter that made it.</param>
/// <param name="ConfirmedAt">When the customer proved to have it; until then it asks for nothing.</param>
/// <param name="LastStep">The time step of the last accepted code: each is accepted once.</param>
/// <param name="RecoveryHashes">SHA-256 of the unused recovery codes.</param>
public sealed record TwoFactor(string SealedSecret, DateTimeOffset? ConfirmedAt, long LastStep, IReadOnlyList<string> RecoveryHashes)
{
    /// <summary>Accepts a code of a later step than any before; null when it is an old or a repeated one.</summary>
    public TwoFactor? Accept(long? step) => step > LastStep ? this with { LastStep = step.Value } : null;

    /// <summary>Uses up a recovery code; null when it is none.</summary>
    public TwoFactor? AcceptRecovery(string code)
    {
        var hash = HashOf(code);
        return RecoveryHashes.Contains(hash, StringComparer.Ordinal) ? this with { RecoveryHashes = [.. RecoveryHashes.Where(other => other != hash)] } : null;
    }

    /// <summary>How recovery codes are stored. They hold 80 random bits, so a fast hash is enough.</summary>
    public static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant())));
}
