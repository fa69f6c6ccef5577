using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.SavedCharts;

/// <summary>Charts to lay side by side.</summary>
/// <param name="Charts">Two to four ids of the caller's charts.</param>
public sealed record CompareRequest(IReadOnlyList<string> Charts);

/// <summary>The rules of a comparison.</summary>
public sealed class CompareRules : AbstractValidator<CompareRequest>
{
    /// <summary>The rules.</summary>
    public CompareRules() => RuleFor(request => request.Charts)
        .Must(ids => ids.Count is >= 2 and <= Limits.ComparedMax && ids.Distinct(StringComparer.Ordinal).Count() == ids.Count).WithMessage($"must name 2 to {Limits.ComparedMax} different charts.");
}

/// <summary>Where something stands in each of the charts, in the order asked.</summary>
/// <param name="Subject"><c>lagna</c> or a graha.</param>
/// <param name="Signs">The signs; null where a chart has no such thing.</param>
/// <param name="Houses">The houses, each from its own lagna.</param>
/// <param name="Nakshatras">The nakshatras.</param>
/// <param name="SameSign">Whether all stand in one sign.</param>
/// <param name="HouseOfOther">The sign of each counted from the first's.</param>
public sealed record ComparedRow(
    string Subject, IReadOnlyList<Rashi?> Signs, IReadOnlyList<int?> Houses, IReadOnlyList<Nakshatra?> Nakshatras, bool SameSign, IReadOnlyList<int?> HouseOfOther);

/// <summary>Charts side by side.</summary>
/// <param name="Charts">Which, in the order asked.</param>
/// <param name="Rows">Lagna, then Sun … Ketu.</param>
/// <param name="SameConventions">False where the charts are drawn by different conventions, so that rows don't compare well.</param>
public sealed record ComparisonAnswer(IReadOnlyList<SavedChartName> Charts, IReadOnlyList<ComparedRow> Rows, bool SameConventions);

/// <summary>A chart by name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Whose it is.</param>
public sealed record SavedChartName(string Id, string? Name);

/// <summary>Lays a customer's charts side by side: facts alone, no verdict.</summary>
/// <param name="read">Opens the charts.</param>
/// <param name="draw">Computes them.</param>
public sealed class CompareCharts(ReadChart read, DrawChart draw)
{
    /// <summary>The comparison; <c>not-found</c> where one of them is not the caller's.</summary>
    public async Task<Outcome<ComparisonAnswer>> RunAsync(string userId, CompareRequest request, CancellationToken cancellation)
    {
        var charts = new List<(SavedChart Saved, FoundChart Found)>();
        foreach (var id in request.Charts)
        {
            var opened = await read.OpenAsync(userId, id, cancellation);
            var found = opened.Then(saved => draw.Find(saved.Chart));
            if (!found.IsOk)
                return found.Problem;
            charts.Add((opened.Value, found.Value));
        }
        var rows = Grahas.Nine.Select(graha => Row(Words.Key(graha), [.. charts.Select(chart => PlaceOf(chart.Found.Chart, graha))]))
            .Prepend(Row("lagna", [.. charts.Select(chart => chart.Found.Chart.Lagna is { } lagna ? new Place(lagna.Rashi, 1, lagna.Nakshatra) : null)]));
        return new ComparisonAnswer(
            [.. charts.Select(chart => new SavedChartName(chart.Saved.Id, chart.Saved.Chart.Name))],
            [.. rows],
            charts.TrueForAll(chart => chart.Found.Settings.ToConventions() == charts[0].Found.Settings.ToConventions()));
    }

    private static Place? PlaceOf(BirthChart chart, Graha graha) =>
        chart.Has(graha) ? new(chart.Sign(graha), chart.Lagna is null ? null : chart.House(graha), chart[graha].Longitude.Nakshatra) : null;

    private static ComparedRow Row(string subject, IReadOnlyList<Place?> places) => new(
        subject, [.. places.Select(place => place?.Sign)], [.. places.Select(place => place?.House)], [.. places.Select(place => place?.Nakshatra)],
        places.All(place => place is not null && place.Sign == places[0]?.Sign), [.. places.Select(place => places[0] is { } first ? place?.Sign.HouseFrom(first.Sign) : null)]);

    private sealed record Place(Rashi Sign, int? House, Nakshatra Nakshatra);
}
