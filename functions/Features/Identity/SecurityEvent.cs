using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;

namespace Kundli.Features.Identity;

/// <summary>What happened to the protection of an account.</summary>
public enum SecurityEventKind
{
    /// <summary>Somebody signed in.</summary>
    SignedIn,

    /// <summary>A refresh token was shown twice; its session was ended.</summary>
    RefreshTokenReused,

    /// <summary>The password was changed or reset.</summary>
    PasswordChanged,

    /// <summary>A second factor was turned on.</summary>
    TwoFactorOn,

    /// <summary>The second factor was turned off.</summary>
    TwoFactorOff,

    /// <summary>Every session was ended.</summary>
    SignedOutEverywhere,

    /// <summary>An administrator changed the roles.</summary>
    RolesChanged,

    /// <summary>A provider outside was linked to the account.</summary>
    ExternalLinked,

    /// <summary>The owner asked for erasure.</summary>
    AccountClosed,
}

/// <summary>One entry of an account's log. It holds no address, no device and no text that anybody wrote.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="By">The user id of whoever did it, where it was not the owner.</param>
/// <param name="Detail">Of a change of roles: the roles afterwards; of a sign-in at a provider: which one.</param>
public sealed record SecurityEvent(SecurityEventKind Kind, DateTimeOffset At, string? By = null, string? Detail = null)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>The log of an account: entries are added and read, never changed; they go when their time is over, or with the person.</summary>
public interface ISecurityLog
{
    /// <summary>Adds an entry.</summary>
    Task AppendAsync(string userId, SecurityEvent entry, CancellationToken cancellation);

    /// <summary>All entries, the newest first.</summary>
    IAsyncEnumerable<SecurityEvent> ReadAsync(string userId, CancellationToken cancellation);

    /// <summary>Removes the log of a person who is being erased.</summary>
    Task RemoveAsync(string userId, CancellationToken cancellation);
}

/// <summary>The log in export and erasure.</summary>
public sealed class SecurityRecords(ISecurityLog log) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "securityEvents";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in log.ReadAsync(userId, cancellation))
            yield return entry;
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        await log.RemoveAsync(userId, cancellation);
        return Erasure.Done;
    }
}
