using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Reports;

/// <summary>Cover, glance, drawings, positions, houses and divisions.</summary>
internal sealed class ChartChapters(ReportPack pack, ChartAnswer chart, FoundChart found, ChartStyle style)
{
    public IEnumerable<ReportBlock> Front(DateTimeOffset now) => [Cover(now), .. Glance(), .. Charts(), .. Positions(), .. Houses()];

    private ReportBlock.Cover Cover(DateTimeOffset now)
    {
        var lines = new List<string>();
        if (found.Request.Birth is { } birth)
        {
            lines.Add(birth.Time is null ? pack.Say("bornUnknown", birth.Date) : pack.Say("born", birth.Date, birth.Time.Split('.')[0]));
            lines.Add(pack.Say("place", birth.Place ?? "", Degrees(birth.Latitude, 'N', 'S'), Degrees(birth.Longitude, 'E', 'W')).Trim());
            if (chart.Birth is { TimeZone: { } zone } answer)
                lines.Add(pack.Say("zone", zone, answer.UtcOffset));
        }
        else
            lines.Add(pack["given"]);
        lines.Add(pack.Say("madeOn", ReportPack.Day(now)));
        return new(pack["title"], found.Request.Name ?? pack["unnamed"], lines, Svg(Varga.D1));
    }

    private IEnumerable<ReportBlock> Glance()
    {
        yield return new ReportBlock.Chapter(pack["basics"]);
        var rows = new List<IReadOnlyList<string>> { new[] { pack["what"], pack["value"] } };
        void Add(string key, string value) => rows.Add([pack[key], value]);
        if (chart.Lagna is { } lagna)
            Add("lagna", $"{Name(lagna.Sign)} {Angle(lagna.SignDegrees)}, {Name(lagna.Nakshatra)}, {pack.Say("pada", lagna.Pada)}");
        if (chart.MoonChart is { } moon)
            Add("moonSign", pack.Sure(Name(moon.Sign), moon.Certain));
        if (chart.SunChart is { } sun)
            Add("sunSign", pack.Sure(Name(sun.Sign), sun.Certain));
        if (chart.BirthStar is { } star)
        {
            Add("birthStar", star.Pada is { } pada ? $"{Name(star.Nakshatra)}, {pack.Say("pada", pada)}" : pack.Sure(Name(star.Nakshatra), star.Certain));
            Add("lord", pack.Sure(Name(star.Lord), star.Certain));
            if (star.Syllable is { } syllable)
                Add("syllable", $"{syllable} ({star.SyllableLatin})");
        }
        if (chart.Panchang is { } limbs)
        {
            if (limbs.Vara is { } vara)
                Add("vara", pack[Words.Key(vara)]);
            Add("tithi", $"{pack[limbs.Tithi.Number <= 15 ? "shukla" : "krishna"]} {((limbs.Tithi.Number - 1) % 15) + 1}");
        }
        yield return new ReportBlock.Table(rows, [0.3, 0.7]);
    }

    private IEnumerable<ReportBlock> Charts()
    {
        if (chart.MoonChart is { Certain: true } moon && found.Chart.Lagna is null)
        {
            yield return new ReportBlock.Heading(pack["charts"]);
            yield return new ReportBlock.Drawings([(pack["moonChart"], Svg(Varga.D1, moon.Sign))]);
            yield return new ReportBlock.Paragraph(pack["moonChartNote"], IsNote: true);
        }
        if (Svg(Varga.D1) is not { } rashi)
            yield break;
        yield return new ReportBlock.Heading(pack["charts"]);
        yield return new ReportBlock.Drawings([(pack["rashiChart"], rashi), (pack["navamsaChart"], Svg(Varga.D9)!)]);
        yield return new ReportBlock.Paragraph(pack["chartsNote"], IsNote: true);
    }

    private IEnumerable<ReportBlock> Positions()
    {
        yield return new ReportBlock.Chapter(pack["positions"]);
        if (found is { TimeIsKnown: false, Moment: not null })
            yield return new ReportBlock.Paragraph(pack["positionsAtNoon"], IsNote: true);
        var rows = new List<IReadOnlyList<string>> { new[] { pack["graha"], pack["sign"], pack["degrees"], pack["nakshatra"], pack["padaHead"], pack["house"], pack["dignity"], pack["notes"] } };
        if (chart.Lagna is { } lagna)
            rows.Add([pack["lagna"], Name(lagna.Sign), Angle(lagna.SignDegrees), Name(lagna.Nakshatra), Number(lagna.Pada), "1", "", ""]);
        foreach (var graha in chart.Grahas)
            rows.Add(
            [
                Name(graha.Graha), Name(graha.Sign), Angle(graha.SignDegrees), Name(graha.Nakshatra), Number(graha.Pada), graha.House is { } house ? Number(house) : "",
                graha.Dignity is { } dignity ? pack[Words.Key(dignity)] : "",
                string.Join(", ", new[] { graha.Retrograde == true && !graha.Graha.IsNode() ? pack["retrograde"] : null, graha.Combust ? pack["combust"] : null }.OfType<string>()),
            ]);
        yield return new ReportBlock.Table(rows, [0.13, 0.13, 0.12, 0.19, 0.07, 0.07, 0.15, 0.14]);
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
            [varga.ToString(), Short(varga.Sign(lagna)), .. nine.Select(placement => Short(varga.Sign(placement.Longitude)))]);
        yield return new ReportBlock.Table([["", pack["lagna"], .. nine.Select(placement => Name(placement.Graha))], .. rows], [0.07, .. Enumerable.Repeat(0.93 / (nine.Count + 1), nine.Count + 1)]);
        string[] shown = ["D2", "D3", "D7", "D10", "D12", "D60"];
        foreach (var three in shown.Chunk(3))
            yield return new ReportBlock.Drawings([.. three.Select(name => (name, Svg(Enum.Parse<Varga>(name))!))]);
    }

    private string? Svg(Varga varga) => found.Chart.Lagna is { } lagna ? Svg(varga, varga.Sign(lagna)) : null;

    private string Svg(Varga varga, Rashi counted) => ChartSvg.Draw(
        new(varga.ToString(), counted, [.. found.Chart.Placements.Select(placement => new DrawnGraha(placement.Graha, varga.Sign(placement.Longitude), placement.IsRetrograde))]),
        style, pack.Language, DrawingTheme.Light);

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

    private static string Degrees(double value, char positive, char negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(value):0.0000}° {(value < 0 ? negative : positive)}");
}
