using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Reports;

/// <summary>Cover, glance, drawings, positions, houses and divisions.</summary>
internal sealed class ChartChapters(ReportPack pack, ChartAnswer chart, FoundChart found, ChartStyle style, IReadOnlyList<DashaPeriod<Graha>> running, bool hasAlmanac)
{
    private readonly BirthDay? _day = BirthDay.Of(found);

    public IEnumerable<ReportBlock> Places() => [.. Charts(), .. Positions(), .. Houses()];

    public ReportCover Cover(DateTimeOffset now)
    {
        var lines = new List<string>();
        if (found.Request.Birth is { } birth)
        {
            var date = BirthText.Date(birth.Date) is { } day ? pack.Day(day) : birth.Date;
            lines.Add(birth.Time is null ? pack.Say("bornUnknown", date) : pack.Say("born", date, Clock(birth.Time)));
            lines.Add(pack.Say("place", birth.Place ?? "", Degrees(birth.Latitude, "north", "south"), Degrees(birth.Longitude, "east", "west")).Trim());
            if (chart.Birth is { TimeZone: { } zone } answer)
                lines.Add(pack.Say("zone", zone, answer.UtcOffset));
        }
        else
            lines.Add(pack["given"]);
        lines.Add(pack.Say("madeOn", pack.Day(now)));
        return new(pack["title"], found.Request.Name ?? pack["unnamed"], lines, Svg(Varga.D1) is { } svg ? [("", svg)] : MoonCharts());
    }

    public IEnumerable<ReportBlock> Glance()
    {
        yield return new ReportBlock.Chapter(pack["basics"]);
        var rows = new List<IReadOnlyList<string>> { new[] { pack["what"], pack["value"] } };
        void Add(string key, string value) => rows.Add([pack[key], value]);
        if (chart.Lagna is { } lagna)
            Add("lagna", $"{Name(lagna.Sign)} {Angle(lagna.SignDegrees)}, {Name(lagna.Nakshatra)}, {pack.Say("pada", lagna.Pada)}");
        if (chart.MoonChart is { } moon)
            Add("moonSign", pack.Sure(Signs(Graha.Moon, moon.Sign), moon.Certain));
        if (chart.SunChart is { } sun)
            Add("sunSign", pack.Sure(Signs(Graha.Sun, sun.Sign), sun.Certain));
        if (chart.BirthStar is { } star)
        {
            Add("birthStar", star.Pada is { } pada ? $"{Name(star.Nakshatra)}, {pack.Say("pada", pada)}" : pack.Sure(Stars(star.Nakshatra, Name), star.Certain));
            Add("starLord", pack.Sure(Stars(star.Nakshatra, nakshatra => Name(nakshatra.Lord())), star.Certain));
            if (star.Syllable is { } syllable)
                Add("syllable", pack.IsHindi ? syllable : $"{syllable} ({star.SyllableLatin})");
        }
        // Where the day of birth has a chapter of its own, its limbs stand there.
        if (chart.Panchang is { } limbs && !hasAlmanac)
        {
            if (limbs.Vara is { } vara)
                Add("vara", pack.Name(AlmanacNames.Of(vara)));
            Add("tithi", pack.Name(AlmanacNames.Tithi(limbs.Tithi.Number)));
            Add("yoga", pack.Name(AlmanacNames.Yoga(limbs.Yoga.Number)));
            Add("karana", pack.Name(AlmanacNames.Karana(limbs.Karana.Number)));
        }
        if (running.Count > 0)
            Add("running", pack.Say("runningUntil", string.Join(" – ", running.Select(period => Name(period.Lord))), pack.Day(running[^1].End.ToDateTimeOffset())));
        yield return new ReportBlock.Table(rows, [0.3, 0.7]);
    }

    private IEnumerable<ReportBlock> Charts()
    {
        yield return new ReportBlock.Chapter(pack["charts"]);
        if (Svg(Varga.D1) is not { } rashi)
        {
            yield return new ReportBlock.Drawings([.. MoonCharts(), .. SunChart()]);
            yield return new ReportBlock.Paragraph(pack["moonChartNote"], IsNote: true);
            yield break;
        }
        yield return new ReportBlock.Drawings([(pack["rashiChart"], rashi), (pack["navamsaChart"], Svg(Varga.D9)!)]);
        yield return new ReportBlock.Paragraph(style == ChartStyle.North ? $"{pack["chartsNoteNorth"]} {pack["chartsNote"]}" : pack["chartsNote"], IsNote: true);
    }

