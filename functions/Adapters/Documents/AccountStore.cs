using Kundli.Adapters.Identity;
using Kundli.Features.Identity;

namespace Kundli.Adapters.Documents;

/// <summary>
/// Accounts in their customer's partition, and logins under a keyed hash of the name. A login is pending until its account is written: a death
/// between the two leaves a login that leads nowhere, and whoever registers next takes it over.
/// </summary>
public sealed class AccountStore(IDocuments documents, IdentityKeys keys) : IAccountStore
{
    private const string Profile = "profile";
    private const string Login = "login";

    /// <summary>Where nobody is looked up, so that an unknown name costs the same calls.</summary>
    private const string Nobody = "nobody";

    private readonly KeyedHash _hash = new(keys.For("login-name"));

    /// <inheritdoc/>
    public async Task<Kept<Account>?> FindAsync(string name, CancellationToken cancellation)
    {
        var login = await documents.ReadAsync<LoginEntry>(LoginOf(name), Login, cancellation);
        return await ReadAsync(login?.Value.UserId ?? Nobody, cancellation) is { Value.ClosedAt: null } open ? open : null;
    }

    /// <inheritdoc/>
    public async Task<Kept<Account>?> ReadAsync(string userId, CancellationToken cancellation) =>
        userId.Length > 0 && await documents.ReadAsync<Account>(CustomerOf(userId), Profile, cancellation) is { } read ? new(read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> OpenAsync(string name, Account account, CancellationToken cancellation)
    {
        var existing = await documents.ReadAsync<LoginEntry>(LoginOf(name), Login, cancellation);
        if (existing is not null && (existing.Value.IsActive || await ReadAsync(existing.Value.UserId, cancellation) is not null))
            return false;
        var pending = await documents.SaveAsync(LoginOf(name), TypedDocuments.Document(Login, new LoginEntry(account.UserId, IsActive: false)), existing?.ETag, cancellation);
        if (!pending.IsDone)
            return false;
        await documents.CreateAsync(CustomerOf(account.UserId), TypedDocuments.Document(Profile, account), cancellation);
        await documents.ReplaceAsync(LoginOf(name), TypedDocuments.Document(Login, new LoginEntry(account.UserId, IsActive: true)), pending.ETag!, cancellation);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> AddNameAsync(string name, string userId, CancellationToken cancellation)
    {
        var existing = await documents.ReadAsync<LoginEntry>(LoginOf(name), Login, cancellation);
        if (existing is not null && existing.Value.UserId != userId && (existing.Value.IsActive || await ReadAsync(existing.Value.UserId, cancellation) is not null))
            return false;
        return (await documents.SaveAsync(LoginOf(name), TypedDocuments.Document(Login, new LoginEntry(userId, IsActive: true)), existing?.ETag, cancellation)).IsDone;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Account account, string version, CancellationToken cancellation) =>
        (await documents.ReplaceAsync(CustomerOf(account.UserId), TypedDocuments.Document(Profile, account), version, cancellation)).IsDone;

    /// <inheritdoc/>
    public async Task RemoveNameAsync(string name, string userId, CancellationToken cancellation)
    {
        if (await documents.ReadAsync<LoginEntry>(LoginOf(name), Login, cancellation) is { } login && login.Value.UserId == userId)
            await documents.DeleteAsync(LoginOf(name), Login, login.ETag, cancellation);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string userId, CancellationToken cancellation) => documents.RemoveAsync(CustomerOf(userId), Profile, cancellation);

    private Partition LoginOf(string name) => new(Containers.Logins, _hash.Of(name));

    private static Partition CustomerOf(string userId) => new(Containers.Customers, userId);

    private sealed record LoginEntry(string UserId, bool IsActive);
}
