using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Almanac;

/// <summary>The solar calendars: they differ in which day a sankranti makes the first of the month.</summary>
public enum SolarCalendar
{
    /// <summary>The day itself if the Sun enters before sunset, else the next.</summary>
    Tamil,

    /// <summary>The day itself if the Sun enters within the first three fifths of the daytime, else the next.</summary>
    Malayalam,

    /// <summary>The day after the civil day of the entry.</summary>
    Bengali,

    /// <summary>The day, from sunrise to sunrise, of the entry.</summary>
    Odia,
}

/// <summary>A date of a solar calendar.</summary>
/// <param name="Sign">The sign of the month.</param>
/// <param name="Name">The month's key in that calendar.</param>
/// <param name="Day">The day of the month, from 1.</param>
/// <param name="First">The first day of the month.</param>
public sealed record SolarDate(Rashi Sign, string Name, int Day, DateOnly First);

/// <summary>The solar calendars of the regions (Chatterjee, Indian Calendric System, 1988, for the four rules).</summary>
public static class SolarMonths
{
    private const double DaytimeOfMalayalam = 3.0 / 5;
    private const double SunsetWithoutSun = 0.75;

    private static readonly Dictionary<SolarCalendar, string[]> Names = new()
    {
        [SolarCalendar.Tamil] = ["chithirai", "vaikaasi", "aani", "aadi", "aavani", "purattaasi", "aippasi", "karthikai", "maargazhi", "thai", "maasi", "panguni"],
        [SolarCalendar.Malayalam] = ["medam", "edavam", "mithunam", "karkidakam", "chingam", "kanni", "thulam", "vrischikam", "dhanu", "makaram", "kumbham", "meenam"],
        [SolarCalendar.Bengali] = ["boishakh", "joishtho", "asharh", "srabon", "bhadro", "ashwin", "kartik", "ogrohayon", "poush", "magh", "falgun", "choitro"],
        [SolarCalendar.Odia] = ["mesha", "brusha", "mithuna", "karkata", "simha", "kanya", "tula", "bichha", "dhanu", "makara", "kumbha", "mina"],
    };

    /// <summary>The last entry of the Sun into a sign before an instant, and the sign.</summary>
    public static (Rashi Sign, JulianDayUt Instant) SankrantiBefore(JulianDayUt instant, PlaceAlmanac almanac)
    {
        var tt = instant.ToTt();
        var sign = SunAndMoon.SignOfSun(tt, almanac.Ayanamsa);
        return (sign, SunAndMoon.PassageBefore(Dial.Sun, (int)sign * Longitudes.RashiSpan, tt, almanac.Ayanamsa).ToUt());
    }

    /// <summary>The date of a day in a solar calendar.</summary>
    /// <exception cref="Kundli.Astronomy.SkyException">The month is not wholly within the ephemeris.</exception>
    public static SolarDate Of(SolarCalendar calendar, AlmanacDay day, PlaceAlmanac almanac)
    {
        var (sign, entry) = SankrantiBefore(day.Whole.End, almanac);
        var first = FirstDay(calendar, entry, almanac);
        if (first > day.Date)
        {
            (sign, entry) = SankrantiBefore(entry - 1, almanac);
            first = FirstDay(calendar, entry, almanac);
        }
        return new(sign, Names[calendar][(int)sign], day.Date.DayNumber - first.DayNumber + 1, first);
    }

    /// <summary>The day that an entry of the Sun makes the first of its month.</summary>
    public static DateOnly FirstDay(SolarCalendar calendar, JulianDayUt entry, PlaceAlmanac almanac)
    {
        var date = almanac.Calendar.DateOf(entry);
        var day = almanac.Day(date);
        return calendar switch
        {
            SolarCalendar.Tamil => entry < (day.Sunset.Instant ?? day.Civil.Start + SunsetWithoutSun) ? date : date.AddDays(1),
            SolarCalendar.Malayalam => entry < (day.Daytime is { } time ? time.Start + time.Days * DaytimeOfMalayalam : day.Civil.Part(3, 5).End) ? date : date.AddDays(1),
            SolarCalendar.Bengali => date.AddDays(1),
            _ => entry < day.Whole.Start ? date.AddDays(-1) : date,
        };
    }
}
