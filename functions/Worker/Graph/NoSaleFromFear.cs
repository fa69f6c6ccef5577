using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;
using Kundli.Features.Carts;
using Kundli.Features.Catalog;
using Kundli.Features.Charts;
using Kundli.Features.Readings;

namespace Kundli.Worker.Graph;

/// <summary>No answer tells doshas and offers goods: the rule that every route keeps by its shape is kept here for the whole text of a query.</summary>
internal sealed class NoSaleFromFear : ValidationRuleBase
{
    private static readonly HashSet<string> Goods = new(StringComparer.Ordinal) { nameof(ProductCard), nameof(ProductView), nameof(PlantOffer), nameof(RemedyProduct), nameof(CartItemView), nameof(ProductList) };

    /// <inheritdoc/>
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        var (doshas, goods) = ((GraphQLField?)null, (GraphQLField?)null);
        return new(new MatchingNodeVisitor<GraphQLField>((field, seen) =>
        {
            var type = seen.TypeInfo.GetFieldDef()?.ResolvedType is { } resolved ? resolved.GetNamedType().Name : null;
            doshas ??= type == nameof(DoshasAnswer) ? field : null;
            goods ??= type is not null && Goods.Contains(type) ? field : null;
            if (doshas is null || goods is null || seen.HasErrors)
                return;
            seen.ReportError(new ValidationError(seen.Document.Source, "doshas-beside-goods", "Doshas and goods are never told in one answer: ask for them in two queries.", doshas, goods));
        }));
    }
}
