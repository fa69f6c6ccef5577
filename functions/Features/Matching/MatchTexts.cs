using Kundli.Jyotish.Compatibility;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Matching;

/// <summary>Every text of a match. They explain and never judge: a test looks for forbidden words in both languages.</summary>
public static class MatchTexts
{
    private const double Good = 25;
    private const double Fair = 18;

    private static readonly LocalName[] Meanings =
    [
        new("How the two signs are grouped by element: one point of thirty-six.", "दोनों राशियाँ तत्त्व के अनुसार किस समूह में हैं: छत्तीस में से एक गुण।"),
        new("How the natures of the two signs draw each other.", "दोनों राशियों का स्वभाव एक-दूसरे को कितना आकर्षित करता है।"),
        new("How the two stars are counted from each other.", "दोनों नक्षत्रों की परस्पर गिनती।"),
        new("How the symbols of the two stars agree.", "दोनों नक्षत्रों के प्रतीक कितने मिलते हैं।"),
        new("How the lords of the two Moon signs regard each other.", "दोनों चंद्र राशियों के स्वामी एक-दूसरे को कैसे देखते हैं।"),
        new("How the temperaments of the two stars agree.", "दोनों नक्षत्रों का स्वभाव कितना मिलता है।"),
        new("How the two Moon signs stand to each other.", "दोनों चंद्र राशियाँ एक-दूसरे से कहाँ स्थित हैं।"),
        new("Whether the two stars belong to different channels.", "दोनों नक्षत्र अलग-अलग नाड़ी के हैं या नहीं।"),
    ];

    /// <summary>What always stands below a match.</summary>
    public static IReadOnlyList<LocalName> Notes { get; } =
    [
        new("The points compare two Moon positions by old tables. They say nothing about two people's choice, character or worth.",
            "ये गुण पुरानी सारणियों से दो चंद्र स्थितियों की तुलना हैं। ये दो व्यक्तियों की पसंद, चरित्र या मूल्य के बारे में कुछ नहीं कहते।"),
        new("Traditions differ in tables and exceptions: the score before and after the exceptions is shown for each part.",
            "सारणियों और अपवादों में परंपराएँ भिन्न हैं: हर भाग का गुण अपवाद से पहले और बाद में दिखाया गया है।"),
    ];

    /// <summary>What a kuta looks at.</summary>
    public static LocalName Meaning(Kuta kuta) => Meanings[(int)kuta - 1];

    /// <summary>A neutral word on a score.</summary>
    public static LocalName Verdict(double score) => score switch
    {
        >= Good => new("Many points agree.", "बहुत से गुण मिलते हैं।"),
        >= Fair => new("About half of the points agree.", "लगभग आधे गुण मिलते हैं।"),
        _ => new("Fewer points agree; the parts show where the charts differ.", "कम गुण मिलते हैं; भाग दिखाते हैं कि कुंडलियाँ कहाँ भिन्न हैं।"),
    };

    /// <summary>All texts, for the tests.</summary>
    public static IEnumerable<LocalName> All => [.. Meanings, .. Notes, Verdict(36), Verdict(20), Verdict(0)];
}
