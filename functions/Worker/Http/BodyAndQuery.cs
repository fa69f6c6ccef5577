using Kundli.Features;
using Microsoft.AspNetCore.Http;

namespace Kundli.Worker.Http;

/// <summary>A body and the parameters beside it: where both are wrong, one 422 names the fields of both.</summary>
internal static class BodyAndQuery
{
    /// <summary>Reads both and goes on with them.</summary>
    public static async Task<Outcome<TAnswer>> ReadAsync<TBody, TQuery, TAnswer>(HttpRequest request, Func<TBody, TQuery, Outcome<TAnswer>> next, CancellationToken cancellation)
    {
        var query = Query.Read<TQuery>(request);
        var body = await Body.ReadAsync<TBody>(request, cancellation);
        if (body.IsOk)
            return query.Then(asked => next(body.Value, asked));
        return query.IsOk || body.Problem.Errors.Count == 0 || query.Problem.Errors.Count == 0
            ? body.Problem
            : body.Problem with { Errors = [.. body.Problem.Errors, .. query.Problem.Errors] };
    }
}
