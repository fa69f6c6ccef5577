using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Zodiac;

/// <summary>The groups of grahas that the rules speak of. The outer planets are shown on request and read by no rule.</summary>
public static class Grahas
{
    /// <summary>Sun … Ketu.</summary>
    public static IReadOnlyList<Graha> Nine { get; } = [Graha.Sun, Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn, Graha.Rahu, Graha.Ketu];

    /// <summary>Sun … Saturn: those that have a body, and so strengths and signs of their own.</summary>
    public static IReadOnlyList<Graha> Seven { get; } = [Graha.Sun, Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn];

    /// <summary>Mars … Saturn: the tara grahas, which alone turn retrograde and go to war.</summary>
    public static IReadOnlyList<Graha> Five { get; } = [Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn];

    /// <summary>Whether this is Rahu or Ketu.</summary>
    public static bool IsNode(this Graha graha) => graha is Graha.Rahu or Graha.Ketu;

    /// <summary>Whether this is one of the nine of the books.</summary>
    public static bool IsClassical(this Graha graha) => graha <= Graha.Ketu;

    /// <summary>Sun, Mars, Saturn, Rahu, Ketu: malefic in every chart (BPHS 3.11). Moon and Mercury depend on the chart.</summary>
    public static bool IsNaturalMalefic(this Graha graha) => graha is Graha.Sun or Graha.Mars or Graha.Saturn or Graha.Rahu or Graha.Ketu;
}
