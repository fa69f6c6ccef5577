using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Yogas;
using Kundli.Jyotish.Zodiac;
using NodaTime;

namespace Kundli.Features.Reports;

/// <summary>For a birth whose time is not known: what the day allows. Lagna and Moon every two hours, the yogas with the hours in which they hold, and the periods from the day's first minute and from its last.</summary>
internal sealed class DayChapter(ReportPack pack, FoundChart found)
{
    private static readonly Duration RowEvery = Duration.FromHours(2);
    private static readonly Duration LookEvery = Duration.FromMinutes(15);

    public IEnumerable<ReportBlock> All() => BirthDay.Of(found) is { } day ? [.. Hours(day), .. Yogas(day), .. Dashas(day)] : [];

    private IEnumerable<ReportBlock> Hours(BirthDay day)
    {
        yield return new ReportBlock.Chapter(pack["day"]);
        yield return new ReportBlock.Paragraph(pack["dayNote"]);
        yield return new ReportBlock.Table([[pack["clock"], pack["lagna"], pack["moonSign"], pack["nakshatra"], pack["padaHead"], pack["firstDasha"]], .. day.Every(RowEvery).Select(instant => Row(day, instant))], [0.09, 0.15, 0.15, 0.22, 0.08, 0.31]);
    }

    private IReadOnlyList<string> Row(BirthDay day, Instant instant)
    {
        var chart = day.At(instant);
        var moon = chart[Graha.Moon];
        var period = Periods(chart, instant)[0];
        return
        [
            day.Clock(instant), chart.Lagna is { } lagna ? pack.Name(Names.Of(lagna.Rashi)) : "", pack.Name(Names.Of(moon.Rashi)), pack.Name(Names.Of(moon.Longitude.Nakshatra)),
            moon.Longitude.Pada.ToString(CultureInfo.InvariantCulture), $"{pack.Name(Names.Of(period.Lord))}, {pack.Day(period.End.ToDateTimeOffset())}",
        ];
    }

    private IEnumerable<ReportBlock> Yogas(BirthDay day)
    {
        var spans = new Dictionary<string, (YogaFinding Finding, List<(Instant From, Instant Until)> Spans)>(StringComparer.Ordinal);
        foreach (var at in day.Every(LookEvery))
            foreach (var finding in YogaRules.Of(day.At(at)) ?? [])
                Extend(spans.TryGetValue(finding.Rule.Id, out var known) ? known.Spans : (spans[finding.Rule.Id] = (finding, [])).Spans, at, day.EndOf(at, LookEvery));
        var all = spans.Values.OrderByDescending(yoga => yoga.Spans.Sum(span => (span.Until - span.From).TotalMinutes)).ThenBy(yoga => yoga.Spans[0].From).ThenBy(yoga => yoga.Finding.Rule.Id, StringComparer.Ordinal).Take(Limits.YogasOfDayMax).ToList();
        if (all.Count == 0)
            yield break;
        yield return new ReportBlock.Chapter(pack["yogasOfDay"]);
        yield return new ReportBlock.Paragraph(pack["yogasOfDayNote"]);
        yield return new ReportBlock.Table(
            [[pack["name"], pack["hours"], pack["source"]], .. all.Select(yoga => (IReadOnlyList<string>)[pack.Yoga(yoga.Finding.Rule.Id, yoga.Finding.Rule.Name), Hours(day, yoga.Spans), pack.Source(yoga.Finding.Rule.Source)])],
            [0.3, 0.4, 0.3]);
    }

    private static void Extend(List<(Instant From, Instant Until)> spans, Instant from, Instant until)
    {
        if (spans.Count > 0 && spans[^1].Until == from)
            spans[^1] = (spans[^1].From, until);
        else
            spans.Add((from, until));
    }

    private string Hours(BirthDay day, List<(Instant From, Instant Until)> spans) =>
        spans is [var only] && only.From == day.Every(LookEvery).First() && day.Clock(only.Until) == "24:00"
            ? pack["allDay"]
            : string.Join(", ", spans.Select(span => $"{day.Clock(span.From)}–{day.Clock(span.Until)}"));

    private IEnumerable<ReportBlock> Dashas(BirthDay day)
    {
        yield return new ReportBlock.Chapter(pack["dashas"]);
        yield return new ReportBlock.Paragraph(pack["dashasOfDayNote"]);
        foreach (var star in day.Stars())
        {
            // A second within, so that the longitude is surely in the star.
            var (from, until) = (star.From + Duration.FromSeconds(1), star.Until - Duration.FromSeconds(1));
            var (early, late) = (Periods(day.At(from), from), Periods(day.At(until), until));
            yield return new ReportBlock.Heading(pack.Say("moonIn", pack.Name(Names.Of(star.Value)), day.Clock(star.From), day.Clock(star.Until)));
            yield return new ReportBlock.Table(
                [
                    [pack["maha"], pack.Say("endsIfBorn", day.Clock(star.From)), pack.Say("endsIfBorn", day.Clock(star.Until))],
                    .. early.Zip(late).Take(Grahas.Nine.Count).Select(pair => (IReadOnlyList<string>)
                        [pack.Name(Names.Of(pair.First.Lord)), pack.Day(pair.First.End.ToDateTimeOffset()), pack.Day(pair.Second.End.ToDateTimeOffset())]),
                ],
                [0.3, 0.35, 0.35]);
        }
    }

    private IReadOnlyList<DashaPeriod<Graha>> Periods(BirthChart chart, Instant birth) =>
        NakshatraDashas.Vimshottari.Periods(chart[Graha.Moon].Longitude, BirthMoment.JulianDayOf(birth), found.Settings.DashaYear, new DashaSpan(1));
}
