using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Kundli.Features;
using Kundli.Worker.Contract;

namespace Kundli.Worker.Graph;

/// <summary>
/// The schema: one type for each answer record of the other routes, and the ways between them that the areas add. Queries alone: whoever changes something
/// needs an idempotency key, a tag and a status, and the other routes have them.
/// </summary>
public sealed class GraphSchema
{
    private readonly Lazy<Schema> _schema;
    private readonly Lazy<string> _text;

    internal GraphSchema(IEnumerable<IGraphEdges> edges)
    {
        _schema = new(() => Make(edges));
        _text = new(() => Schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }));
    }

    /// <summary>The schema; made at the first query.</summary>
    internal ISchema Schema => _schema.Value;

    /// <summary>The schema in its definition language, types in alphabetical order.</summary>
    internal string Text => _text.Value;

    private static Schema Make(IEnumerable<IGraphEdges> edges)
    {
        var types = new GraphTypes(Comments.Beside(typeof(GraphSchema).Assembly, typeof(Caller).Assembly));
        var query = new ObjectGraphType { Name = "Query", Description = "Where a query begins." };
        foreach (var area in edges)
            area.AddTo(types, query);
        var schema = new Schema { Query = query };
        schema.WithIntrospectionComplexityImpact(0);
        schema.Initialize();
        return schema;
    }
}
