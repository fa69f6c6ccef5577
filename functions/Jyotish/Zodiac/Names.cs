using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Zodiac;

/// <summary>A name in English and in Hindi.</summary>
/// <param name="En">English, or the Sanskrit word as English writes it.</param>
/// <param name="Hi">Hindi, in Devanagari.</param>
public sealed record LocalName(string En, string Hi)
{
    /// <summary>The name in a language: <c>hi</c> for Hindi, anything else is English.</summary>
    public string In(string language) => language == "hi" ? Hi : En;
}

/// <summary>What the grahas, rashis and nakshatras are called.</summary>
public static class Names
{
    private static readonly string[] RashiHindi =
    [
        "मेष", "वृषभ", "मिथुन", "कर्क", "सिंह", "कन्या", "तुला", "वृश्चिक", "धनु", "मकर", "कुम्भ", "मीन",
    ];

    private static readonly string[] GrahaHindi =
    [
        "सूर्य", "चन्द्र", "मंगल", "बुध", "गुरु", "शुक्र", "शनि", "राहु", "केतु", "अरुण", "वरुण", "यम",
    ];

    private static readonly string[] NakshatraEnglish =
    [
        "Ashwini", "Bharani", "Krittika", "Rohini", "Mrigashira", "Ardra", "Punarvasu", "Pushya", "Ashlesha", "Magha", "Purva Phalguni",
        "Uttara Phalguni", "Hasta", "Chitra", "Swati", "Vishakha", "Anuradha", "Jyeshtha", "Mula", "Purva Ashadha", "Uttara Ashadha", "Shravana",
        "Dhanishta", "Shatabhisha", "Purva Bhadrapada", "Uttara Bhadrapada", "Revati",
    ];

    private static readonly string[] NakshatraHindi =
    [
        "अश्विनी", "भरणी", "कृत्तिका", "रोहिणी", "मृगशिरा", "आर्द्रा", "पुनर्वसु", "पुष्य", "आश्लेषा", "मघा", "पूर्व फाल्गुनी", "उत्तर फाल्गुनी",
        "हस्त", "चित्रा", "स्वाति", "विशाखा", "अनुराधा", "ज्येष्ठा", "मूल", "पूर्वाषाढ़ा", "उत्तराषाढ़ा", "श्रवण", "धनिष्ठा", "शतभिषा",
        "पूर्व भाद्रपदा", "उत्तर भाद्रपदा", "रेवती",
    ];

    /// <summary>The name of a graha.</summary>
    public static LocalName Of(Graha graha) => new(graha.ToString(), GrahaHindi[(int)graha]);

    /// <summary>The name of a sign.</summary>
    public static LocalName Of(Rashi rashi) => new(rashi.ToString(), RashiHindi[(int)rashi]);

    /// <summary>The name of a nakshatra.</summary>
    public static LocalName Of(Nakshatra nakshatra) => new(NakshatraEnglish[(int)nakshatra], NakshatraHindi[(int)nakshatra]);
}
