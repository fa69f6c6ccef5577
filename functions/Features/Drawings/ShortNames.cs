using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Drawings;

/// <summary>Names cut to what a cell of a drawing holds, as printed charts and almanacs cut them.</summary>
internal static class ShortNames
{
    private static readonly string[] GrahasEnglish = ["Su", "Mo", "Ma", "Me", "Ju", "Ve", "Sa", "Ra", "Ke", "Ur", "Ne", "Pl"];
    private static readonly string[] GrahasHindi = ["सू", "चं", "मं", "बु", "गु", "शु", "श", "रा", "के", "अ", "व", "य"];

    private static readonly string[] NakshatrasEnglish =
    [
        "Ashwini", "Bharani", "Krittika", "Rohini", "Mrigas.", "Ardra", "Punarv.", "Pushya", "Ashles.", "Magha", "P. Phal.", "U. Phal.", "Hasta", "Chitra", "Swati", "Vishak.",
        "Anurad.", "Jyesht.", "Mula", "P. Ash.", "U. Ash.", "Shravan.", "Dhanish.", "Shatab.", "P. Bhad.", "U. Bhad.", "Revati",
    ];

    private static readonly string[] NakshatrasHindi =
    [
        "अश्विनी", "भरणी", "कृत्तिका", "रोहिणी", "मृगशिरा", "आर्द्रा", "पुनर्वसु", "पुष्य", "आश्लेषा", "मघा", "पू.फा.", "उ.फा.", "हस्त", "चित्रा", "स्वाति", "विशाखा",
        "अनुराधा", "ज्येष्ठा", "मूल", "पू.षा.", "उ.षा.", "श्रवण", "धनिष्ठा", "शतभिषा", "पू.भा.", "उ.भा.", "रेवती",
    ];

    public static string Of(Graha graha, bool isHindi) => (isHindi ? GrahasHindi : GrahasEnglish)[(int)graha];

    public static string Of(Nakshatra nakshatra, bool isHindi) => (isHindi ? NakshatrasHindi : NakshatrasEnglish)[(int)nakshatra];
}
