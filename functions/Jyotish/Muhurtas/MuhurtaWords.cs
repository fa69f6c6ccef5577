using System.Globalization;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>How reasons are worded.</summary>
internal static class MuhurtaWords
{
    private static readonly string[] VarasHindi = ["रविवार", "सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार"];
    private static readonly string[] DirectionsHindi = ["उत्तर", "पूर्व", "दक्षिण", "पश्चिम"];

    private static readonly Dictionary<int, string> YogasHindi = new()
    {
        [1] = "विष्कम्भ", [6] = "अतिगण्ड", [9] = "शूल", [10] = "गण्ड", [13] = "व्याघात", [15] = "वज्र", [17] = "व्यतीपात", [19] = "परिघ", [27] = "वैधृति",
    };

    public static LocalName Good(LocalName what, LocalName purpose) => new($"{what.En} is good for {purpose.En}.", $"{what.Hi} {purpose.Hi} के लिए शुभ है।");

    public static LocalName Poor(LocalName what, LocalName purpose) => new($"{what.En} is not favoured for {purpose.En}.", $"{what.Hi} {purpose.Hi} के लिए शुभ नहीं है।");

    public static LocalName Of(Vara vara) => new(vara.ToString(), VarasHindi[(int)vara]);

    public static LocalName Of(Direction direction) => new(direction.ToString().ToLowerInvariant(), DirectionsHindi[(int)direction]);

    public static LocalName Tithi(int tithi) => tithi <= 15 ? new($"Shukla {tithi}", $"शुक्ल {tithi}") : new($"Krishna {tithi - 15}", $"कृष्ण {tithi - 15}");

    public static string Yoga(int yoga) => FiveLimbs.YogaKey(yoga) is var key ? char.ToUpper(key[0], CultureInfo.InvariantCulture) + key[1..] : "";

    public static string YogaHindi(int yoga) => YogasHindi[yoga];
}
