using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Reports;

/// <summary>The periods of a life: Vimshottari as a line of years and as tables.</summary>
internal sealed class TimeChapters(ReportPack pack, FoundChart found, ChartAnswer chart, DateTimeOffset now)
{
    /// <summary>Of the page's width, so that the years of the great periods stand below it on the same page.</summary>
    private const double TimelineShare = 0.7;

    /// <summary>The great period of today and the one within it; empty where the time of birth is not known.</summary>
    public IReadOnlyList<DashaPeriod<Graha>> Running => found is { TimeIsKnown: true, Moment: { } moment } && found.Chart.Has(Graha.Moon)
        ? NakshatraDashas.Vimshottari.Path(found.Chart[Graha.Moon].Longitude, moment.JulianDay, found.Settings.DashaYear, JulianDayUt.From(now), depth: 2)
        : [];

    public IEnumerable<ReportBlock> All()
    {
        if (!found.TimeIsKnown || chart.Dasha?.Periods is null)
            yield break;
        var periods = DashaDrawing.Of(NakshatraDashas.Vimshottari, found, new DashaSpan(2)).Periods!;
        yield return new ReportBlock.Chapter(pack["dashas"]);
        if (found.Moment is { } moment)
            yield return new ReportBlock.Picture(DashaTimeline.Draw(
                pack["dashas"], NakshatraDashas.Vimshottari.Periods(found.Chart[Graha.Moon].Longitude, moment.JulianDay, found.Settings.DashaYear, new DashaSpan(2)),
                moment.JulianDay, JulianDayUt.From(now), pack.Language, DrawingTheme.Light, withHeading: false), TimelineShare);
        yield return new ReportBlock.Paragraph(pack["dashasNote"], IsNote: true);
        yield return new ReportBlock.Table(
            [[pack["maha"], pack["from"], pack["to"]], .. periods.Select(period => (IReadOnlyList<string>)[Name(period.Lord), pack.Day(period.Start), pack.Day(period.End)])], [0.4, 0.3, 0.3]);
        // Three in a row, as they are read: what is past, what runs, what comes.
        foreach (var three in periods.Chunk(3))
        {
            yield return new ReportBlock.Heading(pack.Say("dashaOf", string.Join(" · ", three.Select(period => Name(period.Lord)))));
            yield return new ReportBlock.Table(
                [[.. three.SelectMany(_ => new[] { pack["antar"], pack["to"] })], .. Enumerable.Range(0, three.Max(period => period.Periods.Count)).Select(row => (IReadOnlyList<string>)
                    [.. three.SelectMany(period => row < period.Periods.Count ? new[] { Name(period.Periods[row].Lord), pack.Day(period.Periods[row].End) } : ["", ""])])],
                [.. three.SelectMany(_ => new[] { 0.133, 0.2 })]);
        }
    }

    private string Name(string lord) => Enum.TryParse<Graha>(lord, ignoreCase: true, out var graha) ? pack.Name(Names.Of(graha)) : lord;
}
