using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Transits;

/// <summary>In which houses from a sign a graha on its way gives good results: Phaladeepika 26.2–8; the nodes as Saturn and with the tenth (26.8 and custom).</summary>
public static class Gochara
{
    /// <summary>Where the rule stands.</summary>
    public const string Source = "Phaladeepika 26";

    private static readonly int[][] Good =
    [
        [3, 6, 10, 11], [1, 3, 6, 7, 10, 11], [3, 6, 11], [2, 4, 6, 8, 10, 11], [2, 5, 7, 9, 11], [1, 2, 3, 4, 5, 8, 9, 11, 12], [3, 6, 11], [3, 6, 10, 11], [3, 6, 10, 11],
    ];

    // House by house the one from which another graha takes the good away; 0 where there is none.
    private static readonly int[][] Obstructing =
    [
        [9, 12, 4, 5], [5, 9, 12, 2, 4, 8], [12, 9, 5], [5, 3, 9, 1, 8, 12], [12, 4, 3, 10, 8], [8, 7, 1, 10, 9, 5, 11, 6, 3], [12, 9, 5], [12, 9, 0, 5], [12, 9, 0, 5],
    ];

    /// <summary>Whether a graha (Sun … Ketu) is well placed in a house, 1 to 12, from the sign that is looked at.</summary>
    public static bool IsFavourable(Graha graha, int house) => Good[(int)graha].Contains(house);

    /// <summary>
    /// The house from which a graha's good result is obstructed (vedha), 1 to 12 from the sign that is looked at; null where the house gives no good or nothing
    /// obstructs it.
    /// </summary>
    public static int? VedhaHouse(Graha graha, int house) => Array.IndexOf(Good[(int)graha], house) is >= 0 and var place && Obstructing[(int)graha][place] is > 0 and var vedha ? vedha : null;

    /// <summary>Who obstructs a graha's good result: the others of the seven that stand in its <see cref="VedhaHouse"/>. Sun and Saturn, and Moon and Mercury, as father and son, never do.</summary>
    /// <param name="graha">Whose result.</param>
    /// <param name="house">Its house from the sign that is looked at.</param>
    /// <param name="houseOf">The houses of the others.</param>
    public static IReadOnlyList<Graha> Vedha(Graha graha, int house, Func<Graha, int> houseOf) => VedhaHouse(graha, house) is { } vedha
        ? [.. Enumerable.Range((int)Graha.Sun, (int)Graha.Saturn + 1).Select(other => (Graha)other).Where(other => other != graha && !AreFatherAndSon(graha, other) && houseOf(other) == vedha)]
        : [];

    private static bool AreFatherAndSon(Graha one, Graha other) =>
        (one, other) is (Graha.Sun, Graha.Saturn) or (Graha.Saturn, Graha.Sun) or (Graha.Moon, Graha.Mercury) or (Graha.Mercury, Graha.Moon);
}
