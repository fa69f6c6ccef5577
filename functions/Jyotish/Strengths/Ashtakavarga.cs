using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Strengths;

/// <summary>Ashtakavarga: BPHS 66-69. Arrays of twelve count the signs from Aries.</summary>
/// <param name="Bhinna">Per graha, Sun … Saturn: its bindus in each sign.</param>
/// <param name="Sarva">The sum of the seven.</param>
/// <param name="Trikona">The bindus after the first reduction, of trines.</param>
/// <param name="Ekadhipatya">The bindus after the second reduction, of signs with one lord.</param>
/// <param name="Pindas">Per graha, from the twice reduced bindus.</param>
public sealed record Ashtakavarga(
    IReadOnlyList<IReadOnlyList<int>> Bhinna, IReadOnlyList<int> Sarva, IReadOnlyList<IReadOnlyList<int>> Trikona, IReadOnlyList<IReadOnlyList<int>> Ekadhipatya, IReadOnlyList<SodhyaPinda> Pindas)
{
    /// <summary>The places that give: Sun … Saturn and the lagna.</summary>
    private const int Givers = 8;

    // Houses from each giver (Sun … Saturn, lagna) in which it gives a bindu to the graha of the row: BPHS 66.16-68. X stands for 10, Y 11, Z 12.
    private static readonly string[][] Tables =
    [
        ["124789XY", "36XY", "124789XY", "3569XYZ", "569Y", "67Z", "124789XY", "346XYZ"],
        ["3678XY", "1367XY", "23569XY", "134578XY", "1478XYZ", "34579XY", "356Y", "36XY"],
        ["356XY", "36Y", "12478XY", "356Y", "6XYZ", "68YZ", "14789XY", "136XY"],
        ["569YZ", "2468XY", "124789XY", "13569XYZ", "68YZ", "1234589Y", "124789XY", "12468XY"],
        ["1234789XY", "2579Y", "12478XY", "124569XY", "123478XY", "2569XY", "356Z", "1245679XY"],
        ["8YZ", "1234589YZ", "3469YZ", "3569Y", "589XY", "1234589XY", "34589XY", "1234589Y"],
        ["12478XY", "36Y", "356XYZ", "689XYZ", "56YZ", "6YZ", "356Y", "1346XY"],
    ];

    // P. V. R. Narasimha Rao prints another row for the Moon; the total is 49 too.
    private static readonly string[] OtherMoon = ["3678XY", "13679XY", "2356XY", "134578XY", "12478XY", "34579XY", "356Y", "36XY"];

    private static readonly bool[][][] Gives = [.. Tables.Select(row => row.Select(Houses).ToArray())];
    private static readonly bool[][][] OtherGives = [Gives[0], [.. OtherMoon.Select(Houses)], .. Gives[2..]];

    // BPHS 69: what a sign and a graha weigh in the pindas.
    private static readonly int[] RashiWeights = [7, 10, 8, 4, 10, 5, 7, 8, 9, 5, 11, 12];
    private static readonly int[] GrahaWeights = [5, 5, 8, 5, 10, 7, 5];

    /// <summary>The totals of the seven, which no chart changes: 48, 49, 39, 54, 56, 52, 39.</summary>
    public static IReadOnlyList<int> Totals { get; } = [.. Gives.Select(row => row.Sum(houses => houses.Count(gives => gives)))];

    /// <summary>The ashtakavarga of a chart, or null unless Sun … Saturn and the lagna are known.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="otherMoon">Whether the Moon's row is the one of P. V. R. Narasimha Rao instead of Parashara's.</param>
    public static Ashtakavarga? Of(BirthChart chart, bool otherMoon = false)
    {
        if (chart.Lagna is null || !chart.Has(Grahas.Seven))
            return null;
        Span<Rashi> givers = stackalloc Rashi[Givers];
        for (var i = 0; i < Grahas.Seven.Count; i++)
            givers[i] = chart.Sign(Grahas.Seven[i]);
        givers[Givers - 1] = chart.LagnaSign;
        return Of(givers, otherMoon);
    }

    /// <summary>The ashtakavarga of eight signs: Sun … Saturn and the lagna.</summary>
    /// <param name="givers">The eight signs.</param>
    /// <param name="otherMoon">Whether the Moon's row is the one of P. V. R. Narasimha Rao.</param>
    public static Ashtakavarga Of(ReadOnlySpan<Rashi> givers, bool otherMoon = false)
    {
        var gives = otherMoon ? OtherGives : Gives;
        var bhinna = new int[Grahas.Seven.Count][];
        var sarva = new int[Rashis.Count];
        for (var graha = 0; graha < bhinna.Length; graha++)
        {
            bhinna[graha] = new int[Rashis.Count];
            for (var sign = 0; sign < Rashis.Count; sign++)
            {
                for (var giver = 0; giver < Givers; giver++)
                    if (gives[graha][giver][((Rashi)sign).HouseFrom(givers[giver])])
                        bhinna[graha][sign]++;
                sarva[sign] += bhinna[graha][sign];
            }
        }
        var occupied = Occupied(givers[..Grahas.Seven.Count]);
        var trikona = bhinna.Select(AfterTrikona).ToArray();
        var ekadhipatya = trikona.Select(row => AfterEkadhipatya(row, occupied)).ToArray();
        var signs = givers[..Grahas.Seven.Count].ToArray();
        return new(bhinna, sarva, trikona, ekadhipatya, [.. ekadhipatya.Select(row => PindaOf(row, signs))]);
    }

    /// <summary>
    /// Trikona shodhana (BPHS 67): in each trine the least of the three is taken from all; unless one of them is nothing already.
    /// </summary>
    public static int[] AfterTrikona(IReadOnlyList<int> bindus)
    {
        var reduced = bindus.ToArray();
        for (var first = 0; first < 4; first++)
        {
            var least = Math.Min(bindus[first], Math.Min(bindus[first + 4], bindus[first + 8]));
            for (var sign = first; sign < Rashis.Count; sign += 4)
                reduced[sign] -= least;
        }
        return reduced;
    }

    /// <summary>
    /// Ekadhipatya shodhana (BPHS 68): the two signs of one lord. If either has nothing, or both are occupied, nothing changes. If both are empty of grahas, equal
    /// bindus vanish and unequal ones become the less. If one is occupied, the empty one keeps nothing when it has no more, else both have the occupied one's.
    /// </summary>
    public static int[] AfterEkadhipatya(IReadOnlyList<int> bindus, IReadOnlyList<bool> occupied)
    {
        var reduced = bindus.ToArray();
        foreach (var (one, other) in Pairs)
        {
            var (a, b) = (reduced[one], reduced[other]);
            if (a == 0 || b == 0 || (occupied[one] && occupied[other]))
                continue;
            if (!occupied[one] && !occupied[other])
                (reduced[one], reduced[other]) = a == b ? (0, 0) : (Math.Min(a, b), Math.Min(a, b));
            else
            {
                var (full, empty) = occupied[one] ? (one, other) : (other, one);
                reduced[empty] = reduced[full] >= reduced[empty] ? 0 : reduced[full];
            }
        }
        return reduced;
    }

    private static readonly (int One, int Other)[] Pairs = [(0, 7), (1, 6), (2, 5), (8, 11), (9, 10)];

    private static bool[] Occupied(ReadOnlySpan<Rashi> signs)
    {
        var occupied = new bool[Rashis.Count];
        foreach (var sign in signs)
            occupied[(int)sign] = true;
        return occupied;
    }

    private static SodhyaPinda PindaOf(int[] bindus, Rashi[] signs)
    {
        var rashi = 0;
        for (var sign = 0; sign < Rashis.Count; sign++)
            rashi += bindus[sign] * RashiWeights[sign];
        var graha = 0;
        for (var i = 0; i < signs.Length; i++)
            graha += bindus[(int)signs[i]] * GrahaWeights[i];
        return new(rashi, graha);
    }

    private static bool[] Houses(string houses)
    {
        var gives = new bool[Rashis.Count + 1];
        foreach (var house in houses)
            gives["-123456789XYZ".IndexOf(house)] = true;
        return gives;
    }
}

/// <summary>The pindas of a graha: BPHS 69.</summary>
/// <param name="Rashi">Weighed by signs.</param>
/// <param name="Graha">Weighed by the grahas in them.</param>
public sealed record SodhyaPinda(int Rashi, int Graha)
{
    /// <summary>Shodhya pinda: the sum.</summary>
    public int Total => Rashi + Graha;
}
