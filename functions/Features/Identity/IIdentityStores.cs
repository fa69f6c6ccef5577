namespace Kundli.Features.Identity;

/// <summary>Something read, with the version by which it is written back.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Value">What was read.</param>
/// <param name="Version">Opaque; a later write with it fails if somebody else wrote meanwhile.</param>
public sealed record Kept<T>(T Value, string Version);

/// <summary>Accounts, and the names (mail addresses, phone numbers) that lead to them. Names are stored as keyed hashes.</summary>
public interface IAccountStore
{
    /// <summary>The account that a name belongs to; null when nobody's, or when it waits to be erased. Makes as many calls for an unknown name as for a known one.</summary>
    Task<Kept<Account>?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>An account by its id; null when there is none.</summary>
    Task<Kept<Account>?> ReadAsync(string userId, CancellationToken cancellation);

    /// <summary>Opens an account under a name. False when the name is somebody's already.</summary>
    Task<bool> OpenAsync(string name, Account account, CancellationToken cancellation);

    /// <summary>Lets one more name lead to an account that exists. False when the name is another's.</summary>
    Task<bool> AddNameAsync(string name, string userId, CancellationToken cancellation);

    /// <summary>Writes an account back. False when it was changed meanwhile.</summary>
    Task<bool> SaveAsync(Account account, string version, CancellationToken cancellation);

    /// <summary>Frees a name of an account; nothing happens where the name leads elsewhere.</summary>
    Task RemoveNameAsync(string name, string userId, CancellationToken cancellation);

    /// <summary>Removes an account, whatever its version. Its names go first.</summary>
    Task RemoveAsync(string userId, CancellationToken cancellation);
}

/// <summary>Sessions, each by its family, and listed by their owner.</summary>
public interface ISessionStore
{
    /// <summary>Stores a new session and lists it; the list entry is first, so that none is ever hidden.</summary>
    Task OpenAsync(SessionFamily family, CancellationToken cancellation);

    /// <summary>A session; null when there is none.</summary>
    Task<Kept<SessionFamily>?> ReadAsync(string familyId, CancellationToken cancellation);

    /// <summary>Writes a session back. False when it was changed meanwhile.</summary>
    Task<bool> SaveAsync(SessionFamily family, string version, CancellationToken cancellation);

    /// <summary>Ids of an account's sessions, at most a few more than <see cref="Limits.SessionsMax"/>.</summary>
    Task<IReadOnlyList<string>> ListAsync(string userId, CancellationToken cancellation);

    /// <summary>Takes a session off its owner's list.</summary>
    Task UnlistAsync(string userId, string familyId, CancellationToken cancellation);

    /// <summary>Removes a session that has no use any more, and takes it off its owner's list.</summary>
    Task RemoveAsync(string userId, string familyId, CancellationToken cancellation);
}

/// <summary>Something that whoever shows the right secret may do once: verify a mail address, reset a password, sign in by phone.</summary>
/// <param name="Kind"><c>verify</c>, <c>reset</c> or <c>phone</c>.</param>
/// <param name="Subject">User id; empty for a phone, whose number is the key.</param>
/// <param name="ExpiresAt">End of its life.</param>
public sealed record OneTimeToken(string Kind, string Subject, DateTimeOffset ExpiresAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>SHA-256 of the short code, where the key is a phone number and not the secret itself.</summary>
    public string? CodeHash { get; init; }

    /// <summary>Wrong tries so far.</summary>
    public int Tries { get; init; }

    /// <summary>Codes sent since <see cref="WindowStart"/>.</summary>
    public int Sent { get; init; }

    /// <summary>When the counting of sent codes began.</summary>
    public DateTimeOffset WindowStart { get; init; }
}

/// <summary>One-time tokens, stored under a hash of their key.</summary>
public interface ITokenStore
{
    /// <summary>A token; null when it is missing or has expired.</summary>
    Task<Kept<OneTimeToken>?> ReadAsync(string kind, string key, CancellationToken cancellation);

    /// <summary>Stores a token: new where <paramref name="version"/> is null, else over that version. False when that failed.</summary>
    Task<bool> SaveAsync(string key, OneTimeToken token, DateTimeOffset keptUntil, string? version, CancellationToken cancellation);

    /// <summary>Removes a token, used or not.</summary>
    Task RemoveAsync(string kind, string key, CancellationToken cancellation);

    /// <summary>Uses a token up. Only one caller gets true.</summary>
    Task<bool> ConsumeAsync(string kind, string key, string version, CancellationToken cancellation);
}

/// <summary>Counters of failures by account name or address, under keyed hashes.</summary>
public interface IGuardStore
{
    /// <summary>The failures of a subject; null when there are none.</summary>
    Task<Backoff?> ReadAsync(string subject, CancellationToken cancellation);

    /// <summary>Counts one more; of two at once both count, unless the store is too busy for either.</summary>
    Task FailAsync(string subject, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Forgets the failures.</summary>
    Task ClearAsync(string subject, CancellationToken cancellation);
}
