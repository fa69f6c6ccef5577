using System.Security.Cryptography;
using System.Text;
using Kundli.Features;
using Kundli.Features.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Kundli.Worker.Http;

/// <summary>An app sends its refresh token in the body, with <c>X-Client: mobile</c>.</summary>
/// <param name="RefreshToken">The newest one it has.</param>
public sealed record RefreshRequest(string RefreshToken);

/// <summary>What a sign-in answers.</summary>
/// <param name="AccessToken">For the Authorization header.</param>
/// <param name="ExpiresIn">Seconds of its life.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="CsrfToken">For <c>X-CSRF-Token</c> where the cookie is the credential.</param>
/// <param name="RefreshToken">Only for <c>X-Client: mobile</c>; a browser gets it as a cookie that scripts can't read.</param>
public sealed record SessionAnswer(string AccessToken, int ExpiresIn, string TokenType, string CsrfToken, string? RefreshToken);

/// <summary>How refresh tokens travel: in a cookie for browsers, guarded by a CSRF token, or in the body for apps.</summary>
public sealed class RefreshCredential(IRefreshTokens tokens, IConfiguration configuration)
{
    private const string ClientHeader = "X-Client";
    private const string Mobile = "mobile";
    private const string CsrfHeader = "X-CSRF-Token";

    /// <summary>The cookie is the credential and the header does not belong to it: another site's page may have sent this.</summary>
    public static Problem CsrfTokenInvalid { get; } = new("csrf-token-invalid", "The X-CSRF-Token header does not belong to this session.");

    /// <summary>A local host speaks plain HTTP, where browsers refuse the prefix.</summary>
    private readonly bool _isLocal = configuration["LocalHost:Data"] is not null;

    private string CookieName => _isLocal ? "kundli-refresh" : "__Host-kundli-refresh";

    /// <summary>The token of a request: <c>session-over</c> when there is none, <c>csrf-token-invalid</c> when it may not be the client's own wish.</summary>
    public async Task<Outcome<string>> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (IsMobile(request))
            return (await Body.ReadAsync<RefreshRequest>(request, cancellation)).Map(body => body.RefreshToken);
        if (request.Cookies[CookieName] is not { Length: > 0 } token || tokens.Read(token) is not { } shown)
            return IdentityProblems.SessionOver;
        return IsSame(request.Headers[CsrfHeader].ToString(), tokens.CsrfToken(shown.FamilyId)) ? token : CsrfTokenInvalid;
    }

    /// <summary>The answer of a sign-in, with the cookie set for a browser.</summary>
    public SessionAnswer Write(HttpRequest request, OpenedSession session)
    {
        if (!IsMobile(request))
            request.HttpContext.Response.Cookies.Append(CookieName, session.RefreshToken, Cookie(session.ExpiresAt));
        return new SessionAnswer(session.AccessToken, (int)Features.Identity.Limits.AccessTokenLife.TotalSeconds, "Bearer", session.CsrfToken, IsMobile(request) ? session.RefreshToken : null);
    }

    /// <summary>Takes the cookie back.</summary>
    public void Clear(HttpRequest request)
    {
        if (!IsMobile(request))
            request.HttpContext.Response.Cookies.Delete(CookieName, Cookie(expires: null));
    }

    private CookieOptions Cookie(DateTimeOffset? expires) =>
        new() { HttpOnly = true, Secure = !_isLocal, SameSite = SameSiteMode.Strict, Path = "/", Expires = expires, IsEssential = true };

    private static bool IsMobile(HttpRequest request) => string.Equals(request.Headers[ClientHeader], Mobile, StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string sent, string expected) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(expected));
}
