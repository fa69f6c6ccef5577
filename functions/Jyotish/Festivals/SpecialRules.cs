using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Festivals;

/// <summary>Festivals whose day takes more than one part of one day to decide.</summary>
/// <param name="almanac">The days of the place.</param>
/// <param name="windows">The parts of the days.</param>
internal sealed class SpecialRules(PlaceAlmanac almanac, DayWindows windows)
{
    private const int Purnima = 15;
    private const int DarkEighth = 23;

    /// <summary>Three muhurtas of the morning.</summary>
    private const double MorningOfDaytime = 3.0 / DayParts.Muhurtas;

    /// <summary>Three and a half of the four watches of the daytime.</summary>
    private const double WatchesOfDaytime = 3.5 / 4;

    private static readonly Festival RakshaBandhan = new("rakshaBandhan", new LocalName("Raksha Bandhan", "रक्षा बंधन"), FestivalKind.Festival, "Dharmasindhu 2: purnima for three muhurtas after sunrise, without Bhadra");
    private static readonly Festival Varalakshmi = new("varalakshmiVratam", new LocalName("Varalakshmi Vratam", "वरलक्ष्मी व्रतम्"), FestivalKind.Festival, "Custom of the south: the Friday before the full moon of Shravana", "lakshmi");
    private static readonly Festival Janmashtami = new("janmashtami", new LocalName("Krishna Janmashtami", "कृष्ण जन्माष्टमी"), FestivalKind.Festival, "Dharmasindhu 2: ashtami at midnight; vaishnavas: at sunrise", "krishna");
    private static readonly Festival HolikaDahan = new("holikaDahan", new LocalName("Holika Dahan", "होलिका दहन"), FestivalKind.Festival, "Dharmasindhu 2: purnima after sunset, without Bhadra");
    private static readonly Festival Holi = new("holi", new LocalName("Holi", "होली"), FestivalKind.Festival, "The day after Holika Dahan");
    private static readonly Festival VaikunthaEkadashi = new("vaikunthaEkadashi", new LocalName("Vaikuntha Ekadashi", "वैकुण्ठ एकादशी"), FestivalKind.Festival, "The bright ekadashi with the Sun in Sagittarius", "vishnu");

    /// <summary>
    /// An ekadashi by both traditions. Smartas keep the day whose sunrise it has (of two the first, but the second if dvadashi too reaches a second sunrise; when it is
    /// lost, the day within which it runs). Vaishnavas keep a day that dashami does not touch even at dawn: the next if it does, and the second of two
    /// (Dharmasindhu 1; Haribhaktivilasa 12).
    /// </summary>
    public IEnumerable<FestivalDay> Ekadashi(LunarMonth month, int number, Period tithi)
    {
        var festival = Ekadashis.Of(month, number);
        var sunrises = windows.AtSunrise(tithi).ToList();
        var smarta = (BothAreLong(sunrises, tithi) ? sunrises[1] : sunrises.FirstOrDefault()) ?? almanac.DayAt(tithi.Start).Date;
        var isTouched = sunrises.Count == 0 || windows.Window(almanac.Day(smarta), Observance.Arunodaya)!.Value.Start < tithi.Start;
        var vaishnava = sunrises.Count == 2 ? sunrises[1]!.Value : isTouched ? smarta.AddDays(1) : smarta;
        if (number == Ekadashis.Shukla && SolarMonths.SankrantiBefore(tithi.Start, almanac).Sign == Rashi.Sagittarius)
            yield return new(VaikunthaEkadashi, smarta, Tradition.All, tithi);
        foreach (var day in Both(festival, smarta, vaishnava, tithi))
            yield return day;
    }

    /// <summary>The others of a month.</summary>
    public IEnumerable<FestivalDay> OfMonth(LunarMonth month, Func<int, Period> tithis, Period reach) => month.Masa switch
    {
        Masa.Shravana => [.. OfPurnima(tithis(Purnima), reach), .. Krishna(tithis(DarkEighth), reach)],
        Masa.Phalguna => OfHoli(tithis(Purnima), reach),
        _ => [],
    };

    private bool BothAreLong(List<DateOnly?> sunrises, Period tithi) =>
        sunrises.Count == 2 && almanac.LimbAt(Limb.Tithi, tithi.End + 1e-6).Period.Contains(almanac.Day(sunrises[1]!.Value.AddDays(1)).Whole.Start);

    private IEnumerable<FestivalDay> OfPurnima(Period purnima, Period reach)
    {
        // The Friday may come six days before the full moon.
        if (new Period(purnima.Start - 7, purnima.End).Overlap(reach) <= 0)
            return [];
        var last = windows.AtSunrise(purnima).LastOrDefault();
        var isLongEnough = last is { } date && purnima.End - almanac.Day(date).Whole.Start >= Daytime(almanac.Day(date)) * MorningOfDaytime;
        var bandhan = isLongEnough ? last!.Value : almanac.DayAt(purnima.Start).Date;
        var full = last ?? almanac.DayAt(purnima.Start).Date;
        var friday = full.AddDays(-(((int)full.DayOfWeek - (int)DayOfWeek.Friday + 7) % 7));
        return [new(RakshaBandhan, bandhan, Tradition.All, purnima), new(Varalakshmi, friday, Tradition.All, null)];
    }

    private IEnumerable<FestivalDay> Krishna(Period ashtami, Period reach)
    {
        if (ashtami.Overlap(reach) <= 0)
            return [];
        var smarta = windows.Decide(ashtami, Observance.Nishita, Preference.Longer);
        return Both(Janmashtami, smarta, windows.AtSunrise(ashtami).LastOrDefault() ?? smarta.AddDays(1), ashtami);
    }

    /// <summary>
    /// The fire is lit after sunset of the full moon, but not in Bhadra, its first half. If Bhadra takes that evening, the next is taken, when the full moon outlasts
    /// three and a half watches of that day and the tithi after it is longer.
    /// </summary>
    private IEnumerable<FestivalDay> OfHoli(Period purnima, Period reach)
    {
        if (new Period(purnima.Start, purnima.End + 1).Overlap(reach) <= 0)
            return [];
        var date = windows.Decide(purnima, Observance.Pradosha, Preference.Second);
        var bhadra = new Period(purnima.Start, almanac.LimbAt(Limb.Karana, purnima.Start + 1e-6).End);
        var next = almanac.Day(date.AddDays(1));
        var after = almanac.LimbAt(Limb.Tithi, purnima.End + 1e-6);
        var isTaken = windows.Window(almanac.Day(date), Observance.Pradosha) is { } dusk && bhadra.End > dusk.End;
        if (isTaken && purnima.End - next.Whole.Start >= Daytime(next) * WatchesOfDaytime && after.Period.Days > purnima.Days)
            date = next.Date;
        return [new(HolikaDahan, date, Tradition.All, purnima), new(Holi, date.AddDays(1), Tradition.All, null)];
    }

    private static double Daytime(AlmanacDay day) => day.Daytime?.Days ?? day.Whole.Days / 2;

    private static IEnumerable<FestivalDay> Both(Festival festival, DateOnly smarta, DateOnly vaishnava, Period tithi) => smarta == vaishnava
        ? [new(festival, smarta, Tradition.All, tithi)]
        : [new(festival, smarta, Tradition.Smarta, tithi), new(festival, vaishnava, Tradition.Vaishnava, tithi)];
}
