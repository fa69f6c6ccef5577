using GraphQL.Types;
using Kundli.Features;
using Kundli.Features.Charts;
using Kundli.Features.Plants;
using Kundli.Features.Readings;
using Kundli.Features.SavedCharts;

namespace Kundli.Worker.Graph;

/// <summary>A chart on its way through a query: what was asked stands beside what was drawn, so that more can follow from it.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Answer">What was drawn.</param>
/// <param name="Saved">What was saved; null for a preview.</param>
internal sealed record ChartNode(ChartRequest Request, ChartAnswer Answer, SavedChart? Saved = null);

/// <summary>Charts and what follows from them: periods, strengths, transits, a reading, and the plants.</summary>
internal sealed class ChartEdges(
    DrawChart draw, ChartDashas dashas, ChartSpecialPoints points, ChartStrengths strengths, ChartTransits transits, ChartSensitivity sensitivity,
    SuggestRemedies suggest, ComposeReading compose, ReadChart read, ReadSpecies species) : IGraphEdges
{
    /// <inheritdoc/>
    public void AddTo(GraphTypes types, ObjectGraphType query)
    {
        var chart = types.Node<ChartNode, ChartAnswer>(node => node.Answer);
        query.AddEdge(
            "chart", "The chart of a birth or of given longitudes; nothing is stored.", chart,
            context => context.Told(context.Asked<ChartRequest>("request").Then(request => draw.Run(request).Map(answer => new ChartNode(request, answer)))),
            [types.Argument<ChartRequest>("request", "What is asked for.")]);
        View<DashaQuery, DashasAnswer>(types, chart, "dashas", "The periods of a dasha, to any level.", dashas.Run);
        View<TransitQuery, TransitsAnswer>(types, chart, "transits", "The sky of an instant over the chart.", transits.Run);
        View<SensitivityQuery, SensitivityAnswer>(types, chart, "sensitivity", "What changes when the time of birth is off by some minutes.", sensitivity.Run, GraphLimits.LongComputed);
        View(types, chart, "specialPoints", "Upagrahas, special lagnas, sphutas, arudhas and chara karakas.", points.Run);
        View(types, chart, "strengths", "Shadbala, bhava bala, ashtakavarga and vimshopaka.", strengths.Run);
        chart.AddEdge(
            "reading", "What the chart says, told by the rules, with what every sentence rests on.", types.Of<Reading>(),
            context => context.Told(context.Asked<ReadingChoice>().Then(choice => compose.Run(Node(context).Request, choice))),
            types.Arguments(typeof(ReadingChoice)), GraphLimits.LongComputed);
        chart.AddEdge(
            "remedies", "The plants, mantras and stones of the chart, with what the shop has of the plants; for a child nothing is offered.", types.Of<Remedies>(),
            async context => context.Told(await context.Asked<HomeQuery>().ThenAsync(home => suggest.RunAsync(
                Node(context).Request, context.CancellationToken, withOffers: Node(context).Saved is not { } saved || read.MayOffer(saved), withChildrenOrPets: home.WithChildrenOrPets))),
            types.Arguments(typeof(HomeQuery)));
        // Facts alone: what is offered of it, and to whom, the remedies have decided.
        types.Of<RemedyPlant>().AddEdge("species", "What is known of the plant.", types.Of<Species>(), context => species.FactsOf(((RemedyPlant)context.Source!).Slug), points: 1);
    }

    private static ChartNode Node(GraphQL.IResolveFieldContext context) => (ChartNode)context.Source!;

    private static void View<TQuery, TAnswer>(GraphTypes types, ObjectGraphType chart, string name, string description, Func<ChartRequest, TQuery, Outcome<TAnswer>> run, double points = GraphLimits.Computed) =>
        chart.AddEdge(name, description, types.Of<TAnswer>(), context => context.Told(context.Asked<TQuery>().Then(asked => run(Node(context).Request, asked))), types.Arguments(typeof(TQuery)), points);

    private static void View<TAnswer>(GraphTypes types, ObjectGraphType chart, string name, string description, Func<ChartRequest, Outcome<TAnswer>> run) =>
        chart.AddEdge(name, description, types.Of<TAnswer>(), context => context.Told(run(Node(context).Request)));
}
