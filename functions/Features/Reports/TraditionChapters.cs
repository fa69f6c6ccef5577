using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Plants;
using Kundli.Features.Readings;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Reports;

/// <summary>Yogas, doshas, remedies, and the conventions page at the end.</summary>
internal sealed class TraditionChapters(ReportPack pack, ChartAnswer chart, FoundChart found, Remedies remedies, ISpeciesTable species)
{
    public IEnumerable<ReportBlock> All() => [.. Yogas(), .. Doshas(), .. SaturnOfEitherSign(), .. Remedies(), .. Conventions()];

    private IEnumerable<ReportBlock> Yogas()
    {
        // Of a day without an hour the yogas stand with the hours in which they hold.
        if (chart.Yogas is not { } yogas || found is { TimeIsKnown: false, Moment: not null })
            yield break;
        yield return new ReportBlock.Chapter(pack["yogas"]);
        if (yogas.Count == 0)
        {
            yield return new ReportBlock.Paragraph(pack["noYogas"]);
            yield break;
        }
        yield return new ReportBlock.Paragraph(pack["yogasNote"], IsNote: true);
        yield return new ReportBlock.Table(
            [[pack["name"], pack["formedBy"], pack["source"]], .. yogas.Select(yoga => (IReadOnlyList<string>)[pack.Yoga(yoga.Id, yoga.Name), string.Join(", ", yoga.Grahas.Select(Name)), pack.Source(yoga.Source)])],
            [0.34, 0.36, 0.3]);
    }

    private IEnumerable<ReportBlock> Doshas()
    {
        if (chart.Doshas is not { } doshas)
            yield break;
        yield return new ReportBlock.Chapter(pack["doshas"]);
        yield return new ReportBlock.Paragraph(pack["doshasNote"]);
        yield return new ReportBlock.Table([[pack["name"], pack["state"], pack["because"], pack["source"]], .. Facts(doshas)], [0.17, 0.27, 0.38, 0.18]);
        if (doshas.SadeSati is not { Periods.Count: > 0 } saturn)
            yield break;
        yield return new ReportBlock.Heading(pack[found.Moment is null ? "sadeSatiCenturies" : "sadeSatiPeriods"]);
        yield return SaturnRounds.Table(pack, saturn.Periods);
    }

    private List<IReadOnlyList<string>> Facts(DoshasAnswer doshas)
    {
        var rows = new List<IReadOnlyList<string>>();
        // Without a time they are read at noon: what the day's first or last minute has otherwise is not certain.
        var edges = BirthDay.Of(found) is { } day ? day.Edges.Select(edge => DoshaDrawing.Of(day.SkyAt(edge), default)).OfType<DoshasAnswer>().ToList() : [];
        void Add(string key, bool present, Func<DoshasAnswer, bool?> otherwise, string reason, string? source = null, bool cancelled = false) => rows.Add(
            [pack[key], pack.Sure(pack[present ? cancelled ? "cancelled" : "present" : "absent"], edges.All(edge => otherwise(edge) == present)), present ? reason : "", source ?? pack["custom"]]);
        if (doshas.Manglik is { } manglik)
            Add("manglik", manglik.Present, edge => edge.Manglik?.Present, OfMars(manglik), pack.Or(manglik.Policy), manglik.Cancelled);
        if (doshas.KaalSarp is { } kaalSarp)
            Add("kaalSarp", kaalSarp.Present, edge => edge.KaalSarp?.Present, pack["betweenNodes"]);
        if (doshas.Pitra is { } pitra)
            Add("pitra", pitra.Present, edge => edge.Pitra?.Present, Reasons(pitra.Reasons));
        if (doshas.Gandmool is { } gandmool)
            Add("gandmool", gandmool.Present, edge => edge.Gandmool?.Present, pack.Say("moonStands", Name(gandmool.Nakshatra)));
        if (doshas.GuruChandal is { } guru)
            Add("guruChandal", guru.Present, edge => edge.GuruChandal?.Present, Reasons(guru.Reasons));
        if (doshas.Grahan is { } grahan)
            Add("grahan", grahan.Present, edge => edge.Grahan?.Present, Reasons(grahan.Reasons));
        if (doshas.SadeSati is { } sadeSati)
            Add("sadeSati", sadeSati.Active, _ => sadeSati.Active, sadeSati.Phase is { } phase ? pack["sadeSati." + Words.Key(phase)] : "");
        return rows;
    }

    private string OfMars(ManglikAnswer manglik) => pack.Say("marsHouses", string.Join(", ", manglik.Houses.Select(house => pack.Say("marsFrom." + house.Key, house.Value))))
        + (manglik.Exceptions.Count > 0 ? pack.Say("exceptions", Reasons(manglik.Exceptions)) : "");

    private string Reasons(IEnumerable<string> reasons) => string.Join("; ", reasons.Select(reason => pack["fact." + reason]));

    /// <summary>Where the Moon's sign is not certain, Saturn's rounds from either.</summary>
    private IEnumerable<ReportBlock> SaturnOfEitherSign()
    {
        if (chart.Doshas is not null || BirthDay.Of(found) is not { } day)
            yield break;
        yield return new ReportBlock.Chapter(pack["sadeSatiPeriods"]);
        yield return new ReportBlock.Paragraph(pack["sadeSatiNote"]);
        foreach (var part in day.Signs(Graha.Moon))
        {
            yield return new ReportBlock.Heading(pack.Say("moonIn", Name(part.Value), day.Clock(part.From), day.Clock(part.Until)));
            yield return SaturnRounds.Table(pack, DoshaDrawing.RoundsOf(found, part.Value));
        }
    }

