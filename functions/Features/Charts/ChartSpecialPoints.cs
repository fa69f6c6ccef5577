using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>A point of a chart.</summary>
/// <param name="Longitude">Sidereal degrees.</param>
/// <param name="Sign">Its sign.</param>
/// <param name="SignDegrees">Degrees within the sign.</param>
/// <param name="Nakshatra">Its nakshatra.</param>
/// <param name="Pada">Its quarter.</param>
/// <param name="NavamsaSign">Its navamsa.</param>
public sealed record SpecialPointAnswer(double Longitude, Rashi Sign, double SignDegrees, Nakshatra Nakshatra, int Pada, Rashi NavamsaSign);

/// <summary>The special points of a chart. What needs something that is not known is absent.</summary>
/// <param name="Upagrahas">The five of the Sun; with a birth also kaala, mrityu, arthaPrahara, yamaGhantaka, gulika (the beginning of Saturn's part) and mandi (its middle).</param>
/// <param name="SpecialLagnas">Bhava, hora, ghati, vighati, pranapada, varnada, sree, indu lagna and the bhrigu bindu.</param>
/// <param name="Varnadas">The varnadas of the houses, v1 … v12.</param>
/// <param name="Sphutas">Sums of longitudes.</param>
/// <param name="ArudhaPadas">The arudhas of the houses, a1 … a12; a12 is the upapada. Scorpio and Aquarius are read by the stronger of their two lords.</param>
/// <param name="ArudhaPadasOneLord">The same with Mars and Saturn alone as lords of these two.</param>
/// <param name="CharaKarakas">Eight, with Rahu.</param>
/// <param name="CharaKarakas7">Seven, without Rahu and without the father.</param>
/// <param name="Sunrise">Which sunrise the points of the day run from.</param>
/// <param name="Conventions">Every convention that was used.</param>
public sealed record SpecialPointsAnswer(
    IReadOnlyDictionary<string, SpecialPointAnswer> Upagrahas, IReadOnlyDictionary<string, SpecialPointAnswer> SpecialLagnas, IReadOnlyDictionary<string, SpecialPointAnswer>? Varnadas,
    IReadOnlyDictionary<string, SpecialPointAnswer>? Sphutas, IReadOnlyDictionary<string, Rashi>? ArudhaPadas,
    IReadOnlyDictionary<string, Rashi>? ArudhaPadasOneLord, IReadOnlyDictionary<string, Graha>? CharaKarakas,
    IReadOnlyDictionary<string, Graha>? CharaKarakas7, HorizonConvention Sunrise, ChartSettings Conventions);

/// <summary>
/// The specialPoints view. The day begins when the middle of the Sun's disc rises without refraction, as Parashara's ghatis are counted. Unless a request says
/// otherwise the positions are geometric, as in the programs that print these points: some of them multiply a longitude 27 or 81 times.
/// </summary>
/// <param name="draw">Finds the chart.</param>
public sealed class ChartSpecialPoints(DrawChart draw)
{
    /// <summary>The points of a chart that is asked for.</summary>
    public Outcome<SpecialPointsAnswer> Run(ChartRequest request) => draw.Find(request).Map(Of);

    /// <summary>The points of a chart that was found.</summary>
    public static SpecialPointsAnswer Of(FoundChart found) => Points(found.Request.Settings?.Positions is null ? found.Geometric() : found);

    private static SpecialPointsAnswer Points(FoundChart found)
    {
        var chart = found.Chart;
        var day = found.TimeIsKnown ? HinduDay.Around(found.Moment!.JulianDay, found.Moment.Observer, HorizonConvention.Hindu) : null;
        var upagrahas = chart.Has(Graha.Sun) ? SpecialLagnas.FromSun(chart[Graha.Sun].Longitude).ToList() : [];
        if (day is not null)
            upagrahas.AddRange(SpecialLagnas.FromParts(chart, day));
        var lagnas = day is null ? [] : SpecialLagnas.FromSunrise(chart, day).ToList();
        var hora = lagnas.FirstOrDefault(point => point.Id == "horaLagna")?.Longitude;
        AddFromMoon(chart, lagnas);
        if (hora is { } from)
            lagnas.Add(new("varnadaLagna", SpecialLagnas.Varnada(chart.Lagna!.Value, from, 1)));
        var gulika = upagrahas.FirstOrDefault(point => point.Id == "gulika")?.Longitude;
        return new(
            Answer(upagrahas), Answer(lagnas),
            hora is { } horaLagna ? Answer(Enumerable.Range(1, Rashis.Count).Select(house => new SpecialPoint($"v{house}", SpecialLagnas.Varnada(chart.Lagna!.Value, horaLagna, house)))) : null,
            gulika is { } there ? Answer(SpecialLagnas.Sphutas(chart, there)) : null,
            chart.Has(Grahas.Nine) ? Arudhas(chart, coLords: true) : null, Arudhas(chart, coLords: false),
            Karakas(chart, true), Karakas(chart, false), HorizonConvention.Hindu, found.Settings);
    }

    private static void AddFromMoon(BirthChart chart, List<SpecialPoint> lagnas)
    {
        if (!chart.Has(Graha.Moon))
            return;
        var moon = chart[Graha.Moon].Longitude;
        if (chart.Lagna is { } lagna)
        {
            lagnas.Add(new("sreeLagna", SpecialLagnas.Sree(lagna, moon)));
            lagnas.Add(new("induLagna", SpecialLagnas.Indu(lagna, moon)));
        }
        if (chart.Has(Graha.Rahu))
            lagnas.Add(new("bhriguBindu", SpecialLagnas.BhriguBindu(chart[Graha.Rahu].Longitude, moon)));
    }

    private static Dictionary<string, Rashi>? Arudhas(BirthChart chart, bool coLords) => chart.Lagna is not null && chart.Has(Grahas.Seven)
        ? Enumerable.Range(1, Rashis.Count).ToDictionary(house => $"a{house}", house => Jaimini.Arudha(chart, house, coLords))
        : null;

    private static Dictionary<string, Graha>? Karakas(BirthChart chart, bool eight) =>
        Jaimini.Karakas(chart, eight)?.ToDictionary(row => Words.Key(row.Karaka), row => row.Graha);

    private static Dictionary<string, SpecialPointAnswer> Answer(IEnumerable<SpecialPoint> points) => points.ToDictionary(point => point.Id, point => new SpecialPointAnswer(
        point.Longitude.Degrees, point.Longitude.Rashi, point.Longitude.InRashi, point.Longitude.Nakshatra, point.Longitude.Pada, (Rashi)(point.Longitude.PadaIndex % Rashis.Count)));
}
