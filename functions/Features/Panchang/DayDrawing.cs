using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Festivals;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Panchang;

/// <summary>Writes a day of the almanac as its answer.</summary>
internal static class DayDrawing
{
    public static DayAnswer Of(AlmanacPlace place, AlmanacDay day, IAlmanacQuery query)
    {
        var almanac = place.Almanac;
        var whole = day.Whole;
        var (tithis, nakshatras) = (almanac.Limbs(Limb.Tithi, whole), almanac.Limbs(Limb.Nakshatra, whole));
        var (moonrise, moonset) = (almanac.Moon(HorizonEvent.Rise, day), almanac.Moon(HorizonEvent.Set, day));
        var month = LunarMonth.At(whole.Start, almanac.Ayanamsa);
        var tithi = tithis[0].Number;
        var (sidereal, tropical) = (Season.Sidereal(whole.Start, almanac.Ayanamsa), Season.Tropical(whole.Start));
        var samvat = Samvat.Of(month);
        var festivals = new FestivalCalendar(almanac).Between(day.Date, day.Date);
        return new DayAnswer(
            day.Date, new(query.Latitude, query.Longitude, place.Zone.Id), new(query.Sunrise, query.Ayanamsa), day.Vara, At(whole.Start), At(whole.End),
            At(day.Sunrise), At(day.Sunset), At(day.NextSunrise), At(moonrise), At(moonset), Absences(day, moonrise, moonset),
            [.. tithis.Select(limb => Of(limb, FiveLimbs.TithiKey(limb.Number)))],
            [.. nakshatras.Select(limb => Of(limb, Words.Key((Nakshatra)(limb.Number - 1))))],
            [.. almanac.Limbs(Limb.Yoga, whole).Select(limb => Of(limb, FiveLimbs.YogaKey(limb.Number)))],
            [.. almanac.Limbs(Limb.Karana, whole).Select(limb => Of(limb, FiveLimbs.KaranaKey(limb.Number)))],
            Of(DayParts.RahuKalam(day)), Of(DayParts.Yamaganda(day)), Of(DayParts.GulikaKalam(day)),
            DayParts.Abhijit(day) is { } abhijit ? new(At(abhijit.Start), At(abhijit.End), day.Vara != Vara.Wednesday) : null,
            Of(DayParts.Brahma(day)),
            [.. DayParts.Durmuhurtas(day).Select(Of)],
            [.. nakshatras.SelectMany(Ghatis.Varjyam).Where(part => part.Overlap(whole) > 0).Select(Of)],
            [.. nakshatras.Select(Ghatis.Amrita).Where(part => part.Overlap(whole) > 0).Select(Of)],
            new([.. DayParts.DayChoghadiyas(day).Select(Of)], [.. DayParts.NightChoghadiyas(day).Select(Of)]),
            new([.. DayParts.DayHoras(day).Select(Of)], [.. DayParts.NightHoras(day).Select(Of)]),
            Of(month, tithi), PakshaOf(tithi), new(samvat.Vikram, samvat.Shaka, samvat.Gujarati, samvat.SamvatsaraKey),
            sidereal.Ritu, sidereal.Ayana, tropical.Ritu, tropical.Ayana,
            Sign(Graha.Sun, whole.Start, almanac.Ayanamsa), Sign(Graha.Moon, whole.Start, almanac.Ayanamsa),
            Enum.GetValues<SolarCalendar>().ToDictionary(Words.Key, calendar => Of(SolarMonths.Of(calendar, day, almanac))),
            [.. festivals.Select(FestivalAnswer.Of)],
            PlantOfDay.Of(day, tithi, festivals.Select(kept => kept.Festival.Id)));
    }

    /// <summary>The half of the month in which a tithi lies.</summary>
    public static Paksha PakshaOf(int tithi) => tithi <= 15 ? Paksha.Shukla : Paksha.Krishna;

    /// <summary>A lunar month as it is written.</summary>
    public static MasaAnswer Of(LunarMonth month, int tithi)
    {
        return new(Key(month.Masa), Key(month.Purnimanta(tithi > 15)), month.IsAdhika, month.Lost);

        string Key(Masa masa) => month.IsAdhika ? "adhika" + masa : Words.Key(masa);
    }

    private static Rashi Sign(Graha graha, JulianDayUt instant, Ayanamsa ayanamsa)
    {
        var tt = instant.ToTt();
        return Astronomy.Ephemeris.Positions.Of(graha, tt).Longitude.ToSidereal(AyanamsaAt.Of(ayanamsa, tt)).Rashi;
    }

    private static List<AbsenceAnswer> Absences(AlmanacDay day, SkyEvent moonrise, SkyEvent moonset)
    {
        (string What, SkyEvent Event)[] events = [("sunrise", day.Sunrise), ("sunset", day.Sunset), ("nextSunrise", day.NextSunrise), ("moonrise", moonrise), ("moonset", moonset)];
        return [.. events.Where(row => row.Event.Instant is null).Select(row => new AbsenceAnswer(row.What, row.Event.Absence))];
    }

    private static LimbAnswer Of(LimbSpan limb, string name) => new(limb.Number, name, At(limb.Start), At(limb.End));

    private static ChoghadiyaAnswer Of((Choghadiya Name, Period Time) part) => new(part.Name, part.Name.Quality(), At(part.Time.Start), At(part.Time.End));

    private static HoraAnswer Of((Graha Lord, Period Time) part) => new(part.Lord, At(part.Time.Start), At(part.Time.End));

    private static SolarDateAnswer Of(SolarDate date) => new(date.Name, date.Day, date.First, date.Sign);

    private static SpanAnswer Of(Period period) => new(At(period.Start), At(period.End));

    private static SpanAnswer? Of(Period? period) => period is { } time ? Of(time) : null;

    private static DateTimeOffset? At(SkyEvent happened) => happened.Instant is { } instant ? At(instant) : null;

    private static DateTimeOffset At(JulianDayUt instant) => instant.ToDateTimeOffset();
}
