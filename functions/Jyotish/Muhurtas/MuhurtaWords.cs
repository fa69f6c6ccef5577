using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>How reasons are worded.</summary>
internal static class MuhurtaWords
{
    private static readonly string[] DirectionsHindi = ["उत्तर", "पूर्व", "दक्षिण", "पश्चिम"];

    public static LocalName Good(LocalName what, LocalName purpose) => new($"{what.En} is good for {purpose.En}.", $"{what.Hi} {purpose.Hi} के लिए शुभ है।");

    public static LocalName Poor(LocalName what, LocalName purpose) => new($"{what.En} is not favoured for {purpose.En}.", $"{what.Hi} {purpose.Hi} के लिए शुभ नहीं है।");

    public static LocalName Of(Direction direction) => new(direction.ToString().ToLowerInvariant(), DirectionsHindi[(int)direction]);

    public static LocalName Tithi(int tithi) => tithi <= 15 ? new($"Shukla {tithi}", $"शुक्ल {tithi}") : new($"Krishna {tithi - 15}", $"कृष्ण {tithi - 15}");
}
