namespace Kundli.Jyotish.Festivals;

/// <summary>The part of the day whose tithi decides on which day something is kept (Dharmasindhu 1-2; Nirnayasindhu).</summary>
public enum Observance
{
    /// <summary>The moment of sunrise.</summary>
    Sunrise,

    /// <summary>The last two muhurtas before sunrise.</summary>
    Arunodaya,

    /// <summary>The first half of the daytime.</summary>
    Purvahna,

    /// <summary>The third fifth of the daytime.</summary>
    Madhyahna,

    /// <summary>The fourth fifth of the daytime.</summary>
    Aparahna,

    /// <summary>The first fifth of the night.</summary>
    Pradosha,

    /// <summary>The eighth of fifteen muhurtas of the night.</summary>
    Nishita,

    /// <summary>The moment of moonrise.</summary>
    Moonrise,
}

/// <summary>Which of two days is kept when the tithi runs in the deciding part of both, or of neither.</summary>
public enum Preference
{
    /// <summary>The first: joined to the tithi before.</summary>
    First,

    /// <summary>The second: joined to the tithi after.</summary>
    Second,

    /// <summary>The one in which it runs longer; the second when it runs alike.</summary>
    Longer,
}
