using Kundli.Features.Identity;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Kundli.Worker.Middleware;

/// <summary>
/// Turns a bearer token into a <see cref="Features.Caller"/>. No token is a guest; a token that isn't good is 401 in one shape for every fault,
/// except under <c>/auth/</c>, where somebody whose token ran out asks for another.
/// </summary>
internal sealed partial class Authentication(IAccessTokens tokens, CheckSession check, ILogger<Authentication> logger) : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";
    private const string WithoutToken = "/api/v1/auth";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && http.Request.Headers.Authorization.ToString() is { Length: > 0 } header)
        {
            var claims = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? await tokens.ReadAsync(header[Scheme.Length..].Trim()) : null;
            // A token that is good by itself may speak for a session that was ended since.
            var caller = claims is null ? null : await check.RunAsync(claims, http.RequestAborted);
            claims = caller is null ? null : claims! with { Caller = caller };
            if (claims is null && !http.Request.Path.StartsWithSegments(WithoutToken))
            {
                LogRefused(context.FunctionDefinition.Name);
                http.Response.OnStarting(() => Challenge(http.Response));
                await ProblemBody.WriteAsync(http, TransportProblems.TokenRefused);
                return;
            }

            if (claims is not null)
                Callers.Set(http, claims);
        }

        await next(context);
    }

    private static Task Challenge(HttpResponse response)
    {
        response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "token-refused", Message = "{Function} was refused: the access token is not valid.")]
    private partial void LogRefused(string function);
}
