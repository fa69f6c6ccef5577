using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Almanac;

/// <summary>
/// The limbs of the panchang that follow from the longitudes of Sun and Moon alone: tithi (12° of elongation), nakshatra of the Moon, yoga
/// (13°20′ of the sum), karana (half a tithi). Surya Siddhanta 2.64-69. The fifth, the vara, needs a sunrise.
/// </summary>
/// <param name="Tithi">1 to 30: 1–15 of the bright half, 16–30 of the dark.</param>
/// <param name="Nakshatra">The Moon's.</param>
/// <param name="Yoga">1 to 27.</param>
/// <param name="Karana">1 to 60.</param>
public sealed record FiveLimbs(int Tithi, Nakshatra Nakshatra, int Yoga, int Karana)
{
    /// <summary>Degrees of elongation of a tithi.</summary>
    public const double TithiSpan = 12;

    /// <summary>Degrees of elongation of a karana.</summary>
    public const double KaranaSpan = 6;

    /// <summary>Degrees of the sum of a yoga.</summary>
    public const double YogaSpan = 360.0 / 27;

    private static readonly string[] TithiNames =
    [
        "Pratipada", "Dvitiya", "Tritiya", "Chaturthi", "Panchami", "Shashthi", "Saptami", "Ashtami", "Navami", "Dashami", "Ekadashi", "Dvadashi", "Trayodashi", "Chaturdashi",
    ];

    private static readonly string[] YogaNames =
    [
        "vishkambha", "priti", "ayushman", "saubhagya", "shobhana", "atiganda", "sukarma", "dhriti", "shula", "ganda", "vriddhi", "dhruva", "vyaghata", "harshana", "vajra",
        "siddhi", "vyatipata", "variyana", "parigha", "shiva", "siddha", "sadhya", "shubha", "shukla", "brahma", "indra", "vaidhriti",
    ];

    private static readonly string[] MovableKaranas = ["bava", "balava", "kaulava", "taitila", "gara", "vanija", "vishti"];

    /// <summary>The limbs of a pair of longitudes of one zodiac.</summary>
    public static FiveLimbs Of(SiderealLongitude sun, SiderealLongitude moon)
    {
        var elongation = moon.From(sun);
        return new(
            Part(elongation, 30),
            moon.Nakshatra,
            Part((moon + sun.Degrees).Degrees, 27),
            Part(elongation, 60));
    }

    /// <summary>The camelCase key of a tithi, 1 to 30: <c>shuklaPratipada</c> … <c>purnima</c> … <c>amavasya</c>.</summary>
    public static string TithiKey(int tithi) => tithi switch
    {
        15 => "purnima",
        30 => "amavasya",
        < 15 => "shukla" + TithiNames[tithi - 1],
        _ => "krishna" + TithiNames[tithi - 16],
    };

    /// <summary>The key of a yoga, 1 to 27.</summary>
    public static string YogaKey(int yoga) => YogaNames[yoga - 1];

    /// <summary>The key of a karana, 1 to 60: the first and the last three stand once in a month, the other seven go round eight times.</summary>
    public static string KaranaKey(int karana) => karana switch
    {
        1 => "kimstughna",
        58 => "shakuni",
        59 => "chatushpada",
        60 => "naga",
        _ => MovableKaranas[(karana - 2) % MovableKaranas.Length],
    };

    private static int Part(double degrees, int parts) => Math.Min((int)(degrees * parts / 360), parts - 1) + 1;
}
