using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>The strengths of a chart. What needs something that is not known is absent.</summary>
/// <param name="Shadbala">The six strengths of Sun … Saturn; absent without a birth, and where the Sun does not rise and set.</param>
/// <param name="BhavaBala">The strengths of the twelve bhavas; absent like shadbala.</param>
/// <param name="Ashtakavarga">Bindus by sign, aries first.</param>
/// <param name="Vimshopaka">The worth over groups of divisions, by graha, 0 to 20.</param>
/// <param name="Conventions">Every convention that was used.</param>
public sealed record StrengthsAnswer(
    IReadOnlyDictionary<string, ShadbalaAnswer>? Shadbala, IReadOnlyList<BhavaBalaAnswer>? BhavaBala, AshtakavargaAnswer? Ashtakavarga,
    IReadOnlyDictionary<string, Vimshopaka>? Vimshopaka, ChartSettings Conventions);

/// <summary>The six strengths of a graha, in virupas; sixty make a rupa.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Rupas">The sum in rupas.</param>
/// <param name="Required">The rupas that make it strong.</param>
/// <param name="Ratio">What it has of what it needs.</param>
/// <param name="Parts">The six parts of the sum.</param>
/// <param name="Sthana">What the strength of position is made of.</param>
/// <param name="Kala">What the strength of time is made of.</param>
/// <param name="IshtaPhala">The share of good results, 0 to 60.</param>
/// <param name="KashtaPhala">The share of hard results, 0 to 60.</param>
public sealed record ShadbalaAnswer(
    double Total, double Rupas, double Required, double Ratio, ShadbalaParts Parts, SthanaBala Sthana, KalaBala Kala, double IshtaPhala, double KashtaPhala);

/// <summary>The six parts, in virupas.</summary>
/// <param name="Sthana">Of position.</param>
/// <param name="Dig">Of direction.</param>
/// <param name="Kala">Of time.</param>
/// <param name="Cheshta">Of motion; none for Sun and Moon.</param>
/// <param name="Naisargika">By nature.</param>
/// <param name="Drik">Of glances; may be negative.</param>
public sealed record ShadbalaParts(double Sthana, double Dig, double Kala, double Cheshta, double Naisargika, double Drik);

/// <summary>The strength of a bhava, in virupas.</summary>
/// <param name="House">1 to 12, of Sripati's bhavas.</param>
/// <param name="Total">The sum.</param>
/// <param name="Rupas">The sum in rupas.</param>
/// <param name="Parts">What it is made of.</param>
public sealed record BhavaBalaAnswer(int House, double Total, double Rupas, BhavaBalaParts Parts);

/// <summary>The parts of a bhava's strength, in virupas.</summary>
/// <param name="Adhipati">Of its lord.</param>
/// <param name="Dig">Of direction.</param>
/// <param name="Drishti">Of glances; may be negative.</param>
public sealed record BhavaBalaParts(double Adhipati, double Dig, double Drishti);

/// <summary>Ashtakavarga; lists of twelve, aries first.</summary>
/// <param name="Bhinna">Bindus of each graha.</param>
/// <param name="Sarva">Their sum.</param>
/// <param name="SarvaOtherMoon">Their sum with the Moon's row that P. V. R. Narasimha Rao prints.</param>
/// <param name="Trikona">After the first reduction.</param>
/// <param name="Ekadhipatya">After the second reduction.</param>
/// <param name="SodhyaPinda">The pindas of each graha.</param>
public sealed record AshtakavargaAnswer(
    IReadOnlyDictionary<string, IReadOnlyList<int>> Bhinna, IReadOnlyList<int> Sarva, IReadOnlyList<int> SarvaOtherMoon, IReadOnlyDictionary<string, IReadOnlyList<int>> Trikona,
    IReadOnlyDictionary<string, IReadOnlyList<int>> Ekadhipatya, IReadOnlyDictionary<string, SodhyaPinda> SodhyaPinda);

/// <summary>The strengths view.</summary>
/// <param name="draw">Finds the chart.</param>
public sealed class ChartStrengths(DrawChart draw)
{
    /// <summary>The strengths of a chart that is asked for.</summary>
    public Outcome<StrengthsAnswer> Run(ChartRequest request) => draw.Find(request).Map(Of);

    /// <summary>The strengths of a chart that was found.</summary>
    public static StrengthsAnswer Of(FoundChart found)
    {
        var chart = found.Chart;
        var known = (found.Moment is null || found.TimeIsKnown) && chart.Has(Grahas.Nine);
        var shadbala = ShadbalaOf(found);
        return new(
            shadbala?.ToDictionary(strength => Words.Key(strength.Graha), Of),
            shadbala is null ? null : [.. BhavaBala.Of(chart, shadbala).Select(Of)],
            Ashtakavarga.Of(chart) is { } ashtakavarga ? Of(ashtakavarga, Ashtakavarga.Of(chart, otherMoon: true)!) : null,
            known ? Grahas.Nine.ToDictionary(Words.Key, graha => Vimshopaka.Of(chart, graha)) : null,
            found.Settings);
    }

    private static IReadOnlyList<Shadbala>? ShadbalaOf(FoundChart found) =>
        found.TimeIsKnown && HinduDay.Around(found.Moment!.JulianDay, found.Moment.Observer, found.Settings.Sunrise) is { } day ? Shadbala.Of(found.Chart, day) : null;

    private static ShadbalaAnswer Of(Shadbala strength) => new(
        strength.Total, strength.Rupas, strength.Required, strength.Rupas / strength.Required,
        new(strength.Sthana.Total, strength.Dig, strength.Kala.Total, strength.Cheshta, strength.Naisargika, strength.Drik),
        strength.Sthana, strength.Kala, strength.IshtaPhala, strength.KashtaPhala);

    private static BhavaBalaAnswer Of(BhavaBala strength) => new(strength.House, strength.Total, strength.Rupas, new(strength.Adhipati, strength.Dig, strength.Drishti));

    private static AshtakavargaAnswer Of(Ashtakavarga ashtakavarga, Ashtakavarga other) => new(
        ByGraha(ashtakavarga.Bhinna), ashtakavarga.Sarva, other.Sarva, ByGraha(ashtakavarga.Trikona), ByGraha(ashtakavarga.Ekadhipatya), ByGraha(ashtakavarga.Pindas));

    private static Dictionary<string, T> ByGraha<T>(IReadOnlyList<T> rows) => Grahas.Seven.Zip(rows).ToDictionary(row => Words.Key(row.First), row => row.Second);
}
