namespace Kundli.Features.Identity;

/// <summary>What checking a password found.</summary>
/// <param name="IsRight">Whether it is the one that was hashed.</param>
/// <param name="IsOutdated">Whether it was hashed with weaker parameters than today's and should be hashed again.</param>
public readonly record struct PasswordCheck(bool IsRight, bool IsOutdated);

/// <summary>Slow hashing of passwords, and a guess of how easily one is guessed.</summary>
public interface IPasswords
{
    /// <summary>The PHC string of a password, with a new salt.</summary>
    Task<string> HashAsync(string password, CancellationToken cancellation);

    /// <summary>Checks a password. Without a hash it takes as long and is wrong, so that an unknown account can't be told by the clock.</summary>
    Task<PasswordCheck> CheckAsync(string password, string? hash, CancellationToken cancellation);

    /// <summary>How hard it is to guess, 0 to 4, knowing some words about the customer.</summary>
    int Score(string password, params IEnumerable<string> known);
}

/// <summary>Short-lived proof of who asks, readable without a store.</summary>
public interface IAccessTokens
{
    /// <summary>Signs a token for a session.</summary>
    string Issue(Account account, string familyId, DateTimeOffset now);

    /// <summary>Whom a token speaks for; null for anything but a valid one of ours.</summary>
    Task<AccessClaims?> ReadAsync(string token);
}

/// <summary>What a valid access token says.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="FamilyId">In which session.</param>
public sealed record AccessClaims(Caller Caller, string FamilyId);

/// <summary>Refresh tokens: the family's id and a secret derived from family and generation, so that nothing of it is stored.</summary>
public interface IRefreshTokens
{
    /// <summary>The token of a generation.</summary>
    string Write(string familyId, int generation);

    /// <summary>Family and generation of an authentic token; null for anything else.</summary>
    (string FamilyId, int Generation)? Read(string token);

    /// <summary>What must stand in <c>X-CSRF-Token</c> when a family's cookie is the credential.</summary>
    string CsrfToken(string familyId);
}

/// <summary>Time-based codes of the second factor (RFC 6238).</summary>
public interface ITimeCodes
{
    /// <summary>A new secret, sealed for storage.</summary>
    string NewSecret();

    /// <summary>The secret as an <c>otpauth</c> address for an authenticator app, and as a QR picture (SVG).</summary>
    (string Uri, string QrSvg) Show(string sealedSecret, string accountName);

    /// <summary>The time step for which a code is right, one step of clock error allowed; null when it is wrong.</summary>
    long? StepOf(string sealedSecret, string code, DateTimeOffset now);
}

/// <summary>Sends what only the owner of an address or number may read.</summary>
public interface IMessages
{
    /// <summary>Sends a mail; to null nobody gets one, at the same cost: who has an account can't be told by the clock.</summary>
    Task MailAsync(string? address, string subject, string text, CancellationToken cancellation);

    /// <summary>Sends a short message; false where none can be sent to that number now.</summary>
    Task<bool> SmsAsync(string number, string text, CancellationToken cancellation);
}
