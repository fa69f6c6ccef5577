using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Rules.Custom;
using GraphQLParser.AST;

namespace Kundli.Worker.Graph;

/// <summary>A query stays within its depth and its points. Other operations are none of the schema's, which the rule of the library takes for a bug of ours.</summary>
internal sealed class AffordableQuery() : ComplexityValidationRule(
    new ComplexityOptions { MaxDepth = GraphLimits.DepthMax, MaxComplexity = GraphLimits.PointsMax, DefaultListImpactMultiplier = GraphLimits.ItemsAssumed })
{
    /// <inheritdoc/>
    public override async ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation == OperationType.Query)
            return await base.GetPostNodeVisitorAsync(context);
        context.ReportError(new ValidationError(context.Document.Source, "queries-alone", "Only queries are answered here: changes go through the other routes.", context.Operation));
        return null;
    }
}
