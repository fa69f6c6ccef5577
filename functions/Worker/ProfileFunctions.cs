using Kundli.Features;
using Kundli.Features.Profiles;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class ProfileRoutes
{
    public const string Profiles = "api/v1/profiles";
    public const string Profile = Profiles + "/{profileId}";
}

/// <summary>The members of a customer's family.</summary>
public sealed class ProfileFunctions(KeepProfiles keep)
{
    /// <summary>Adds a member.</summary>
    [Function("ProfilesAdd")]
    [SignedIn]
    [Idempotent]
    [Takes<ProfileRequest>]
    [Answers<ProfileView>(201)]
    [Fails("declaration-required", "idempotency-key-invalid", "idempotency-key-reused", "not-found", "too-many-profiles")]
    public async Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ProfileRoutes.Profiles)] HttpRequest request, CancellationToken cancellation)
    {
        var added = await Preconditions.IdempotencyKey(request, required: false).ThenAsync(key =>
            Body.ReadAsync<ProfileRequest>(request, cancellation).ThenAsync(body => keep.AddAsync(request.UserId(), key, body, cancellation)));
        return Answer.Created(added.Map(keep.View), view => $"/{ProfileRoutes.Profiles}/{view.Id}");
    }

    /// <summary>The members, newest first.</summary>
    [Function("ProfilesList")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<ProfileView>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ProfileRoutes.Profiles)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => keep.ListAsync(request.UserId(), query.Limit, query.After, cancellation)), Cache.Revalidate);

    /// <summary>One member.</summary>
    [Function("ProfilesRead")]
    [SignedIn]
    [Answers<ProfileView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ProfileRoutes.Profile)] HttpRequest request, string profileId, CancellationToken cancellation) =>
        Tagged(await keep.ReadAsync(request.UserId(), profileId, cancellation));

    /// <summary>Changes a member; what is absent stays.</summary>
    [Function("ProfilesChange")]
    [SignedIn]
    [Conditional]
    [Takes<ChangeProfileRequest>]
    [Answers<ProfileView>(200)]
    [Fails("declaration-required", "not-found", "stale-version")]
    public async Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = ProfileRoutes.Profile)] HttpRequest request, string profileId, CancellationToken cancellation) =>
        Tagged(await Body.ReadAsync<ChangeProfileRequest>(request, cancellation)
            .ThenAsync(body => keep.ChangeAsync(request.UserId(), profileId, Preconditions.IfMatchRevision(request), body, cancellation)));

    /// <summary>Removes a member with the member's charts.</summary>
    [Function("ProfilesRemove")]
    [SignedIn]
    [Conditional]
    [Answers(204)]
    [Fails("not-found", "stale-version")]
    public async Task<IResult> Remove([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ProfileRoutes.Profile)] HttpRequest request, string profileId, CancellationToken cancellation) =>
        Answer.NoContent(await keep.RemoveAsync(request.UserId(), profileId, Preconditions.IfMatchRevision(request), cancellation));

    private IResult Tagged(Outcome<Profile> profile) => Answer.Computed(profile, keep.View, kept => kept.Tag);
}
