using Kundli.Features;
using Kundli.Features.Identity;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class RoleRoutes
{
    public const string Roles = "api/v1/admin/customers/{userId}/roles";
    public const string Sessions = "api/v1/admin/customers/{userId}/sessions";
}

/// <summary>Who may do what and who is in, for administrators.</summary>
public sealed class RoleFunctions(ChangeRoles roles, EndSessions end)
{
    /// <summary>The roles of an account.</summary>
    [Function("RolesRead")]
    [SignedIn("admin")]
    [Answers<RolesAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = RoleRoutes.Roles)] HttpRequest request, string userId, CancellationToken cancellation) =>
        Tagged(await roles.ReadAsync(UserId(userId), cancellation));

    /// <summary>Sets the roles of an account, if they still are as they were read.</summary>
    [Function("RolesChange")]
    [SignedIn("admin")]
    [Conditional(Required = true)]
    [Takes<RolesRequest>]
    [Answers<RolesAnswer>(200)]
    [Fails("not-found", "own-roles", "precondition-required", "stale-version")]
    public async Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = RoleRoutes.Roles)] HttpRequest request, string userId, CancellationToken cancellation) =>
        Tagged(await Preconditions.IfMatch(request, required: true).ThenAsync(async seen =>
            await (await Body.ReadAsync<RolesRequest>(request, cancellation)).ThenAsync(body => roles.RunAsync(request.UserId(), UserId(userId), seen, body, cancellation))));

    /// <summary>Ends every session of an account; its owner signs in anew.</summary>
    [Function("CustomerSessionsEnd")]
    [SignedIn("admin")]
    [Answers(204)]
    [Fails("not-found")]
    public async Task<IResult> EndSessions([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = RoleRoutes.Sessions)] HttpRequest request, string userId, CancellationToken cancellation) =>
        Answer.NoContent(await end.EndForAsync(request.UserId(), UserId(userId), cancellation));

    /// <summary>What can't be an id finds nobody.</summary>
    private static string UserId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower) ? text : "";

    private static IResult Tagged(Outcome<Kept<RolesAnswer>> outcome) => Answer.Ok(outcome.Map(kept => kept.Value), Cache.Revalidate, _ => outcome.Value.Version);
}
