using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Remedies;

/// <summary>The seed mantra of a graha with its customary count, and what is given away on its day.</summary>
/// <param name="Graha">Whose.</param>
/// <param name="Text">The mantra in Latin letters.</param>
/// <param name="Devanagari">The mantra in Devanagari.</param>
/// <param name="Count">Repetitions of a full course. Lists differ for Mars, Mercury and Saturn.</param>
/// <param name="Grain">The grain of its gift.</param>
public sealed record Mantra(Graha Graha, string Text, string Devanagari, int Count, string Grain);

/// <summary>The beej mantras of the nine grahas in the common North Indian form.</summary>
public static class Mantras
{
    /// <summary>The source of every row.</summary>
    public const string Source = "Navagraha beej mantras, common tradition";

    private static readonly Mantra[] Rows =
    [
        new(Graha.Sun, "Om Hraam Hreem Hraum Sah Suryaya Namah", "ॐ ह्रां ह्रीं ह्रौं सः सूर्याय नमः", 7000, "Wheat"),
        new(Graha.Moon, "Om Shraam Shreem Shraum Sah Chandraya Namah", "ॐ श्रां श्रीं श्रौं सः चन्द्राय नमः", 11000, "Rice"),
        new(Graha.Mars, "Om Kraam Kreem Kraum Sah Bhaumaya Namah", "ॐ क्रां क्रीं क्रौं सः भौमाय नमः", 10000, "Red lentil"),
        new(Graha.Mercury, "Om Braam Breem Braum Sah Budhaya Namah", "ॐ ब्रां ब्रीं ब्रौं सः बुधाय नमः", 9000, "Green gram"),
        new(Graha.Jupiter, "Om Graam Greem Graum Sah Gurave Namah", "ॐ ग्रां ग्रीं ग्रौं सः गुरवे नमः", 19000, "Chickpea"),
        new(Graha.Venus, "Om Draam Dreem Draum Sah Shukraya Namah", "ॐ द्रां द्रीं द्रौं सः शुक्राय नमः", 16000, "Hyacinth bean"),
        new(Graha.Saturn, "Om Praam Preem Praum Sah Shanaischaraya Namah", "ॐ प्रां प्रीं प्रौं सः शनैश्चराय नमः", 23000, "Sesame"),
        new(Graha.Rahu, "Om Bhraam Bhreem Bhraum Sah Rahave Namah", "ॐ भ्रां भ्रीं भ्रौं सः राहवे नमः", 18000, "Black gram"),
        new(Graha.Ketu, "Om Sraam Sreem Sraum Sah Ketave Namah", "ॐ स्रां स्रीं स्रौं सः केतवे नमः", 17000, "Horse gram"),
    ];

    /// <summary>The mantra of a graha, Sun … Ketu.</summary>
    /// <exception cref="IndexOutOfRangeException">An outer planet has none.</exception>
    public static Mantra Of(Graha graha) => Rows[(int)graha];
}
