using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;
using static Kundli.Jyotish.Muhurtas.Verdict;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>What the month, the Sun's sign and the strength of Jupiter and Venus say. They are read at the beginning of the day.</summary>
internal static class SeasonMarks
{
    private const string Dharma = "Dharmasindhu 1; Nirnayasindhu";
    private const string Vivaha = "Muhurta Chintamani, Vivaha Prakarana";
    private const int SleepFrom = 11;
    private const int SleepUntil = 11;
    private const int DarkFrom = 16;
    private const int HolashtakaFrom = 8;
    private const int Purnima = 15;

    /// <summary>Sixteen ghatis before and after the Sun's entry into a sign.</summary>
    private const double SankrantiDays = 16 / 60.0;

    /// <summary>The marks of the season over a day.</summary>
    public static IEnumerable<MuhurtaMark> Of(PurposeRules rules, AlmanacDay day, PlaceAlmanac almanac)
    {
        var (start, month) = (day.Whole.Start, LunarMonth.At(day.Whole.Start, almanac.Ayanamsa));
        var tithi = almanac.LimbAt(Limb.Tithi, start).Number;
        if (month.Masa == Masa.Bhadrapada && tithi >= DarkFrom && !month.IsAdhika)
            yield return Mark("pitruPaksha", rules.IsRite ? Forbids : Against, new("The fortnight of the ancestors.", "पितृ पक्ष।"), Dharma);
        if (!rules.IsRite)
            yield break;
        if (month.IsAdhika)
            yield return Mark("adhikaMasa", Forbids, new("An added (adhika) month.", "अधिक मास।"), Dharma);
        if (Sleeps(month, tithi))
            yield return Mark("chaturmasa", Forbids, new("Chaturmasa: Vishnu sleeps.", "चातुर्मास: देवशयन काल।"), "Dharmasindhu 2; custom of the north");
        if (month.Masa == Masa.Phalguna && tithi is >= HolashtakaFrom and <= Purnima)
            yield return Mark("holashtaka", Against, new("Holashtaka, the eight days before Holi.", "होलाष्टक।"), "Custom of the north");
        foreach (var mark in Sun(day, almanac))
            yield return mark;
        foreach (var graha in new[] { Graha.Jupiter, Graha.Venus })
            if (IsHidden(graha, day))
                yield return Mark("asta", Forbids, new($"{graha} is combust.", $"{Names.Of(graha).Hi} अस्त है।"), Vivaha + "; Surya Siddhanta 9 for the limits");

        MuhurtaMark Mark(string id, Verdict verdict, LocalName text, string source) => new(new(id, verdict, text, source), day.Whole);
    }

    // Kharmas, and the hours around every entry of the Sun.
    private static IEnumerable<MuhurtaMark> Sun(AlmanacDay day, PlaceAlmanac almanac)
    {
        var (sign, entry) = SolarMonths.SankrantiBefore(day.Whole.End + SankrantiDays, almanac);
        foreach (var (stands, time) in new[] { (sign.Plus(-1), new Period(day.Whole.Start, entry)), (sign, new Period(entry < day.Whole.Start ? day.Whole.Start : entry, day.Whole.End)) })
            if (stands is Rashi.Sagittarius or Rashi.Pisces && time.Start < time.End)
                yield return new(
                    new("kharmas", Forbids, new($"The Sun is in {stands} (Kharmas).", $"सूर्य {Names.Of(stands).Hi} में है (खरमास)।"), Vivaha), time);
        yield return new(
            new("sankranti", Forbids, new("Within sixteen ghatis of the Sun's entry into a sign.", "संक्रान्ति से सोलह घटी के भीतर।"), Vivaha), new(entry - SankrantiDays, entry + SankrantiDays));
    }

    /// <summary>From the eleventh of Ashadha's bright half to that of Kartika's.</summary>
    private static bool Sleeps(LunarMonth month, int tithi) => month.Masa switch
    {
        Masa.Ashadha => tithi >= SleepFrom && !month.IsAdhika,
        Masa.Shravana or Masa.Bhadrapada or Masa.Ashwina => true,
        Masa.Kartika => tithi < SleepUntil,
        _ => false,
    };

    private static bool IsHidden(Graha graha, AlmanacDay day)
    {
        var instant = day.Whole.Start.ToTt();
        var (sun, there) = (Positions.Of(Graha.Sun, instant), Positions.Of(graha, instant));
        return Math.Abs(there.Longitude - sun.Longitude) < Combustion.OrbDegrees(graha, there.SpeedDegreesPerDay < 0);
    }
}
