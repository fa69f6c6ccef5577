using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Validation.Complexity;

namespace Kundli.Worker.Graph;

/// <summary>What one area adds to the graph: ways in, and ways from one thing to another.</summary>
internal interface IGraphEdges
{
    /// <summary>Adds them.</summary>
    /// <param name="types">The types of all records.</param>
    /// <param name="query">Where a query begins.</param>
    void AddTo(GraphTypes types, ObjectGraphType query);
}

/// <summary>Fields that are not simply a member of a record.</summary>
internal static class GraphFields
{
    /// <summary>Adds a way from one thing to another.</summary>
    /// <param name="type">Where it begins.</param>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it leads to.</param>
    /// <param name="answer">The type of what it leads to; it may always be null, since a verb may refuse.</param>
    /// <param name="resolve">Goes there.</param>
    /// <param name="arguments">What may be asked.</param>
    /// <param name="points">What it costs.</param>
    public static void AddEdge(
        this ObjectGraphType type, string name, string description, IGraphType answer, Func<IResolveFieldContext, Task<object?>> resolve, QueryArguments? arguments = null, double points = GraphLimits.Computed) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = answer, Arguments = arguments, Resolver = new FuncFieldResolver<object?>(async context => await resolve(context)) })
            .WithComplexityImpact(points, 1);

    /// <summary>The same, for what is found without waiting.</summary>
    public static void AddEdge(
        this ObjectGraphType type, string name, string description, IGraphType answer, Func<IResolveFieldContext, object?> resolve, QueryArguments? arguments = null, double points = GraphLimits.Computed) =>
        type.AddEdge(name, description, answer, context => Task.FromResult(resolve(context)), arguments, points);

    /// <summary>An argument that must be there: a key.</summary>
    public static QueryArgument Key(string name, string description) => new(new NonNullGraphType(new StringGraphType())) { Name = name, Description = description };

    /// <summary>What a list costs: its items times what each costs, as many as were asked for where the field around it has a <c>limit</c>.</summary>
    public static FieldComplexityResult OfList(FieldImpactContext context) =>
        new(1, context.FieldDefinition.Name == "items" && context.Parent is { } around ? Math.Max(1, around.GetArgument<int?>("limit", null) ?? Features.Page.LimitDefault) : GraphLimits.ItemsAssumed);
}
