using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Festivals;

/// <summary>Festivals of the Sun's entries into the signs, and Onam, which a nakshatra decides within a solar month.</summary>
internal static class SolarFestivals
{
    private const string Regional = "Custom of the region; Chatterjee, Indian Calendric System, 1988";
    private const double LongestSolarMonth = 32;

    private static readonly LocalName[] Sankrantis =
    [
        new("Mesha Sankranti", "मेष संक्रांति"), new("Vrishabha Sankranti", "वृषभ संक्रांति"), new("Mithuna Sankranti", "मिथुन संक्रांति"), new("Karka Sankranti", "कर्क संक्रांति"),
        new("Simha Sankranti", "सिंह संक्रांति"), new("Kanya Sankranti", "कन्या संक्रांति"), new("Tula Sankranti", "तुला संक्रांति"), new("Vrishchika Sankranti", "वृश्चिक संक्रांति"),
        new("Dhanu Sankranti", "धनु संक्रांति"), new("Makar Sankranti", "मकर संक्रांति"), new("Kumbha Sankranti", "कुम्भ संक्रांति"), new("Meena Sankranti", "मीन संक्रांति"),
    ];

    private static readonly Festival Onam = Of("onam", "Onam", "ओणम", FestivalKind.Festival);

    /// <summary>The festivals of every entry within a period.</summary>
    public static IEnumerable<FestivalDay> Within(Period reach, PlaceAlmanac almanac)
    {
        var found = new List<FestivalDay>();
        for (var (sign, entry) = SolarMonths.SankrantiBefore(reach.End, almanac); entry > reach.Start - LongestSolarMonth; (sign, entry) = SolarMonths.SankrantiBefore(entry - 1, almanac))
        {
            found.AddRange(OfEntry(sign, entry, almanac));
            if (sign == Rashi.Leo)
                found.AddRange(OfStar(entry, almanac));
        }
        return found;
    }

    private static IEnumerable<FestivalDay> OfEntry(Rashi sign, JulianDayUt entry, PlaceAlmanac almanac)
    {
        var day = SolarMonths.FirstDay(SolarCalendar.Tamil, entry, almanac);
        var name = Sankrantis[(int)sign];
        var id = char.ToLowerInvariant(name.En[0]) + name.En[1..].Replace(" ", "", StringComparison.Ordinal);
        yield return On(new(id, name, FestivalKind.Sankranti, "The Sun enters before sunset, else the next day (Dharmasindhu 1)", "surya"), day);
        if (sign == Rashi.Capricorn)
        {
            yield return On(Of("lohri", "Lohri", "लोहड़ी", FestivalKind.Festival), day.AddDays(-1));
            yield return On(Of("bhogi", "Bhogi", "भोगी", FestivalKind.Festival), day.AddDays(-1));
            yield return On(Of("pongal", "Pongal", "पोंगल", FestivalKind.Festival), day);
        }
        if (sign == Rashi.Aries)
        {
            yield return On(Of("baisakhi", "Baisakhi", "बैसाखी", FestivalKind.NewYear), day);
            yield return On(Of("puthandu", "Puthandu (Tamil New Year)", "पुथांडु (तमिल नववर्ष)", FestivalKind.NewYear), day);
            yield return On(Of("vishu", "Vishu", "विषु", FestivalKind.NewYear), NextSunrise(entry, almanac));
            yield return On(Of("pohelaBoishakh", "Pohela Boishakh (Bengali New Year)", "पोइला बैसाख (बंगाली नववर्ष)", FestivalKind.NewYear), SolarMonths.FirstDay(SolarCalendar.Bengali, entry, almanac));
            yield return On(Of("panaSankranti", "Pana Sankranti (Odia New Year)", "पणा संक्रांति (ओड़िया नववर्ष)", FestivalKind.NewYear), SolarMonths.FirstDay(SolarCalendar.Odia, entry, almanac));
        }
    }

    /// <summary>The day at whose sunrise the Moon is in Shravana while the Sun is in Leo.</summary>
    private static IEnumerable<FestivalDay> OfStar(JulianDayUt entry, PlaceAlmanac almanac)
    {
        var stars = almanac.Limbs(Limb.Nakshatra, new(entry, entry + 30.5)).Where(star => star.Number == (int)Nakshatra.Shravana + 1 && star.Start > entry).Take(1);
        foreach (var star in stars)
        {
            var first = almanac.DayAt(star.Start).Date;
            var atSunrise = Enumerable.Range(0, 3).Select(first.AddDays).FirstOrDefault(date => star.Period.Contains(almanac.Day(date).Whole.Start), first);
            yield return new(Onam, atSunrise, Tradition.All, star.Period);
        }
    }

    private static DateOnly NextSunrise(JulianDayUt entry, PlaceAlmanac almanac)
    {
        var day = almanac.Day(almanac.Calendar.DateOf(entry));
        return entry < day.Whole.Start ? day.Date : day.Date.AddDays(1);
    }

    private static Festival Of(string id, string en, string hi, FestivalKind kind) => new(id, new LocalName(en, hi), kind, Regional);

    private static FestivalDay On(Festival festival, DateOnly date) => new(festival, date, Tradition.All, null);
}
