using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Kundli.Features.Charts;
using Kundli.Features.Idempotency;
using Kundli.Features.Privacy;
using Kundli.Features.SavedCharts;

namespace Kundli.Features.Profiles;

/// <summary>Adds, lists, changes and removes the members of a customer's family.</summary>
/// <param name="profiles">Where profiles are kept.</param>
/// <param name="charts">The charts that go with a removed profile.</param>
/// <param name="change">Deletes a chart with everything that hangs on it.</param>
/// <param name="time">The age of a child.</param>
public sealed class KeepProfiles(IProfiles profiles, ISavedCharts charts, ChangeChart change, TimeProvider time)
{
    /// <summary>An account has so many profiles and no more.</summary>
    public static Problem TooMany { get; } = new("too-many-profiles", "This account has as many profiles as it can.") { Detail = $"At most {Limits.ProfilesMax}: delete one first." };

    /// <summary>The new profile; <c>declaration-required</c>, <c>too-many-profiles</c>, <c>idempotency-key-reused</c>.</summary>
    public async Task<Outcome<Profile>> AddAsync(string userId, string? key, ProfileRequest request, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var declared = Declared(request.Relation, request.Birth, request.Declarations, now);
        if (!declared.IsOk)
            return declared.Problem;
        if ((await profiles.ListAsync(userId, Limits.ProfilesMax, null, cancellation)).Items.Count >= Limits.ProfilesMax)
            return TooMany;
        var profile = new Profile(SavedChart.IdAt(now, RandomNumberGenerator.GetHexString(8, lowercase: true)), userId, request.Name.Trim(), request.Relation, request.Birth, declared.Value, now, now);
        var creation = await profiles.AddAsync(profile, Repeat.Of(userId, "profiles", key, request, now), cancellation);
        if (creation.Id is null)
            return IdempotencyKey.Reused;
        return creation.IsNew ? profile : await ReadAsync(userId, creation.Id, cancellation);
    }

    /// <summary>One profile.</summary>
    public async Task<Outcome<Profile>> ReadAsync(string userId, string profileId, CancellationToken cancellation) =>
        Profile.IsId(profileId) && await profiles.ReadAsync(userId, profileId, cancellation) is { } read ? read.Profile : Problem.NotFound();

    /// <summary>A page of profiles, the newest first.</summary>
    public async Task<Outcome<Page<ProfileView>>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await profiles.ListAsync(userId, limit, after, cancellation);
        return new Page<ProfileView>([.. page.Items.Select(View)], page.Next);
    }

    /// <summary>The changed profile; <c>stale-version</c>, <c>declaration-required</c>, <c>not-found</c>.</summary>
    public async Task<Outcome<Profile>> ChangeAsync(string userId, string profileId, string? seen, ChangeProfileRequest request, CancellationToken cancellation)
    {
        if (!Profile.IsId(profileId) || await profiles.ReadAsync(userId, profileId, cancellation) is not { } read)
            return Problem.NotFound();
        if (seen is not null && seen != read.Profile.Tag)
            return Profile.Stale;
        var now = time.GetUtcNow();
        var before = read.Profile;
        var (relation, birth) = (request.Relation ?? before.Relation, request.Birth ?? before.Birth);
        var declared = Declared(relation, birth, request.Declarations ?? (request.Birth is null ? before.Declarations : null), now);
        if (!declared.IsOk)
            return declared.Problem;
        var changed = before with
        {
            Name = request.Name?.Trim() ?? before.Name, Relation = relation, Birth = birth, Declarations = declared.Value, ChangedAt = now, Revision = before.Revision + 1,
        };
        return await profiles.SaveAsync(changed, read.Version, cancellation) ? changed : Profile.Stale;
    }

    /// <summary>Removes a profile with its charts, since a birth is that person's and not the customer's; the profile goes last.</summary>
    public async Task<Outcome<Profile>> RemoveAsync(string userId, string profileId, string? seen, CancellationToken cancellation)
    {
        var profile = await ReadAsync(userId, profileId, cancellation);
        if (!profile.IsOk)
            return profile;
        if (seen is not null && seen != profile.Value.Tag)
            return Profile.Stale;
        foreach (var chart in (await charts.ListAsync(userId, SavedCharts.Limits.ChartsMax, null, cancellation)).Items.Where(chart => chart.ProfileId == profileId))
            await change.DeleteAsync(userId, chart.Id, null, cancellation);
        await profiles.RemoveAsync(userId, profileId, cancellation);
        return profile;
    }

    /// <summary>A profile as it is answered today.</summary>
    public ProfileView View(Profile profile) => profile.ToView(time.GetUtcNow());

    // One's own birth needs no permission of anybody.
    private static Outcome<BirthDeclarations> Declared(Relation relation, BirthInput? birth, BirthDeclarations? sent, DateTimeOffset now)
    {
        var declared = new BirthDeclarations(relation == Relation.Self || sent?.MayEnter == true, sent?.IsParent == true);
        return birth is null
            ? declared
            : MinorsPolicy.MayKeep(BirthText.Date(birth.Date)!.Value.ToDateOnly(), DateOnly.FromDateTime(now.UtcDateTime), declared).Map(_ => declared);
    }
}

/// <summary>The profiles of a customer, for export and erasure.</summary>
/// <param name="profiles">Where profiles are kept.</param>
public sealed class ProfileRecords(IProfiles profiles) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "profiles";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var profile in (await profiles.ListAsync(userId, Page.LimitMax, null, cancellation)).Items)
            yield return new { profile.Id, profile.Name, profile.Relation, profile.Birth, profile.Declarations, profile.CreatedAt, profile.ChangedAt };
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        while ((await profiles.ListAsync(userId, Page.LimitMax, null, cancellation)).Items is { Count: > 0 } page)
            foreach (var profile in page)
                await profiles.RemoveAsync(userId, profile.Id, cancellation);
        return Erasure.Done;
    }
}
