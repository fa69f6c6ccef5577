using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Festivals;

/// <summary>What kind of day it is.</summary>
public enum FestivalKind
{
    /// <summary>A feast.</summary>
    Festival,

    /// <summary>A fast that returns every month or half month.</summary>
    Vrata,

    /// <summary>A new year of a region.</summary>
    NewYear,

    /// <summary>The Sun enters a sign.</summary>
    Sankranti,
}

/// <summary>Two traditions may keep one vrata on two days.</summary>
public enum Tradition
{
    /// <summary>Everybody.</summary>
    All,

    /// <summary>Householders who follow the smritis.</summary>
    Smarta,

    /// <summary>Vaishnavas: no touch of the tithi before.</summary>
    Vaishnava,
}

/// <summary>Something that is kept on a day.</summary>
/// <param name="Id">Its camelCase key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Source">The rule's book or custom.</param>
/// <param name="Deity">The key of its deity, or null.</param>
public sealed record Festival(string Id, LocalName Name, FestivalKind Kind, string Source, string? Deity = null);

/// <summary>A festival of a tithi.</summary>
/// <param name="Festival">What is kept.</param>
/// <param name="Masa">The amanta month; null for every month.</param>
/// <param name="Tithi">1 to 30.</param>
/// <param name="Observance">When the tithi must run.</param>
/// <param name="Preference">If it runs then on two days, or on none.</param>
/// <param name="Offset">Days after the day so found on which it is kept.</param>
/// <param name="InAdhika">Whether an adhika month has it too, and then before the month proper.</param>
public sealed record TithiRule(Festival Festival, Masa? Masa, int Tithi, Observance Observance, Preference Preference, int Offset = 0, bool InAdhika = false);

/// <summary>A festival on a day.</summary>
/// <param name="Festival">What is kept.</param>
/// <param name="Date">The civil date.</param>
/// <param name="Tradition">By whom.</param>
/// <param name="Tithi">From when to when its tithi runs; null where none decides.</param>
public sealed record FestivalDay(Festival Festival, DateOnly Date, Tradition Tradition, Period? Tithi);
