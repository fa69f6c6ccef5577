using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.SavedCharts;
using Kundli.Jyotish.Remedies;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Plants;

/// <summary>Why a plant is somebody's own.</summary>
/// <param name="Rule">Stable name of the rule.</param>
/// <param name="Placements">The placements that it rests on: <c>moon in krittika</c>.</param>
/// <param name="Source">The book or list.</param>
public sealed record OwnPlantReason(string Rule, IReadOnlyList<string> Placements, string Source);

/// <summary>A chart of the caller's whose plant it is.</summary>
/// <param name="ChartId">The saved chart.</param>
/// <param name="Role"><c>birthStar</c>, <c>moonSign</c> or <c>lagna</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record OwnPlant(string ChartId, string Role, OwnPlantReason Reason);

/// <summary>Finds whose plant it is among the charts that a customer keeps.</summary>
public sealed class MatchOwnCharts(ISavedCharts charts, DrawChart draw)
{
    private const int ChartsMax = 20;

    /// <summary>The caller's newest charts to which a plant belongs; empty for a guest.</summary>
    /// <param name="userId">Whose charts; null for a guest.</param>
    /// <param name="slug">The plant's key in the tables of the tradition.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<OwnPlant>> RunAsync(string? userId, string slug, CancellationToken cancellation)
    {
        if (userId is null)
            return [];
        var kept = await charts.ListAsync(userId, ChartsMax, null, cancellation);
        return [.. kept.Items.SelectMany(saved => draw.Find(saved.Chart) is { IsOk: true } found ? Of(saved.Id, found.Value, slug) : [])];
    }

    private static IEnumerable<OwnPlant> Of(string chartId, FoundChart found, string slug)
    {
        var chart = found.Chart;
        if (chart.Placements.Any(placement => placement.Graha == Graha.Moon))
        {
            // Without a birth time the Moon may have changed its star or sign on that day: what is not certain is not claimed.
            var star = BirthStars.Of(found).Nakshatra;
            var tree = NakshatraPlants.Of(star);
            if (BirthStars.IsCertain(found) && (tree.Slug == slug || tree.Variants.Any(variant => variant.Slug == slug)))
                yield return new(chartId, "birthStar", new("birthStarTree", [$"moon in {Words.Key(star)}"], NakshatraPlants.Source));
            var sign = chart.Sign(Graha.Moon);
            if (BirthStars.MoonSignIsCertain(found) && RashiPlants.Of(sign) == slug)
                yield return new(chartId, "moonSign", new("moonSignTree", [$"moon in {Words.Key(sign)}"], RashiPlants.Source));
        }
        if (chart.Lagna is { } lagna && RashiPlants.Of(lagna.Rashi) == slug)
            yield return new(chartId, "lagna", new("lagnaTree", [$"lagna in {Words.Key(lagna.Rashi)}"], RashiPlants.Source));
    }
}
