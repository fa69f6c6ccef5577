using Kundli.Worker.Contract;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class DocumentRoutes
{
    public const string OpenApi = "api/openapi.json";
    public const string Page = "api/docs";
    public const string Style = "api/docs/docs.css";
    public const string Script = "api/docs/docs.js";
}

/// <summary>The contract for machines and for people. Page, style and script are ours; the browser loads nothing from elsewhere.</summary>
public sealed class DocumentFunctions(OpenApi openApi)
{
    private const string PagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly Cache Shortly = Cache.Public(TimeSpan.FromMinutes(5));

    /// <summary>The OpenAPI 3.1 document of this version.</summary>
    [Function("OpenApiDocument")]
    [Answers<string>(200)]
    public IResult Contract([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.OpenApi)] HttpRequest request) =>
        Answer.File(openApi.Json, "application/json", Shortly);

    /// <summary>A page to browse and try the contract.</summary>
    [Function("DocumentPage")]
    [Answers<string>(200, "text/html")]
    public IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.Page)] HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy = PagePolicy;
        return Answer.File(Resources.Read("docs.resource.html"), "text/html; charset=utf-8", Shortly);
    }

    /// <summary>The style of the page.</summary>
    [Function("DocumentStyle")]
    [Answers<string>(200, "text/css")]
    public IResult Style([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.Style)] HttpRequest request) =>
        Answer.File(Resources.Read("docs.resource.css"), "text/css; charset=utf-8", Shortly);

    /// <summary>The script of the page.</summary>
    [Function("DocumentScript")]
    [Answers<string>(200, "text/javascript")]
    public IResult Script([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DocumentRoutes.Script)] HttpRequest request) =>
        Answer.File(Resources.Read("docs.resource.js"), "text/javascript; charset=utf-8", Shortly);
}
