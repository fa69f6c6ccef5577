using System.Globalization;
using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Reports;

/// <summary>Strengths as plots and tables.</summary>
internal sealed class StrengthChapters(ReportPack pack, FoundChart found, StrengthsAnswer strengths)
{
    private const double MeanBindus = 28;

    /// <summary>Of the page's width, so that bars and bindus stand on one page.</summary>
    private const double BinduShare = 0.7;

    public IEnumerable<ReportBlock> All() => [.. Shadbala(), .. Ashtakavarga()];

    private IEnumerable<ReportBlock> Shadbala()
    {
        if (strengths.Shadbala is not { } shadbala)
            yield break;
        yield return new ReportBlock.Chapter(pack["strengths"]);
        yield return new ReportBlock.Heading(pack["shadbala"]);
        yield return new ReportBlock.Bars(
            [.. Grahas.Seven.Select(graha => (graha, strength: shadbala[Words.Key(graha)])).Select(row => (Name(row.graha), row.strength.Rupas, (double?)row.strength.Required, $"{Text(row.strength.Rupas)} / {Text(row.strength.Required)}"))],
            shadbala.Values.Max(strength => Math.Max(strength.Rupas, strength.Required)));
        yield return new ReportBlock.Paragraph(pack["shadbalaNote"], IsNote: true);
        yield return new ReportBlock.Heading(pack["parts"]);
        yield return new ReportBlock.Table(
        [
            [pack["graha"], pack["sthana"], pack["dig"], pack["kala"], pack["cheshta"], pack["naisargika"], pack["drik"], pack["total"]],
            .. Grahas.Seven.Select(graha => (graha, strength: shadbala[Words.Key(graha)])).Select(row => (IReadOnlyList<string>)
            [
                Name(row.graha), Text(row.strength.Parts.Sthana), Text(row.strength.Parts.Dig), Text(row.strength.Parts.Kala), Text(row.strength.Parts.Cheshta),
                Text(row.strength.Parts.Naisargika), Text(row.strength.Parts.Drik), Text(row.strength.Total),
            ]),
        ],
            [0.16, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12]);
        if (strengths.BhavaBala is not { } houses)
            yield break;
        yield return new ReportBlock.Heading(pack["bhavaBala"]);
        yield return new ReportBlock.Bars([.. houses.Select(house => (pack.Say("houseN", house.House), house.Rupas, (double?)null, Text(house.Rupas)))], houses.Max(house => house.Rupas));
    }

    private IEnumerable<ReportBlock> Ashtakavarga()
    {
        if (strengths.Ashtakavarga is not { } ashtakavarga)
            yield break;
        yield return new ReportBlock.Chapter(pack["ashtakavarga"]);
        yield return new ReportBlock.Heading(pack["sarva"]);
        yield return new ReportBlock.Bars(
            [.. Rashis.All.Select(sign => (pack.Name(Names.Of(sign)), (double)ashtakavarga.Sarva[(int)sign], (double?)MeanBindus, ashtakavarga.Sarva[(int)sign].ToString(CultureInfo.InvariantCulture)))],
            ashtakavarga.Sarva.Max());
        yield return new ReportBlock.Paragraph(pack["sarvaNote"], IsNote: true);
        if (Jyotish.Strengths.Ashtakavarga.Of(found.Chart) is { } bindus)
        {
            yield return new ReportBlock.Heading(pack["bhinna"]);
            yield return new ReportBlock.Picture(BinduHeatMap.Draw(pack["bhinna"], bindus, found.Chart.LagnaSign, pack.Language, DrawingTheme.Light, withHeading: false), BinduShare);
        }
    }

    /// <summary>The worth of the grahas over the divisions, for the page of the positions: a page of its own would be nearly empty.</summary>
    public IEnumerable<ReportBlock> Vimshopaka()
    {
        if (strengths.Vimshopaka is not { } vimshopaka)
            yield break;
        yield return new ReportBlock.Heading(pack["vimshopaka"]);
        yield return new ReportBlock.Bars([.. Grahas.Nine.Select(graha => (Name(graha), vimshopaka[Words.Key(graha)].Shodashavarga, (double?)null, Text(vimshopaka[Words.Key(graha)].Shodashavarga)))], 20);
    }

    private string Name(Astronomy.Sky.Graha graha) => pack.Name(Names.Of(graha));

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
