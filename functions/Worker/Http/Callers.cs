using Kundli.Features.Identity;
using Microsoft.AspNetCore.Http;

namespace Kundli.Worker.Http;

/// <summary>Who asks, as the authentication middleware found out. A request without a valid token is a guest's.</summary>
internal static class Callers
{
    /// <summary>The caller of this request.</summary>
    public static Features.Caller CallerOf(HttpContext context) => context.Items.TryGetValue(typeof(Features.Caller), out var caller) ? (Features.Caller)caller! : Features.Caller.Guest;

    /// <summary>The caller of this request.</summary>
    public static Features.Caller Caller(this HttpRequest request) => CallerOf(request.HttpContext);

    /// <summary>The user id of a caller whom <see cref="SignedInAttribute"/> let through.</summary>
    /// <exception cref="InvalidOperationException">A guest asks: the function lacks the attribute.</exception>
    public static string UserId(this HttpRequest request) =>
        request.Caller().UserId ?? throw new InvalidOperationException("A function that reads the user id carries [SignedIn].");

    /// <summary>The session of a signed-in caller; null for a guest.</summary>
    public static string? FamilyId(this HttpRequest request) => request.HttpContext.Items.TryGetValue(typeof(AccessClaims), out var claims) ? ((AccessClaims)claims!).FamilyId : null;

    /// <summary>Notes who asks; the authentication middleware alone does this.</summary>
    public static void Set(HttpContext context, AccessClaims claims)
    {
        context.Items[typeof(Features.Caller)] = claims.Caller;
        context.Items[typeof(AccessClaims)] = claims;
    }
}
