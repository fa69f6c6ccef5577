using GraphQL;
using GraphQL.Types;
using Kundli.Features;
using Kundli.Features.Carts;
using Kundli.Features.Catalog;
using Kundli.Features.Orders;
using Kundli.Features.Plants;
using Kundli.Features.Pricing;
using Kundli.Features.Readings;

namespace Kundli.Worker.Graph;

/// <summary>Goods, plants, baskets and orders, each with the way to the other. Products beside something else come from the snapshot in memory.</summary>
internal sealed class ShopEdges(
    ListProducts list, ReadProduct read, SeeProduct see, ListCategories categories, ReadSpecies species, ReadCart cart, SummariseCart summarise, ReadOrder order) : IGraphEdges
{
    /// <inheritdoc/>
    public void AddTo(GraphTypes types, ObjectGraphType query)
    {
        AddGoods(types, query);
        AddPlants(types, query);
        AddPurchases(types, query);
    }

    private void AddGoods(GraphTypes types, ObjectGraphType query)
    {
        var product = types.Of<ProductView>();
        query.AddEdge(
            "products", "Lists, searches and filters products, with facets.", types.Of<ProductList>(),
            async context => context.Told(await context.Asked<ListProductsRequest>().ThenAsync(asked => list.RunAsync(asked, context.CancellationToken))), types.Arguments(typeof(ListProductsRequest)));
        query.AddEdge(
            "product", "One product with its variants, live.", product, async context => context.Told(await read.RunAsync(context.Text("slug"), context.CancellationToken)),
            [GraphFields.Key("slug", "Its name in paths.")]);
        query.AddEdge("categories", "The categories with the number of their products.", types.Of<Page<CategoryView>>(), async context => context.Told(await categories.RunAsync(context.CancellationToken)));
        AddProduct<ProductCard>(types, card => card.Slug);
        AddProduct<PlantOffer>(types, offer => offer.Slug);
        AddProduct<RemedyProduct>(types, offered => offered.Slug);
        AddProduct<CartItemView>(types, item => item.Slug);
        types.Of<SummaryItem>().AddEdge("product", "The product, where it is still sold.", product, context => SeenAsync(see.OfSkuAsync(((SummaryItem)context.Source!).Sku, context.CancellationToken)));
    }

    private void AddProduct<T>(GraphTypes types, Func<T, string> slug) => types.Of<T>().AddEdge(
        "product", "The product, where it is still sold.", types.Of<ProductView>(), context => SeenAsync(see.OfSlugAsync(slug((T)context.Source!), context.CancellationToken)), points: GraphLimits.Scanned);

    private void AddPlants(GraphTypes types, ObjectGraphType query)
    {
        var plant = types.Of<SpeciesView>();
        query.AddEdge(
            "species", "One plant: names, care, dangers, what it belongs to, products.", plant, async context => context.Told(await species.RunAsync(context.Text("slug"), context.CancellationToken)),
            [GraphFields.Key("slug", "Its key.")]);
        query.AddEdge(
            "speciesList", "The plants of the table.", types.Of<Page<SpeciesSummary>>(),
            context => context.Told(context.Asked<SpeciesQuery>().Then(asked => species.List(asked.Query, asked.Limit, asked.After))), types.Arguments(typeof(SpeciesQuery)));
        types.Of<SpeciesSummary>().AddEdge(
            "details", "All that is known of it.", plant, async context => context.Told(await species.RunAsync(((SpeciesSummary)context.Source!).Slug, context.CancellationToken)), points: GraphLimits.Scanned);
        types.Of<ProductView>().AddEdge("species", "The plant that it is, for a plant.", plant, async context => await PlantOfAsync((ProductView)context.Source!, context), points: GraphLimits.Scanned);
    }

    private async Task<object?> PlantOfAsync(ProductView product, IResolveFieldContext context) =>
        product.Attributes.GetValueOrDefault("plant") is [var slug, ..] && await species.OfPlantAsync(slug, context.CancellationToken) is { IsOk: true } found ? found.Value : null;

    private void AddPurchases(GraphTypes types, ObjectGraphType query)
    {
        query.AddEdge(
            "cart", "A basket.", types.Of<CartView>(), async context => context.Told(await cart.RunAsync(context.Call().Caller, context.Text("id"), context.CancellationToken)),
            [GraphFields.Key("id", "Its id.")]);
        types.Of<CartView>().AddEdge(
            "summary", "What it costs now: the order summary.", types.Of<OrderSummary>(),
            async context => context.Told(await context.Asked<SummaryQuery>().ThenAsync(asked =>
                summarise.RunAsync(context.Call().Caller, ((CartView)context.Source!).Id, asked.PaymentMethod, context.CancellationToken))),
            types.Arguments(typeof(SummaryQuery)));
        query.AddEdge(
            "order", "An order with its history.", types.Of<OrderView>(), async context => context.Told(await OrderAsync(context, context.Text("id"))), [GraphFields.Key("id", "Its id.")]);
        types.Of<OrderEntry>().AddEdge("order", "The whole order.", types.Of<OrderView>(), async context => context.Told(await OrderAsync(context, ((OrderEntry)context.Source!).OrderId)));
    }

    private Task<Outcome<OrderView>> OrderAsync(IResolveFieldContext context, string id) =>
        context.Call().OnceAsync(id, () => order.RunAsync(context.Call().Caller, id, context.CancellationToken), context.CancellationToken);

    private static async Task<object?> SeenAsync(Task<ProductView?> seen) => await seen;
}
