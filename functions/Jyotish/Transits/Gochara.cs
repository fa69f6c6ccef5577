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

    /// <summary>Whether a graha (Sun … Ketu) is well placed in a house, 1 to 12, from the sign that is looked at.</summary>
    public static bool IsFavourable(Graha graha, int house) => Good[(int)graha].Contains(house);
}
