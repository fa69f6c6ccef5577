using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Panchang;

/// <summary>The panchang of one day at one place. What does not exist there and then (no sunrise in the polar night) is absent, and <see cref="Absences"/> says why.</summary>
/// <param name="Date">The civil date on which the day begins.</param>
/// <param name="Place">Where, and by which clock.</param>
/// <param name="Conventions">What was used.</param>
/// <param name="Vara">The weekday.</param>
/// <param name="StartsAt">Sunrise; without one, the civil midnight.</param>
/// <param name="EndsAt">The next sunrise, or the next midnight.</param>
/// <param name="Sunrise">When the Sun rises.</param>
/// <param name="Sunset">When it sets.</param>
/// <param name="NextSunrise">When it rises again.</param>
/// <param name="Moonrise">The first moonrise within the day.</param>
/// <param name="Moonset">The first moonset within the day.</param>
/// <param name="Absences">What does not happen, and why.</param>
/// <param name="Tithis">From the one at sunrise to the one at the next sunrise, each with its true beginning and end.</param>
/// <param name="Nakshatras">The Moon's.</param>
/// <param name="Yogas">The yogas of Sun and Moon.</param>
/// <param name="Karanas">Half tithis.</param>
/// <param name="RahuKalam">Avoided.</param>
/// <param name="Yamaganda">Avoided.</param>
/// <param name="GulikaKalam">Avoided.</param>
/// <param name="Abhijit">Around noon.</param>
/// <param name="BrahmaMuhurta">Before sunrise.</param>
/// <param name="Durmuhurtas">Avoided.</param>
/// <param name="Varjyams">Avoided.</param>
/// <param name="AmritKalams">Sought.</param>
/// <param name="Choghadiya">Eighths of day and night.</param>
/// <param name="Horas">Twelfths of day and night.</param>
/// <param name="Masa">The lunar month.</param>
/// <param name="Paksha">The half of the month at the beginning of the day.</param>
/// <param name="Samvat">The eras.</param>
/// <param name="Ritu">The season by the stars, as almanacs of custom have it.</param>
/// <param name="Ayana">The half year by the stars.</param>
/// <param name="TropicalRitu">The season by equinox and solstice.</param>
/// <param name="TropicalAyana">The half year by the solstices.</param>
/// <param name="SunSign">The Sun's sign at the beginning of the day.</param>
/// <param name="MoonSign">The Moon's sign at the beginning of the day.</param>
/// <param name="SolarMonths">The date in the solar calendars: <c>tamil</c>, <c>malayalam</c>, <c>bengali</c>, <c>odia</c>.</param>
/// <param name="Festivals">What is kept on the date.</param>
/// <param name="PlantOfTheDay">A plant for the day, and why this one.</param>
public sealed record DayAnswer(
    DateOnly Date, PlaceAnswer Place, ConventionsAnswer Conventions, Vara Vara, DateTimeOffset StartsAt, DateTimeOffset EndsAt,
    DateTimeOffset? Sunrise, DateTimeOffset? Sunset, DateTimeOffset? NextSunrise, DateTimeOffset? Moonrise, DateTimeOffset? Moonset, IReadOnlyList<AbsenceAnswer> Absences,
    IReadOnlyList<LimbAnswer> Tithis, IReadOnlyList<LimbAnswer> Nakshatras, IReadOnlyList<LimbAnswer> Yogas, IReadOnlyList<LimbAnswer> Karanas,
    SpanAnswer? RahuKalam, SpanAnswer? Yamaganda, SpanAnswer? GulikaKalam, AbhijitAnswer? Abhijit, SpanAnswer? BrahmaMuhurta,
    IReadOnlyList<SpanAnswer> Durmuhurtas, IReadOnlyList<SpanAnswer> Varjyams, IReadOnlyList<SpanAnswer> AmritKalams,
    HalvesAnswer<ChoghadiyaAnswer> Choghadiya, HalvesAnswer<HoraAnswer> Horas,
    MasaAnswer Masa, Paksha Paksha, SamvatAnswer Samvat, Ritu Ritu, Ayana Ayana, Ritu TropicalRitu, Ayana TropicalAyana, Rashi SunSign, Rashi MoonSign,
    IReadOnlyDictionary<string, SolarDateAnswer> SolarMonths, IReadOnlyList<FestivalAnswer> Festivals, PlantOfDayAnswer PlantOfTheDay);

/// <summary>A place and its clock.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="TimeZone">The zone that was used: of the IANA database, or <c>UTC+05:30</c> for an offset.</param>
public sealed record PlaceAnswer(double Latitude, double Longitude, string TimeZone);