    private IEnumerable<ReportBlock> Positions()
    {
        yield return new ReportBlock.Chapter(pack["positions"]);
        if (found is { TimeIsKnown: false, Moment: not null })
            yield return new ReportBlock.Paragraph(pack["positionsAtNoon"], IsNote: true);
        // Where there are no houses, the column tells what holds all day; of given longitudes neither is known.
        var column = chart.Lagna is not null ? "house" : _day is not null ? "holds" : null;
        IReadOnlyList<string> Cells(string name, string sign, string degrees, string star, string pada, string seat, string dignity, string notes) =>
            column is null ? [name, sign, degrees, star, pada, dignity, notes] : [name, sign, degrees, star, pada, seat, dignity, notes];
        var rows = new List<IReadOnlyList<string>> { Cells(pack["graha"], pack["sign"], pack["degrees"], pack["nakshatra"], pack["padaHead"], column is null ? "" : pack[column], pack["dignity"], pack["notes"]) };
        if (chart.Lagna is { } lagna)
            rows.Add(Cells(pack["lagna"], Name(lagna.Sign), Angle(lagna.SignDegrees), Name(lagna.Nakshatra), Number(lagna.Pada), "1", "", ""));
        foreach (var graha in chart.Grahas)
            rows.Add(Cells(
                Name(graha.Graha), Name(graha.Sign), Angle(graha.SignDegrees), Name(graha.Nakshatra), Number(graha.Pada), graha.House is { } house ? Number(house) : Holds(graha.Graha),
                graha.Dignity is { } dignity ? pack[Words.Key(dignity)] : "",
                string.Join(", ", new[] { graha.Retrograde == true && !graha.Graha.IsNode() ? pack["retrograde"] : null, graha.Combust ? pack["combust"] : null }.OfType<string>())));
        yield return new ReportBlock.Table(rows, column switch { "house" => [0.12, 0.13, 0.12, 0.19, 0.08, 0.08, 0.15, 0.13], null => [0.14, 0.15, 0.14, 0.2, 0.08, 0.15, 0.14], _ => [0.1, 0.13, 0.12, 0.19, 0.08, 0.15, 0.12, 0.11] });
        if (_day is not { } day)
            yield break;
        yield return new ReportBlock.Heading(pack["span"]);
        yield return new ReportBlock.Paragraph(pack["spanNote"], IsNote: true);
        yield return new ReportBlock.Table(
            [[pack["graha"], pack["atStart"], pack["atEnd"]], .. day.First.Placements.Where(placement => placement.Graha <= Graha.Ketu).Select(placement => (IReadOnlyList<string>)
                [Name(placement.Graha), Place(placement), Place(day.Last[placement.Graha])])], [0.2, 0.4, 0.4]);
    }

    /// <summary>What of a graha's place is the same from the day's first minute to its last.</summary>
    private string Holds(Graha graha)
    {
        if (_day is not { } day || !day.First.Has(graha))
            return "";
        var (first, last) = (day.First[graha].Longitude, day.Last[graha].Longitude);
        return first.Rashi == last.Rashi
            ? pack[first.Nakshatra != last.Nakshatra ? "holdsSign" : first.Pada != last.Pada ? "holdsStar" : "holdsPada"]
            : first.Nakshatra == last.Nakshatra ? pack["holdsStarAlone"] : pack["holdsNothing"];
    }

    private string Place(Placement placement)
    {
        var minutes = (int)(placement.Longitude.InRashi * 60);
        return string.Create(CultureInfo.InvariantCulture, $"{Name(placement.Rashi)} {minutes / 60}°{minutes % 60:00}', {Name(placement.Longitude.Nakshatra)}");
    }

    /// <summary>The sign of a graha; where the day has two, both with the time of the change.</summary>
    private string Signs(Graha graha, Rashi sign) => _day is { } day ? pack.Changing([.. day.Signs(graha).Select(part => (Name(part.Value), day.Clock(part.Until)))]) : Name(sign);

    private string Stars(Nakshatra star, Func<Nakshatra, string> name) => _day is { } day ? pack.Changing([.. day.Stars().Select(part => (name(part.Value), day.Clock(part.Until)))]) : name(star);

