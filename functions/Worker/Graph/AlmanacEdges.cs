using GraphQL.Types;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Features.Plants;

namespace Kundli.Worker.Graph;

/// <summary>Places and their days.</summary>
internal sealed class AlmanacEdges(FindPlaces places, ReadDay day, ReadMonth month, ReadSpecies species) : IGraphEdges
{
    /// <inheritdoc/>
    public void AddTo(GraphTypes types, ObjectGraphType query)
    {
        query.AddEdge("places", "Cities, towns and villages by name.", types.Of<PlacesAnswer>(), context => context.Told(context.Asked<PlaceQuery>().Map(places.Run)), types.Arguments(typeof(PlaceQuery)));
        query.AddEdge("panchang", "The panchang of a day at a place.", types.Of<DayAnswer>(), context => context.Told(context.Asked<DayQuery>().Map(day.Run)), types.Arguments(typeof(DayQuery)));
        query.AddEdge(
            "panchangMonth", "The panchang of a month at a place, with its festivals.", types.Of<MonthAnswer>(), context => context.Told(context.Asked<MonthQuery>().Map(month.Run)),
            types.Arguments(typeof(MonthQuery)), GraphLimits.LongComputed);
        types.Of<Place>().AddEdge(
            "panchang", "The panchang of a day here.", types.Of<DayAnswer>(), context => context.Told(context.Asked<DateQuery>().Map(asked => day.Run((Place)context.Source!, asked))), types.Arguments(typeof(DateQuery)));
        types.Of<PlantOfDayAnswer>().AddEdge(
            "species", "All that is known of the plant, with what the shop has of it.", types.Of<SpeciesView>(),
            async context => context.Told(await species.OfPlantAsync(((PlantOfDayAnswer)context.Source!).Slug, context.CancellationToken)));
    }
}
