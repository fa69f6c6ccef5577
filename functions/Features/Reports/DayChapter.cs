using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Zodiac;
using NodaTime;

namespace Kundli.Features.Reports;

/// <summary>For a birth whose time is not known: what the day allows. Lagna, Moon and first period every two hours, and what the grahas pass through from midnight to midnight.</summary>
internal sealed class DayChapter(ReportPack pack, FoundChart found)
{
    private const int RowsEveryHours = 2;

    public IEnumerable<ReportBlock> All()
    {
        if (found is not { TimeIsKnown: false, Moment: { } day })
            yield break;
        yield return new ReportBlock.Chapter(pack["day"]);
        yield return new ReportBlock.Paragraph(pack["dayNote"]);
        yield return new ReportBlock.Table([[pack["clock"], pack["lagna"], pack["moonSign"], pack["nakshatra"], pack["padaHead"], pack["firstDasha"]], .. Instants(day).Select(instant => Row(day, instant))], [0.11, 0.16, 0.16, 0.24, 0.09, 0.24]);
        var (first, last) = (At(day, day.DayStart), At(day, day.DayEnd));
        yield return new ReportBlock.Heading(pack["span"]);
        yield return new ReportBlock.Paragraph(pack["spanNote"], IsNote: true);
        yield return new ReportBlock.Table(
            [[pack["graha"], pack["atStart"], pack["atEnd"]], .. first.Placements.Where(placement => placement.Graha <= Graha.Ketu).Select(placement => (IReadOnlyList<string>)
                [pack.Name(Names.Of(placement.Graha)), Place(placement), Place(last[placement.Graha])])], [0.2, 0.4, 0.4]);
    }

    private static IEnumerable<Instant> Instants(BirthMoment day)
    {
        for (var at = day.DayStart; at < day.DayEnd; at += Duration.FromHours(RowsEveryHours))
            yield return at;
    }

    private BirthChart At(BirthMoment day, Instant instant) => BirthChart.At(BirthMoment.JulianDayOf(instant), day.Observer, found.Settings.ToConventions(), timeIsKnown: true);

    private IReadOnlyList<string> Row(BirthMoment day, Instant instant)
    {
        var chart = At(day, instant);
        var moon = chart[Graha.Moon];
        var period = NakshatraDashas.Vimshottari.Periods(moon.Longitude, BirthMoment.JulianDayOf(instant), found.Settings.DashaYear, new DashaSpan(1))[0];
        return
        [
            day.ClockAt(instant).ToString("HH:mm", CultureInfo.InvariantCulture), chart.Lagna is { } lagna ? pack.Name(Names.Of(lagna.Rashi)) : "", pack.Name(Names.Of(moon.Rashi)), pack.Name(Names.Of(moon.Longitude.Nakshatra)),
            moon.Longitude.Pada.ToString(CultureInfo.InvariantCulture), $"{pack.Name(Names.Of(period.Lord))}, {ReportPack.Day(period.End.ToDateTimeOffset())}",
        ];
    }

    private string Place(Placement placement)
    {
        var minutes = (int)(placement.Longitude.InRashi * 60);
        return string.Create(CultureInfo.InvariantCulture, $"{pack.Name(Names.Of(placement.Rashi))} {minutes / 60}°{minutes % 60:00}', {pack.Name(Names.Of(placement.Longitude.Nakshatra))}");
    }
}