    /// <summary>The chart from the Moon's sign; where the day has two, from either.</summary>
    private IReadOnlyList<(string Caption, string Svg)> MoonCharts()
    {
        if (_day is not { } day)
            return found.Chart.Has(Graha.Moon) ? [(pack["moonChart"], Svg(Varga.D1, found.Chart.Sign(Graha.Moon), found.Chart))] : [];
        var parts = day.Signs(Graha.Moon);
        return [.. parts.Select(part => (
            parts.Count == 1 ? pack["moonChart"] : pack.Say("moonIn", Name(part.Value), day.Clock(part.From), day.Clock(part.Until)), Svg(Varga.D1, part.Value, day.At(part.Middle))))];
    }

    private IEnumerable<ReportBlock> Houses()
    {
        if (chart.Houses is not { } houses)
            yield break;
        yield return new ReportBlock.Heading(pack["houses"]);
        var rows = houses.Select(house => (IReadOnlyList<string>)[Number(house.Number), Name(house.Sign), Name(house.Lord), string.Join(", ", house.Grahas.Select(Name))]);
        yield return new ReportBlock.Table([[pack["house"], pack["sign"], pack["lord"], pack["occupants"]], .. rows], [0.12, 0.24, 0.24, 0.4]);
    }

    public IEnumerable<ReportBlock> Vargas()
    {
        if (found.Chart.Lagna is not { } lagna)
            yield break;
        yield return new ReportBlock.Chapter(pack["vargas"]);
        yield return new ReportBlock.Paragraph(pack["vargasNote"], IsNote: true);
        var nine = found.Chart.Placements.Where(placement => placement.Graha <= Graha.Ketu).ToList();
        var rows = Enum.GetValues<Varga>().Select(varga => (IReadOnlyList<string>)
            [varga.ToString(), Short(Sign(varga, lagna)), .. nine.Select(placement => Short(Sign(varga, placement.Longitude)))]);
        yield return new ReportBlock.Table([["", pack["lagna"], .. nine.Select(placement => Name(placement.Graha))], .. rows], [0.07, .. Enumerable.Repeat(0.93 / (nine.Count + 1), nine.Count + 1)]);
        string[] shown = ["D2", "D3", "D7", "D10", "D12", "D60"];
        foreach (var three in shown.Chunk(3))
            yield return new ReportBlock.Drawings([.. three.Select(name => (name, Svg(Enum.Parse<Varga>(name))!))]);
    }

    /// <summary>The chart from the Sun, at noon: it stands beside the one from the Moon where there is none from the lagna.</summary>
    private IReadOnlyList<(string Caption, string Svg)> SunChart() => found.Chart.Has(Graha.Sun) ? [(pack["sunChart"], Svg(Varga.D1, found.Chart.Sign(Graha.Sun), found.Chart))] : [];

    private string? Svg(Varga varga) => found.Chart.Lagna is { } lagna ? Svg(varga, Sign(varga, lagna), found.Chart, isFromLagna: true) : null;

    private string Svg(Varga varga, Rashi counted, BirthChart sky, bool isFromLagna = false) => ChartSvg.Draw(
        new(varga.ToString(), counted, [.. sky.Placements.Select(placement => new DrawnGraha(placement.Graha, Sign(varga, placement.Longitude), placement.IsRetrograde))]) { IsFromLagna = isFromLagna },
        style, pack.Language, DrawingTheme.Light);

    // Some divisions have several traditions: the one that the chart was asked for.
    private Rashi Sign(Varga varga, SiderealLongitude longitude) => varga.Sign(longitude, found.Settings.VariantOf(varga));

    private string Name(Graha graha) => pack.Name(Names.Of(graha));

    private string Name(Rashi rashi) => pack.Name(Names.Of(rashi));

    private string Name(Nakshatra nakshatra) => pack.Name(Names.Of(nakshatra));

    private string Short(Rashi rashi) => pack.IsHindi ? Names.Of(rashi).Hi : rashi.ToString()[..3];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Angle(double degrees)
    {
        // Whole seconds first, so that no 60" is written.
        var seconds = (int)(degrees * 3600);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}°{seconds / 60 % 60:00}'{seconds % 60:00}\"");
    }

    private string Degrees(double value, string positive, string negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(value):0.0000}° {pack[value < 0 ? negative : positive]}");

    /// <summary>A time as it was told, without seconds that say nothing.</summary>
    private static string Clock(string time)
    {
        var clock = time.Split('.')[0];
        return clock.Length == "hh:mm:ss".Length && clock.EndsWith(":00", StringComparison.Ordinal) ? clock[..^":00".Length] : clock;
    }
}
