using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Readings;

/// <summary>Everything that the rules find in a chart, and what they can't.</summary>
/// <param name="Items">Sorted by topic, then strength, then id; the same chart and moment give the same list.</param>
/// <param name="Unsaid">What is left out and why: <c>timeUnknown</c>, <c>noBirth</c>, <c>moonMissing</c>, <c>grahasMissing</c>.</param>
public sealed record ChartFindings(IReadOnlyList<Finding> Items, IReadOnlyList<string> Unsaid)
{
    /// <summary>The findings of a topic, strongest first.</summary>
    public IEnumerable<Finding> About(Topic topic) => Items.Where(finding => finding.Topic == topic);
}

/// <summary>Reads a chart by the rules: a pure function of the chart and the moment.</summary>
public static class Findings
{
    /// <summary>The findings of a chart at a moment.</summary>
    /// <param name="found">The chart.</param>
    /// <param name="moment">For running dashas and transits.</param>
    public static ChartFindings Of(FoundChart found, DateTimeOffset moment)
    {
        var items = Read(found, found.Chart, found.Moment?.JulianDay, moment);
        var others = WithinError(found).Select(other => Identities(found, other, moment)).ToList();
        if (others.Count > 0)
            items = [.. items.Select(item => item with { Confidence = Math.Round(others.Count(identities => identities.Contains(item.Identity)) / (double)others.Count, 2) })];
        if (found is { Moment: not null, TimeIsKnown: false })
            items = [.. items.Where(item => item.Confidence >= 1)];
        return new([.. items.OrderBy(item => item.Topic).ThenByDescending(item => item.Strength).ThenBy(item => item.Id, StringComparer.Ordinal)], Unsaid(found));
    }

    /// <summary>The periods of a topic within a span; empty where they can't be known.</summary>
    public static IReadOnlyList<Finding> Ahead(FoundChart found, Topic topic, DateTimeOffset from, DateTimeOffset until) =>
        found is { TimeIsKnown: true, Moment: { } birth } && Topics.Seats.FirstOrDefault(seat => seat.Topic == topic) is { } seat
            ? [.. TimeFindings.Ahead(found.Chart, birth.JulianDay, found.Settings.DashaYear, seat, from, until)]
            : [];

    private static List<Finding> Read(FoundChart found, BirthChart chart, JulianDayUt? birth, DateTimeOffset moment)
    {
        var bindus = Ashtakavarga.Of(chart);
        List<Finding> items = [.. PersonFindings.Of(chart), .. PlantFindings.Of(chart), .. Topics.Seats.SelectMany(seat => HouseFindings.Of(chart, seat, bindus))];
        if (!chart.Has(Graha.Moon))
            return items;
        if (found.TimeIsKnown && birth is { } instant)
            items.AddRange(TimeFindings.Dashas(chart, instant, found.Settings.DashaYear, moment));
        items.AddRange(TimeFindings.Transits(chart.Sign(Graha.Moon), moment, found.Settings.ToConventions(), Limits.TransitDays, bindus?.Sarva));
        return items;
    }

    private static HashSet<string> Identities(FoundChart found, (BirthChart Chart, JulianDayUt Birth) other, DateTimeOffset moment)
    {
        var bindus = Ashtakavarga.Of(other.Chart);
        IEnumerable<Finding> items = [.. PersonFindings.Of(other.Chart), .. PlantFindings.Of(other.Chart), .. Topics.Seats.SelectMany(seat => HouseFindings.Of(other.Chart, seat, bindus))];
        if (found.TimeIsKnown)
            items = items.Concat(TimeFindings.Dashas(other.Chart, other.Birth, found.Settings.DashaYear, moment));
        var transits = TimeFindings.Transits(other.Chart.Sign(Graha.Moon), moment, found.Settings.ToConventions(), Limits.TransitDays, bindus?.Sarva);
        return [.. items.Concat(transits).Select(item => item.Identity)];
    }

    /// <summary>The charts of births a little earlier and later; for an unknown time those of the beginning and the end of the day.</summary>
    private static IEnumerable<(BirthChart Chart, JulianDayUt Birth)> WithinError(FoundChart found)
    {
        if (found.Moment is not { } birth)
            yield break;
        var conventions = found.Settings.ToConventions();
        var instants = found.TimeIsKnown
            ? Offsets(found.Request.Birth!.TimeAccuracy).Select(minutes => birth.JulianDay + minutes / 1440)
            : [BirthMoment.JulianDayOf(birth.DayStart), BirthMoment.JulianDayOf(birth.DayEnd)];
        foreach (var instant in instants)
            yield return (BirthChart.At(instant, birth.Observer, conventions, found.TimeIsKnown), instant);
    }

    private static double[] Offsets(TimeAccuracy accuracy)
    {
        var error = accuracy == TimeAccuracy.Exact ? Limits.ExactErrorMinutes : Limits.MinutesErrorMinutes;
        return [-error, -error / 2, error / 2, error];
    }

    private static List<string> Unsaid(FoundChart found)
    {
        var unsaid = new List<string>();
        if (found is { Moment: not null, TimeIsKnown: false })
            unsaid.Add("timeUnknown");
        if (found.Moment is null)
            unsaid.Add("noBirth");
        if (!found.Chart.Has(Graha.Moon))
            unsaid.Add("moonMissing");
        if (!found.Chart.Has(Grahas.Nine))
            unsaid.Add("grahasMissing");
        return unsaid;
    }
}
