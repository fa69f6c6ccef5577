namespace Kundli.Jyotish.Zodiac;

/// <summary>The nine grahas in the order of every answer, then the three outer planets, which no classical rule reads.</summary>
public enum Graha
{
    /// <summary>Surya.</summary>
    Sun,

    /// <summary>Chandra.</summary>
    Moon,

    /// <summary>Mangala.</summary>
    Mars,

    /// <summary>Budha.</summary>
    Mercury,

    /// <summary>Guru.</summary>
    Jupiter,

    /// <summary>Shukra.</summary>
    Venus,

    /// <summary>Shani.</summary>
    Saturn,

    /// <summary>The ascending node of the Moon.</summary>
    Rahu,

    /// <summary>The descending node, always opposite to Rahu.</summary>
    Ketu,

    /// <summary>Not classical: shown on request, read by no rule.</summary>
    Uranus,

    /// <summary>Not classical: shown on request, read by no rule.</summary>
    Neptune,

    /// <summary>Not classical: shown on request, read by no rule.</summary>
    Pluto,
}

/// <summary>The groups of grahas that the rules speak of.</summary>
public static class Grahas
{
    /// <summary>Sun … Ketu.</summary>
    public static IReadOnlyList<Graha> Nine { get; } = [Graha.Sun, Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn, Graha.Rahu, Graha.Ketu];

    /// <summary>Sun … Saturn: those that have a body, and so strengths and signs of their own.</summary>
    public static IReadOnlyList<Graha> Seven { get; } = [Graha.Sun, Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn];

    /// <summary>Mars … Saturn: the tara grahas, which alone turn retrograde and go to war.</summary>
    public static IReadOnlyList<Graha> Five { get; } = [Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn];

    /// <summary>Uranus, Neptune, Pluto.</summary>
    public static IReadOnlyList<Graha> Outer { get; } = [Graha.Uranus, Graha.Neptune, Graha.Pluto];

    /// <summary>Whether this is Rahu or Ketu.</summary>
    public static bool IsNode(this Graha graha) => graha is Graha.Rahu or Graha.Ketu;

    /// <summary>Jupiter and Venus: benefic in every chart (BPHS 3.11). Mercury and the Moon depend on the chart.</summary>
    public static bool IsNaturalBenefic(this Graha graha) => graha is Graha.Jupiter or Graha.Venus;

    /// <summary>Sun, Mars, Saturn, Rahu, Ketu: malefic in every chart (BPHS 3.11).</summary>
    public static bool IsNaturalMalefic(this Graha graha) => graha is Graha.Sun or Graha.Mars or Graha.Saturn or Graha.Rahu or Graha.Ketu;
}
