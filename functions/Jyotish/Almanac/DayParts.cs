using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Almanac;

/// <summary>How a choghadiya is judged.</summary>
public enum ChoghadiyaQuality
{
    /// <summary>Amrit, Shubh, Labh.</summary>
    Good,

    /// <summary>Chal: for travel.</summary>
    Neutral,

    /// <summary>Udveg, Kaal, Rog.</summary>
    Bad,
}

/// <summary>The seven choghadiyas in the order of their ring.</summary>
public enum Choghadiya
{
    /// <summary>Of the Sun.</summary>
    Udveg,

    /// <summary>Of Venus.</summary>
    Chal,

    /// <summary>Of Mercury.</summary>
    Labh,

    /// <summary>Of the Moon.</summary>
    Amrit,

    /// <summary>Of Saturn.</summary>
    Kaal,

    /// <summary>Of Jupiter.</summary>
    Shubh,

    /// <summary>Of Mars.</summary>
    Rog,
}

/// <summary>The parts of day and night that muhurta tradition knows. Day and night have parts of different lengths, which follow the seasons.</summary>
public static class DayParts
{
    /// <summary>A day or a night has fifteen muhurtas.</summary>
    public const int Muhurtas = 15;

    private const int Eighths = 8;
    private const int HorasOfHalf = 12;
    private const int AbhijitMuhurta = 8;
    private const double BrahmaFromMinutes = 96;
    private const double BrahmaUntilMinutes = 48;
    private const double MinutesPerDay = 1440;

    // One row per weekday, Sunday first: which eighth of the day (Muhurta tradition; the table of every South Indian almanac).
    private static readonly int[] Rahu = [8, 2, 7, 5, 6, 4, 3];
    private static readonly int[] Yama = [5, 4, 3, 2, 1, 7, 6];
    private static readonly int[] Gulika = [7, 6, 5, 4, 3, 2, 1];

    // The muhurtas of Aryaman; Brahma and Rakshasa; Pitri and (at night) Agni; Abhijit; Jala and Rakshasa; Pitri and Brahma; Isha and Sarpa
    // (Muhurta Chintamani, Shubhashubha Prakarana).
    private static readonly int[][] DurDay = [[14], [9, 12], [4], [8], [6, 12], [4, 9], [1, 2]];
    private static readonly int[][] DurNight = [[], [], [7], [], [], [], []];

    private static readonly Choghadiya[] FirstOfDay =
        [Choghadiya.Udveg, Choghadiya.Amrit, Choghadiya.Rog, Choghadiya.Labh, Choghadiya.Shubh, Choghadiya.Chal, Choghadiya.Kaal];

    private static readonly Graha[] Lords = [Graha.Sun, Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn];

    /// <summary>The grahas from the quickest ring outwards, as the hours follow each other (Surya Siddhanta 12.78-79).</summary>
    private static readonly Graha[] HoraRing = [Graha.Sun, Graha.Venus, Graha.Mercury, Graha.Moon, Graha.Saturn, Graha.Jupiter, Graha.Mars];

    /// <summary>The eighth of the day that belongs to Rahu: nothing is begun in it.</summary>
    public static Period? RahuKalam(AlmanacDay day) => day.Daytime?.Part(Rahu[(int)day.Vara], Eighths);

    /// <summary>The eighth of the day that belongs to Yama.</summary>
    public static Period? Yamaganda(AlmanacDay day) => day.Daytime?.Part(Yama[(int)day.Vara], Eighths);

    /// <summary>The eighth of the day that belongs to Gulika, Saturn's son.</summary>
    public static Period? GulikaKalam(AlmanacDay day) => day.Daytime?.Part(Gulika[(int)day.Vara], Eighths);

    /// <summary>The eighth of fifteen muhurtas of the day, around noon. On Wednesdays it stands, but is not used.</summary>
    public static Period? Abhijit(AlmanacDay day) => day.Daytime?.Part(AbhijitMuhurta, Muhurtas);

    /// <summary>The last muhurta but one before sunrise, of 48 minutes whatever the season. (Some take a fifteenth of the night.)</summary>
    public static Period? Brahma(AlmanacDay day) => day.Sunrise.Instant is { } sunrise
        ? new(sunrise - BrahmaFromMinutes / MinutesPerDay, sunrise - BrahmaUntilMinutes / MinutesPerDay)
        : null;

    /// <summary>The muhurtas in which nothing good is begun.</summary>
    public static IReadOnlyList<Period> Durmuhurtas(AlmanacDay day) =>
        [.. Of(day.Daytime, DurDay[(int)day.Vara]), .. Of(day.Night, DurNight[(int)day.Vara])];

    /// <summary>The eight choghadiyas of the day: on from the one of the weekday, each the next of the ring.</summary>
    public static IReadOnlyList<(Choghadiya Name, Period Time)> DayChoghadiyas(AlmanacDay day) => Choghadiyas(day.Daytime, FirstOfDay[(int)day.Vara], 1);

    /// <summary>The eight choghadiyas of the night: on from the second before that of the day, each the second before the last.</summary>
    public static IReadOnlyList<(Choghadiya Name, Period Time)> NightChoghadiyas(AlmanacDay day) => Choghadiyas(day.Night, FirstOfDay[(int)day.Vara] - 2, -2);

    /// <summary>How a choghadiya is judged.</summary>
    public static ChoghadiyaQuality Quality(this Choghadiya choghadiya) => choghadiya switch
    {
        Choghadiya.Amrit or Choghadiya.Shubh or Choghadiya.Labh => ChoghadiyaQuality.Good,
        Choghadiya.Chal => ChoghadiyaQuality.Neutral,
        _ => ChoghadiyaQuality.Bad,
    };

    /// <summary>The graha that rules a weekday.</summary>
    public static Graha Lord(this Vara vara) => Lords[(int)vara];

    /// <summary>The twelve hours of the day, the first of the weekday's lord.</summary>
    public static IReadOnlyList<(Graha Lord, Period Time)> DayHoras(AlmanacDay day) => Horas(day.Daytime, day.Vara, 0);

    /// <summary>The twelve hours of the night, which go on where the day stopped.</summary>
    public static IReadOnlyList<(Graha Lord, Period Time)> NightHoras(AlmanacDay day) => Horas(day.Night, day.Vara, HorasOfHalf);

    private static IEnumerable<Period> Of(Period? half, int[] muhurtas) => half is { } time ? muhurtas.Select(number => time.Part(number, Muhurtas)) : [];

    private static IReadOnlyList<(Choghadiya, Period)> Choghadiyas(Period? half, Choghadiya first, int step) => half is { } time
        ? [.. Enumerable.Range(0, Eighths).Select(i => ((Choghadiya)Zodiac.Rashis.Modulo((int)first + step * i, 7), time.Part(i + 1, Eighths)))]
        : [];

    private static IReadOnlyList<(Graha, Period)> Horas(Period? half, Vara vara, int before)
    {
        var first = Array.IndexOf(HoraRing, vara.Lord()) + before;
        return half is { } time ? [.. Enumerable.Range(0, HorasOfHalf).Select(i => (HoraRing[(first + i) % HoraRing.Length], time.Part(i + 1, HorasOfHalf)))] : [];
    }
}