/// <summary>What a panchang was made by.</summary>
/// <param name="Sunrise">What counts as sunrise.</param>
/// <param name="Ayanamsa">The zodiac.</param>
public sealed record ConventionsAnswer(HorizonConvention Sunrise, Ayanamsa Ayanamsa);

/// <summary>Something that does not happen on a day.</summary>
/// <param name="What"><c>sunrise</c>, <c>sunset</c>, <c>nextSunrise</c>, <c>moonrise</c>, <c>moonset</c>.</param>
/// <param name="Reason">Why not.</param>
public sealed record AbsenceAnswer(string What, SkyAbsence Reason);

/// <summary>A limb with its true beginning and end.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">Its key.</param>
/// <param name="StartsAt">When it began.</param>
/// <param name="EndsAt">When it ends.</param>
public sealed record LimbAnswer(int Number, string Name, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>A stretch of time.</summary>
/// <param name="Start">From.</param>
/// <param name="End">Until.</param>
public sealed record SpanAnswer(DateTimeOffset Start, DateTimeOffset End);

/// <summary>The eighth muhurta of the day.</summary>
/// <param name="Start">From.</param>
/// <param name="End">Until.</param>
/// <param name="Usable">False on Wednesdays.</param>
public sealed record AbhijitAnswer(DateTimeOffset Start, DateTimeOffset End, bool Usable);

/// <summary>Parts of the day and of the night that follows; empty where there is none.</summary>
/// <param name="Day">From sunrise to sunset.</param>
/// <param name="Night">From sunset to sunrise.</param>
/// <typeparam name="T">The part.</typeparam>
public sealed record HalvesAnswer<T>(IReadOnlyList<T> Day, IReadOnlyList<T> Night);

/// <summary>An eighth of day or night.</summary>
/// <param name="Name">Which.</param>
/// <param name="Quality">How it is judged.</param>
/// <param name="Start">From.</param>
/// <param name="End">Until.</param>
public sealed record ChoghadiyaAnswer(Choghadiya Name, ChoghadiyaQuality Quality, DateTimeOffset Start, DateTimeOffset End);

/// <summary>A planetary hour.</summary>
/// <param name="Graha">Whose.</param>
/// <param name="Start">From.</param>
/// <param name="End">Until.</param>
public sealed record HoraAnswer(Graha Graha, DateTimeOffset Start, DateTimeOffset End);

/// <summary>The lunar month at the beginning of a day.</summary>
/// <param name="Amanta">Where months end with the new moon; <c>adhikaJyeshtha</c> in an adhika month.</param>
/// <param name="Purnimanta">Where months end with the full moon.</param>
/// <param name="IsAdhika">Whether it is an added month.</param>
/// <param name="Kshaya">The month that is lost with this one, or null.</param>
public sealed record MasaAnswer(string Amanta, string Purnimanta, bool IsAdhika, Masa? Kshaya);

/// <summary>The halves of a lunar month.</summary>
public enum Paksha
{
    /// <summary>The Moon waxes.</summary>
    Shukla,

    /// <summary>The Moon wanes.</summary>
    Krishna,
}

/// <summary>The eras.</summary>
/// <param name="Vikram">Vikram Samvat as the north counts it.</param>
/// <param name="Shaka">Shaka Samvat.</param>
/// <param name="Gujarati">Vikram Samvat as Gujarat counts it.</param>
/// <param name="Samvatsara">The year's name in the cycle of sixty of the south.</param>
public sealed record SamvatAnswer(int Vikram, int Shaka, int Gujarati, string Samvatsara);

/// <summary>A date of a solar calendar.</summary>
/// <param name="Month">The month's key.</param>
/// <param name="Day">The day of the month.</param>
/// <param name="FirstDay">The first day of the month.</param>
/// <param name="Sign">The Sun's sign.</param>
public sealed record SolarDateAnswer(string Month, int Day, DateOnly FirstDay, Rashi Sign);

/// <summary>A plant for a day.</summary>
/// <param name="Slug">The plant.</param>
/// <param name="ScientificName">Its botanical name.</param>
/// <param name="Names">Its common names.</param>
/// <param name="Reason">Why this plant today, in English.</param>
/// <param name="Reasons">The same in English and in Hindi.</param>
/// <param name="Because">The key of what it belongs to: a festival, a deity or a weekday.</param>
/// <param name="Source">The book or the custom that says so.</param>
public sealed record PlantOfDayAnswer(string Slug, string ScientificName, LocalName Names, string Reason, LocalName Reasons, string Because, string Source);
