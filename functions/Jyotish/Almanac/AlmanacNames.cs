using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Almanac;

/// <summary>What the limbs, months and seasons of the almanac are called.</summary>
public static class AlmanacNames
{
    private static readonly string[] VaraHindi = ["रविवार", "सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार"];

    // The fourteen that both halves of the month share.
    private static readonly LocalName[] Tithis =
    [
        new("Pratipada", "प्रतिपदा"), new("Dvitiya", "द्वितीया"), new("Tritiya", "तृतीया"), new("Chaturthi", "चतुर्थी"), new("Panchami", "पंचमी"), new("Shashthi", "षष्ठी"), new("Saptami", "सप्तमी"),
        new("Ashtami", "अष्टमी"), new("Navami", "नवमी"), new("Dashami", "दशमी"), new("Ekadashi", "एकादशी"), new("Dvadashi", "द्वादशी"), new("Trayodashi", "त्रयोदशी"), new("Chaturdashi", "चतुर्दशी"),
    ];

    private static readonly string[] YogaHindi =
    [
        "विष्कम्भ", "प्रीति", "आयुष्मान", "सौभाग्य", "शोभन", "अतिगण्ड", "सुकर्मा", "धृति", "शूल", "गण्ड", "वृद्धि", "ध्रुव", "व्याघात", "हर्षण",
        "वज्र", "सिद्धि", "व्यतीपात", "वरीयान", "परिघ", "शिव", "सिद्ध", "साध्य", "शुभ", "शुक्ल", "ब्रह्म", "इन्द्र", "वैधृति",
    ];

    private static readonly Dictionary<string, string> KaranaHindi = new(StringComparer.Ordinal)
    {
        ["bava"] = "बव", ["balava"] = "बालव", ["kaulava"] = "कौलव", ["taitila"] = "तैतिल", ["gara"] = "गर", ["vanija"] = "वणिज", ["vishti"] = "विष्टि",
        ["kimstughna"] = "किंस्तुघ्न", ["shakuni"] = "शकुनि", ["chatushpada"] = "चतुष्पद", ["naga"] = "नाग",
    };

    private static readonly string[] MasaHindi =
        ["चैत्र", "वैशाख", "ज्येष्ठ", "आषाढ़", "श्रावण", "भाद्रपद", "आश्विन", "कार्तिक", "मार्गशीर्ष", "पौष", "माघ", "फाल्गुन"];

    private static readonly string[] RituHindi = ["वसन्त", "ग्रीष्म", "वर्षा", "शरद्", "हेमन्त", "शिशिर"];
    private static readonly string[] AyanaHindi = ["उत्तरायण", "दक्षिणायन"];

    /// <summary>The name of a weekday.</summary>
    public static LocalName Of(Vara vara) => new(vara.ToString(), VaraHindi[(int)vara]);

    /// <summary>The name of a lunar month.</summary>
    public static LocalName Of(Masa masa) => new(masa.ToString(), MasaHindi[(int)masa]);

    /// <summary>The name of a season.</summary>
    public static LocalName Of(Ritu ritu) => new(ritu.ToString(), RituHindi[(int)ritu]);

    /// <summary>The name of a half year.</summary>
    public static LocalName Of(Ayana ayana) => new(ayana.ToString(), AyanaHindi[(int)ayana]);

    /// <summary>The name of a tithi, 1 to 30.</summary>
    public static LocalName Tithi(int tithi) => tithi switch
    {
        15 => new("Purnima", "पूर्णिमा"),
        30 => new("Amavasya", "अमावस्या"),
        < 15 => new($"Shukla {Tithis[tithi - 1].En}", $"शुक्ल {Tithis[tithi - 1].Hi}"),
        _ => new($"Krishna {Tithis[tithi - 16].En}", $"कृष्ण {Tithis[tithi - 16].Hi}"),
    };

    /// <summary>The name of a yoga of Sun and Moon, 1 to 27.</summary>
    public static LocalName Yoga(int yoga) => new(Capital(FiveLimbs.YogaKey(yoga)), YogaHindi[yoga - 1]);

    /// <summary>The name of a karana, 1 to 60.</summary>
    public static LocalName Karana(int karana) => new(Capital(FiveLimbs.KaranaKey(karana)), KaranaHindi[FiveLimbs.KaranaKey(karana)]);

    private static string Capital(string key) => $"{char.ToUpperInvariant(key[0])}{key[1..]}";
}
