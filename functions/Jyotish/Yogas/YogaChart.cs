using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Yogas;

/// <summary>A chart as the verses on yogas read it: houses are whole signs; benefics are Jupiter, Venus, a Mercury without malefic company and a waxing Moon.</summary>
public sealed class YogaChart
{
    private const int AllHouses = 0b1_1111_1111_1110;

    private readonly Rashi[] _signs = new Rashi[Grahas.Nine.Count];
    private readonly Rashi _lagna;

    /// <summary>A chart in which Sun … Saturn are known.</summary>
    /// <param name="chart">The chart.</param>
    public YogaChart(BirthChart chart)
    {
        Chart = chart;
        HasLagna = chart.Lagna is not null;
        HasNodes = chart.Has(Graha.Rahu);
        _lagna = HasLagna ? chart.LagnaSign : chart.Sign(Graha.Moon);
        foreach (var graha in Grahas.Nine)
            if (chart.Has(graha))
                _signs[(int)graha] = chart.Sign(graha);
        foreach (var graha in Grahas.Seven)
            HouseMask |= 1 << H(graha);
        Benefics = [.. Grahas.Seven.Where(IsBenefic)];
        Malefics = [.. Grahas.Seven.Where(graha => !IsBenefic(graha))];
    }

    /// <summary>The chart.</summary>
    public BirthChart Chart { get; }

    /// <summary>Whether the lagna is known.</summary>
    public bool HasLagna { get; }

    /// <summary>Whether the nodes are known.</summary>
    public bool HasNodes { get; }

    /// <summary>Bit n: house n holds one of Sun … Saturn.</summary>
    public int HouseMask { get; }

    /// <summary>The benefics of this chart among Sun … Saturn.</summary>
    public IReadOnlyList<Graha> Benefics { get; }

    /// <summary>The malefics of this chart among Sun … Saturn.</summary>
    public IReadOnlyList<Graha> Malefics { get; }

    /// <summary>The sign of a graha.</summary>
    public Rashi Sign(Graha graha) => _signs[(int)graha];

    /// <summary>The house of a graha from the lagna.</summary>
    public int H(Graha graha) => Sign(graha).HouseFrom(_lagna);

    /// <summary>The house of a graha from another.</summary>
    public int From(Graha other, Graha graha) => Sign(graha).HouseFrom(Sign(other));

    /// <summary>The lord of a house.</summary>
    public Graha Lord(int house) => _lagna.Plus(house - 1).Lord();

    /// <summary>The sign of a house.</summary>
    public Rashi HouseSign(int house) => _lagna.Plus(house - 1);

    /// <summary>1, 4, 7, 10.</summary>
    public bool InKendra(Graha graha) => IsKendra(H(graha));

    /// <summary>1, 5, 9.</summary>
    public bool InTrikona(Graha graha) => H(graha) is 1 or 5 or 9;

    /// <summary>A kendra or a trikona.</summary>
    public bool InGood(Graha graha) => InKendra(graha) || InTrikona(graha);

    /// <summary>Exalted or in its own sign.</summary>
    public bool IsDignified(Graha graha) => Dignities.IsStrong(graha, Sign(graha));

    /// <summary>In its sign of exaltation.</summary>
    public bool IsExalted(Graha graha) => Dignities.ExaltationSign(graha) == Sign(graha);

    /// <summary>In its sign of debilitation.</summary>
    public bool IsDebilitated(Graha graha) => Dignities.DebilitationSign(graha) == Sign(graha);

    /// <summary>Dignified, or in a kendra or trikona without being debilitated.</summary>
    public bool IsStrong(Graha graha) => IsDignified(graha) || (InGood(graha) && !IsDebilitated(graha));

    /// <summary>Whether the Sun outshines it.</summary>
    public bool IsCombust(Graha graha) => Combustion.IsCombust(Chart, graha);

    /// <summary>In one sign.</summary>
    public bool Together(Graha one, Graha other) => Sign(one) == Sign(other);

    /// <summary>A full glance.</summary>
    public bool Looks(Graha graha, Graha at) => graha != at && Aspects.Looks(graha, Sign(graha), Sign(at));

    /// <summary>Each in a sign of the other.</summary>
    public bool Exchange(Graha one, Graha other) => one != other && Sign(one).Lord() == other && Sign(other).Lord() == one;

    /// <summary>Together, looking at each other, or exchanging signs.</summary>
    public bool Linked(Graha one, Graha other) => one != other && (Together(one, other) || (Looks(one, other) && Looks(other, one)) || Exchange(one, other));

    /// <summary>In kendras from each other.</summary>
    public bool MutualKendras(Graha one, Graha other) => one != other && IsKendra(From(one, other));

    /// <summary>Whether a graha is benefic in this chart.</summary>
    public bool IsBenefic(Graha graha) => graha switch
    {
        Graha.Jupiter or Graha.Venus => true,
        Graha.Moon => Chart.MoonIsWaxing,
        Graha.Mercury => !Grahas.Nine.Any(other => other != graha && other.IsNaturalMalefic() && Chart.Has(other) && Together(other, graha)),
        _ => false,
    };

    /// <summary>Whether all of Sun … Saturn stand in some houses.</summary>
    public bool AllIn(int mask) => (HouseMask & ~mask) == 0;

    /// <summary>Whether all of Sun … Saturn stand in some houses, and each of the houses is taken.</summary>
    public bool Fill(int mask) => HouseMask == mask;

    /// <summary>The houses as bits.</summary>
    public static int Mask(params ReadOnlySpan<int> houses)
    {
        var mask = 0;
        foreach (var house in houses)
            mask |= 1 << ((house - 1) % Rashis.Count + 1);
        return mask & AllHouses;
    }

    /// <summary>So many houses in a row as bits.</summary>
    public static int Run(int from, int count)
    {
        var mask = 0;
        for (var i = 0; i < count; i++)
            mask |= Mask(from + i);
        return mask;
    }

    /// <summary>1, 4, 7 or 10.</summary>
    public static bool IsKendra(int house) => house is 1 or 4 or 7 or 10;

    /// <summary>The grahas among Sun … Saturn that stand in some houses from the lagna.</summary>
    public Graha[] Within(int mask) => [.. Grahas.Seven.Where(graha => (Mask(H(graha)) & mask) != 0)];

    /// <summary>The grahas of a set that stand in a house from a graha.</summary>
    public Graha[] Within(IReadOnlyList<Graha> grahas, Graha from, params int[] houses) =>
        [.. grahas.Where(graha => graha != from && houses.Contains(From(from, graha)))];
}
