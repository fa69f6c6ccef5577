using Kundli.Features.Identity;

namespace Kundli.Adapters.Documents;

/// <summary>Sessions by family, and an entry for each in its owner's partition.</summary>
public sealed class SessionStore(IDocuments documents) : ISessionStore
{
    private const string Family = "family";
    private const string Entry = "session|";

    /// <inheritdoc/>
    public async Task OpenAsync(SessionFamily family, CancellationToken cancellation)
    {
        await documents.CreateAsync(CustomerOf(family.UserId), TypedDocuments.Document(Entry + family.FamilyId, new Listed(family.FamilyId), LastDay(family)), cancellation);
        await documents.CreateAsync(FamilyOf(family.FamilyId), TypedDocuments.Document(Family, family, LastDay(family)), cancellation);
    }

    /// <inheritdoc/>
    public async Task<Kept<SessionFamily>?> ReadAsync(string familyId, CancellationToken cancellation) =>
        IsId(familyId) && await documents.ReadAsync<SessionFamily>(FamilyOf(familyId), Family, cancellation) is { } read ? new(read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(SessionFamily family, string version, CancellationToken cancellation) =>
        (await documents.ReplaceAsync(FamilyOf(family.FamilyId), TypedDocuments.Document(Family, family, LastDay(family)), version, cancellation)).IsDone;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ListAsync(string userId, CancellationToken cancellation) =>
        [.. (await documents.PageAsync(CustomerOf(userId), IdRange.Prefix(Entry), Limits.SessionsMax * 2, null, cancellation)).Items.Select(item => item.Id[Entry.Length..])];

    /// <inheritdoc/>
    public Task UnlistAsync(string userId, string familyId, CancellationToken cancellation) => documents.RemoveAsync(CustomerOf(userId), Entry + familyId, cancellation);

    /// <inheritdoc/>
    public async Task RemoveAsync(string userId, string familyId, CancellationToken cancellation)
    {
        await documents.RemoveAsync(FamilyOf(familyId), Family, cancellation);
        await UnlistAsync(userId, familyId, cancellation);
    }

    private static DateTimeOffset LastDay(SessionFamily family) => family.CreatedAt + Limits.SessionAgeMax;

    /// <summary>Ids come from routes too; what is none finds nothing.</summary>
    private static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    private static Partition FamilyOf(string familyId) => new(Containers.Sessions, familyId);

    private static Partition CustomerOf(string userId) => new(Containers.Customers, userId);

    private sealed record Listed(string FamilyId);
}
