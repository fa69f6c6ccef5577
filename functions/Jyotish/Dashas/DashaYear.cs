namespace Kundli.Jyotish.Dashas;

/// <summary>How long a year of a dasha is.</summary>
public enum DashaYear
{
    /// <summary>365.25 days.</summary>
    Julian,

    /// <summary>365.256364 days: from star to star.</summary>
    Sidereal,

    /// <summary>365.2425 days.</summary>
    Gregorian,

    /// <summary>360 days.</summary>
    Savana,
}

/// <summary>The lengths of the years.</summary>
public static class DashaYears
{
    /// <summary>Days of a year.</summary>
    public static double Days(this DashaYear year) => year switch
    {
        DashaYear.Julian => 365.25,
        DashaYear.Sidereal => 365.256364,
        DashaYear.Gregorian => 365.2425,
        DashaYear.Savana => 360,
        _ => throw new ArgumentOutOfRangeException(nameof(year), year, "No such year."),
    };
}
