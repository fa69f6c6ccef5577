using Kundli.Features;
using Kundli.Features.Idempotency;
using Kundli.Features.Profiles;
using Kundli.Features.SavedCharts;

namespace Kundli.Adapters.Documents;

/// <summary>Profiles: <c>customers / {userId} / person|{id}</c>.</summary>
public sealed class ProfileStore(IDocuments documents) : IProfiles, IKnownProfiles
{
    private const string Prefix = "person|";

    /// <inheritdoc/>
    public async Task<(Profile Profile, string Version)?> ReadAsync(string userId, string profileId, CancellationToken cancellation) =>
        await documents.ReadAsync<Profile>(PartitionOf(userId), Prefix + profileId, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string userId, string profileId, CancellationToken cancellation) =>
        Profile.IsId(profileId) && await documents.ReadAsync(PartitionOf(userId), Prefix + profileId, cancellation) is not null;

    /// <inheritdoc/>
    public Task<Creation> AddAsync(Profile profile, Repeat? repeat, CancellationToken cancellation) =>
        documents.CreateAsync(PartitionOf(profile.UserId), TypedDocuments.Document(Prefix + profile.Id, profile), profile.Id, repeat, cancellation);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Profile profile, string version, CancellationToken cancellation) =>
        (await documents.ReplaceAsync(PartitionOf(profile.UserId), TypedDocuments.Document(Prefix + profile.Id, profile), version, cancellation)).IsDone;

    /// <inheritdoc/>
    public async Task<Page<Profile>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(Prefix), limit, after, cancellation);
        return new Page<Profile>([.. page.Items.Select(item => item.Value<Profile>())], page.Next);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string userId, string profileId, CancellationToken cancellation) =>
        documents.RemoveAllAsync(PartitionOf(userId), IdRange.Prefix(Prefix + profileId), cancellation);

    private static Partition PartitionOf(string userId) => new(Containers.Customers, userId);
}