    private IEnumerable<ReportBlock> Remedies()
    {
        yield return new ReportBlock.Chapter(pack["remedies"]);
        yield return new ReportBlock.Paragraph(pack["remediesNote"]);
        yield return new ReportBlock.Heading(pack["plants"]);
        yield return new ReportBlock.Table(
            [[pack["plant"], pack["botanical"], pack["why"], pack["source"]], .. remedies.Plants.Select(plant => (IReadOnlyList<string>)[pack.Name(plant.Names), plant.ScientificName, Role(plant), pack.Source(plant.Reason.Source)])],
            [0.2, 0.26, 0.26, 0.28]);
        foreach (var plant in remedies.Plants.Where(plant => plant.Warning is not null).DistinctBy(plant => plant.Slug))
            yield return new ReportBlock.Paragraph($"{pack["careful"]} · {pack.Name(plant.Names)}: {pack.Name(plant.Warning!)}", IsNote: true);
        foreach (var block in Care())
            yield return block;
        if (remedies.Mantras.Count > 0)
        {
            yield return new ReportBlock.Heading(pack["mantras"]);
            yield return new ReportBlock.Table(
                [[pack["graha"], pack["mantra"], pack["count"]], .. remedies.Mantras.Select(mantra => (IReadOnlyList<string>)[Name(mantra.Graha), pack.IsHindi ? mantra.Devanagari : $"{mantra.Text} · {mantra.Devanagari}", mantra.Count.ToString(CultureInfo.InvariantCulture)])],
                [0.18, 0.62, 0.2]);
        }
        if (remedies.Gemstones.Count == 0)
            yield break;
        yield return new ReportBlock.Heading(pack["stones"]);
        yield return new ReportBlock.Table([[pack["graha"], pack["stone"], pack["source"]], .. remedies.Gemstones.Select(stone => (IReadOnlyList<string>)[Name(stone.Graha), pack.Name(stone.Names), pack.Source(stone.Reason.Source)])], [0.25, 0.3, 0.45]);
    }

    private IEnumerable<ReportBlock> Care()
    {
        var rows = remedies.Plants.DistinctBy(plant => plant.Slug).Select(plant => (Plant: plant, Species: species.Find(plant.Slug))).Where(row => row.Species is not null).Select(row => (IReadOnlyList<string>)
            [pack.Name(row.Plant.Names), pack[Words.Key(row.Species!.Light)], pack[Words.Key(row.Species.Water)], string.Join(", ", row.Plant.SuitableFor.Select(site => pack[Words.Key(site)]))]).ToList();
        if (rows.Count == 0)
            yield break;
        yield return new ReportBlock.Heading(pack["care"]);
        yield return new ReportBlock.Table([[pack["plant"], pack["light"], pack["water"], pack["site"]], .. rows], [0.25, 0.2, 0.3, 0.25]);
        yield return new ReportBlock.Paragraph(pack["careNote"], IsNote: true);
    }

    private IEnumerable<ReportBlock> Conventions()
    {
        yield return new ReportBlock.Chapter(pack["conventions"]);
        var used = chart.Conventions;
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { pack["what"], pack["value"] },
            new[] { pack["ayanamsa"], pack.Or(Words.Key(used.Ayanamsa)) + (chart.Ayanamsa is { } ayanamsa ? string.Create(CultureInfo.InvariantCulture, $" {ayanamsa.Degrees:0.000000}°") : "") },
            new[] { pack["node"], pack.Or(Words.Key(used.Node)) },
            new[] { pack["houseSystem"], pack.Or(Words.Key(used.HouseSystem)) },
            new[] { pack["dashaYear"], pack.Or(Words.Key(used.DashaYear)) },
        };
        if (chart.Birth is { } birth)
        {
            rows.Add([pack["positionsKind"], used.Positions == PositionKind.Apparent ? pack["apparent"] : pack["true"]]);
            rows.Add([pack["instant"], birth.Instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)]);
            rows.Add([pack["julianDay"], birth.JulianDayUt.ToString("0.000000", CultureInfo.InvariantCulture)]);
            rows.Add([pack["deltaT"], pack.Say("seconds", birth.DeltaTSeconds.ToString("0.00", CultureInfo.InvariantCulture))]);
        }
        if (chart.ObliquityDegrees is { } obliquity)
            rows.Add([pack["obliquity"], string.Create(CultureInfo.InvariantCulture, $"{obliquity:0.000000}°")]);
        yield return new ReportBlock.Table(rows, [0.4, 0.6]);
        yield return new ReportBlock.Paragraph(pack[chart.Birth is null ? "aboutGiven" : "about"]);
        yield return new ReportBlock.Paragraph(pack["disclaimer"]);
    }

    private string Role(RemedyPlant plant) => plant.Role switch
    {
        "birthStar" => pack.Say("roleBirthStar", Enum.TryParse<Nakshatra>(plant.Subject, ignoreCase: true, out var star) ? Name(star) : plant.Subject),
        "moonSign" => pack.Say("roleMoonSign", Rashi(plant)),
        "lagna" => pack.Say("roleLagna", Rashi(plant)),
        _ => pack.Say("roleGraha", Enum.TryParse<Graha>(plant.Subject, ignoreCase: true, out var graha) ? Name(graha) : plant.Subject),
    };

    private string Rashi(RemedyPlant plant) => Enum.TryParse<Rashi>(plant.Subject, ignoreCase: true, out var sign) ? pack.Name(Names.Of(sign)) : plant.Subject;

    private string Name(Rashi rashi) => pack.Name(Names.Of(rashi));

    private string Name(Graha graha) => pack.Name(Names.Of(graha));

    private string Name(Nakshatra nakshatra) => pack.Name(Names.Of(nakshatra));
}
