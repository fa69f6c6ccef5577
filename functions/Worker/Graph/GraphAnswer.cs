using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kundli.Worker.Graph;

/// <summary>A query's answer as the GraphQL-over-HTTP specification has it.</summary>
internal static class GraphAnswer
{
    /// <summary>The media type of answers, unless a client takes plain JSON alone.</summary>
    public const string ContentType = "application/graphql-response+json";

    private const string PlainJson = "application/json";

    /// <summary>The answer: a query that was refused whole is 400; for a client that takes plain JSON alone it is 200, since such a client reads no other.</summary>
    public static IResult Of(HttpRequest request, GraphResult result)
    {
        var plain = TakesPlainJsonAlone(request);
        var refused = !result.Executed && !plain;
        return new Bytes(refused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK, plain ? PlainJson : ContentType, result.Json) { Problem = result.Executed ? null : "query-refused" };
    }

    private static bool TakesPlainJsonAlone(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted) && accepted.Any(type => type.MediaType == PlainJson) && accepted.All(type => type.MediaType != ContentType);
}
