using Kundli.Worker.Graph;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class GraphRoutes
{
    public const string Graph = "api/v1/graphql";
    public const string Schema = "api/v1/graphql/schema.graphql";
}

/// <summary>Many things in one question: what a screen shows, from a chart to the shelf, in one answer.</summary>
public sealed class GraphFunctions(RunGraph run, GraphSchema schema)
{
    private static readonly Cache Shortly = Cache.Public(TimeSpan.FromMinutes(5));

    /// <summary>Answers a GraphQL query. Refused fields are errors of the answer; a query that can't be asked is 400, or 200 for a client that takes plain JSON alone.</summary>
    [Function("GraphQuery")]
    [Costs(RouteClass.Compute)]
    [Takes<GraphRequest>]
    [Answers<string>(200, GraphAnswer.ContentType)]
    [Answers<string>(400, GraphAnswer.ContentType)]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = GraphRoutes.Graph)] HttpRequest request, CancellationToken cancellation)
    {
        var asked = await Body.ReadAsync<GraphRequest>(request, cancellation);
        return asked.IsOk ? GraphAnswer.Of(request, await run.RunAsync(asked.Value, request.Caller(), cancellation)) : Answer.Fail(asked.Problem);
    }

    /// <summary>The schema in its definition language.</summary>
    [Function("GraphSchema")]
    [Answers<string>(200, "text/plain")]
    public IResult Schema([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = GraphRoutes.Schema)] HttpRequest request) =>
        Answer.File(System.Text.Encoding.UTF8.GetBytes(schema.Text), "text/plain; charset=utf-8", Shortly);
}
