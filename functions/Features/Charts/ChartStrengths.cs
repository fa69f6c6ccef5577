using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>The strengths of a chart. What needs something that is not known is absent.</summary>
/// <param name="Ashtakavarga">Bindus by sign, aries first.</param>
/// <param name="Vimshopaka">The worth over groups of divisions, by graha, 0 to 20.</param>
/// <param name="Conventions">Every convention that was used.</param>
public sealed record StrengthsAnswer(AshtakavargaAnswer? Ashtakavarga, IReadOnlyDictionary<string, Vimshopaka>? Vimshopaka, ChartSettings Conventions);

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
    /// <summary>The strengths of a chart.</summary>
    public Outcome<StrengthsAnswer> Run(ChartRequest request) => draw.Find(request).Map(Of);

    private static StrengthsAnswer Of(FoundChart found)
    {
        var chart = found.Chart;
        var known = (found.Moment is null || found.TimeIsKnown) && chart.Has(Grahas.Nine);
        return new(
            Ashtakavarga.Of(chart) is { } ashtakavarga ? Of(ashtakavarga, Ashtakavarga.Of(chart, otherMoon: true)!) : null,
            known ? Grahas.Nine.ToDictionary(Words.Key, graha => Vimshopaka.Of(chart, graha)) : null,
            found.Settings);
    }

    private static AshtakavargaAnswer Of(Ashtakavarga ashtakavarga, Ashtakavarga other) => new(
        ByGraha(ashtakavarga.Bhinna), ashtakavarga.Sarva, other.Sarva, ByGraha(ashtakavarga.Trikona), ByGraha(ashtakavarga.Ekadhipatya), ByGraha(ashtakavarga.Pindas));

    private static Dictionary<string, T> ByGraha<T>(IReadOnlyList<T> rows) => Grahas.Seven.Zip(rows).ToDictionary(row => Words.Key(row.First), row => row.Second);
}
