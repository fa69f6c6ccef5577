using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Zodiac;

/// <summary>
/// The syllable that a name begins with, by the pada of the Moon: the Avakahada chakra (Jyotisha Sarvasangraha). Where lists differ (Krittika
/// 2 "ई" or "इ", Hasta 2 "ष", Uttara Bhadrapada 4 "ञ"), the common North Indian form stands here.
/// </summary>
public static class Syllables
{
    private static readonly (string Devanagari, string Latin)[] Rows =
    [
        ("चू", "choo"), ("चे", "che"), ("चो", "cho"), ("ला", "la"), // Ashwini
        ("ली", "lee"), ("लू", "loo"), ("ले", "le"), ("लो", "lo"), // Bharani
        ("अ", "a"), ("ई", "ee"), ("उ", "u"), ("ए", "e"), // Krittika
        ("ओ", "o"), ("वा", "va"), ("वी", "vee"), ("वू", "voo"), // Rohini
        ("वे", "ve"), ("वो", "vo"), ("का", "ka"), ("की", "kee"), // Mrigashira
        ("कू", "koo"), ("घ", "gha"), ("ङ", "nga"), ("छ", "chha"), // Ardra
        ("के", "ke"), ("को", "ko"), ("हा", "ha"), ("ही", "hee"), // Punarvasu
        ("हू", "hoo"), ("हे", "he"), ("हो", "ho"), ("डा", "da"), // Pushya
        ("डी", "dee"), ("डू", "doo"), ("डे", "de"), ("डो", "do"), // Ashlesha
        ("मा", "ma"), ("मी", "mee"), ("मू", "moo"), ("मे", "me"), // Magha
        ("मो", "mo"), ("टा", "ta"), ("टी", "tee"), ("टू", "too"), // Purva Phalguni
        ("टे", "te"), ("टो", "to"), ("पा", "pa"), ("पी", "pee"), // Uttara Phalguni
        ("पू", "poo"), ("ष", "sha"), ("ण", "na"), ("ठ", "tha"), // Hasta
        ("पे", "pe"), ("पो", "po"), ("रा", "ra"), ("री", "ree"), // Chitra
        ("रू", "roo"), ("रे", "re"), ("रो", "ro"), ("ता", "ta"), // Swati
        ("ती", "tee"), ("तू", "too"), ("ते", "te"), ("तो", "to"), // Vishakha
        ("ना", "na"), ("नी", "nee"), ("नू", "noo"), ("ने", "ne"), // Anuradha
        ("नो", "no"), ("या", "ya"), ("यी", "yee"), ("यू", "yoo"), // Jyeshtha
        ("ये", "ye"), ("यो", "yo"), ("भा", "bha"), ("भी", "bhee"), // Mula
        ("भू", "bhoo"), ("धा", "dha"), ("फा", "pha"), ("ढा", "dha"), // Purva Ashadha
        ("भे", "bhe"), ("भो", "bho"), ("जा", "ja"), ("जी", "jee"), // Uttara Ashadha
        ("खी", "khee"), ("खू", "khoo"), ("खे", "khe"), ("खो", "kho"), // Shravana
        ("गा", "ga"), ("गी", "gee"), ("गू", "goo"), ("गे", "ge"), // Dhanishta
        ("गो", "go"), ("सा", "sa"), ("सी", "see"), ("सू", "soo"), // Shatabhisha
        ("से", "se"), ("सो", "so"), ("दा", "da"), ("दी", "dee"), // Purva Bhadrapada
        ("दू", "doo"), ("थ", "tha"), ("झ", "jha"), ("ञ", "nya"), // Uttara Bhadrapada
        ("दे", "de"), ("दो", "do"), ("चा", "cha"), ("ची", "chee"), // Revati
    ];

    /// <summary>The syllable of the pada in which a longitude lies.</summary>
    public static (string Devanagari, string Latin) Of(SiderealLongitude moon) => Rows[moon.PadaIndex];
}
