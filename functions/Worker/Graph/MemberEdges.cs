using GraphQL;
using GraphQL.Types;
using Kundli.Features;
using Kundli.Features.Carts;
using Kundli.Features.Charts;
using Kundli.Features.Identity;
using Kundli.Features.Notes;
using Kundli.Features.Orders;
using Kundli.Features.SavedCharts;
using Kundli.Worker.Http;

namespace Kundli.Worker.Graph;

/// <summary>The signed-in customer with charts, notes, basket and orders.</summary>
internal sealed class MemberEdges(ReadMe me, ReadChart charts, KeepNotes notes, MergeCarts carts, ListOrders orders) : IGraphEdges
{
    /// <inheritdoc/>
    public void AddTo(GraphTypes types, ObjectGraphType query)
    {
        var member = types.Of<MeAnswer>();
        query.AddEdge(
            "me", "The signed-in customer.", member,
            async context => context.Told((await context.Member().ThenAsync(id => me.RunAsync(id, context.CancellationToken))).Map(kept => kept.Value)));
        AddPage(types, member, "charts", "The charts that the customer keeps, the newest first.", ChartsAsync);
        AddPage(types, member, "notes", "The daily notes, the newest first.", (context, asked) => notes.ListAsync(IdOf(context), asked.Limit, asked.After, context.CancellationToken));
        AddPage(types, member, "orders", "The customer's orders, the newest first.", (context, asked) => orders.RunAsync(IdOf(context), asked.Limit, asked.After, context.CancellationToken));
        member.AddEdge(
            "cart", "The basket that the customer fills at the moment; null where there is none.", types.Of<CartView>(),
            async context => await carts.RunAsync(IdOf(context), null, context.CancellationToken));
        types.Of<SavedChartEntry>().AddEdge("chart", "The whole chart, by today's rules.", types.Of<ChartAnswer>(), async context => context.Told(await ChartAsync(context, ((SavedChartEntry)context.Source!).Id)));
        query.AddEdge(
            "savedChart", "One of the customer's charts, by today's rules.", types.Of<ChartAnswer>(), async context => context.Told(await ChartAsync(context, context.Text("id"))),
            [GraphFields.Key("id", "Its id.")]);
    }

    private static void AddPage<T>(GraphTypes types, ObjectGraphType member, string name, string description, Func<IResolveFieldContext, PageQuery, Task<Outcome<Page<T>>>> page) => member.AddEdge(
        name, description, types.Of<Page<T>>(), async context => context.Told(await context.Asked<PageQuery>().ThenAsync(asked => page(context, asked))), types.Arguments(typeof(PageQuery)));

    private async Task<Outcome<Page<SavedChartEntry>>> ChartsAsync(IResolveFieldContext context, PageQuery asked)
    {
        var page = await charts.OpenPageAsync(IdOf(context), asked.Limit, asked.After, context.CancellationToken);
        foreach (var saved in page.Items)
            context.Call().Charts[saved.Id] = saved;
        return new Page<SavedChartEntry>([.. page.Items.Select(charts.Entry)], page.Next);
    }

    private async Task<Outcome<ChartNode>> ChartAsync(IResolveFieldContext context, string id)
    {
        var saved = context.Call().Charts.TryGetValue(id, out var listed)
            ? listed
            : await context.Member().ThenAsync(user => context.Call().OnceAsync(id, () => charts.OpenAsync(user, id, context.CancellationToken), context.CancellationToken));
        return saved.Then(found => charts.Answer(found).Map(answer => new ChartNode(found.Chart, answer.Chart, found)));
    }

    // Fields of a customer are only reached through the customer.
    private static string IdOf(IResolveFieldContext context) => ((MeAnswer)context.Source!).Id;
}
