using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Festivals;

/// <summary>The names of the 24 ekadashis and of the two of an adhika month (Padma Purana, Uttara Khanda). Months are amanta.</summary>
internal static class Ekadashis
{
    /// <summary>The eleventh tithi of the bright half.</summary>
    public const int Shukla = 11;

    /// <summary>The eleventh tithi of the dark half.</summary>
    public const int Krishna = 26;

    private const string Source = "Padma Purana, Uttara Khanda; Dharmasindhu 1";

    private static readonly (string Id, string En, string Hi)[] Bright =
    [
        ("kamada", "Kamada", "कामदा"), ("mohini", "Mohini", "मोहिनी"), ("nirjala", "Nirjala", "निर्जला"), ("devshayani", "Devshayani", "देवशयनी"),
        ("shravanaPutrada", "Shravana Putrada", "श्रावण पुत्रदा"), ("parsva", "Parsva", "पार्श्व"), ("papankusha", "Papankusha", "पापांकुशा"), ("devutthana", "Devutthana", "देवोत्थान"),
        ("mokshada", "Mokshada", "मोक्षदा"), ("paushaPutrada", "Pausha Putrada", "पौष पुत्रदा"), ("jaya", "Jaya", "जया"), ("amalaki", "Amalaki", "आमलकी"),
    ];

    private static readonly (string Id, string En, string Hi)[] Dark =
    [
        ("varuthini", "Varuthini", "वरूथिनी"), ("apara", "Apara", "अपरा"), ("yogini", "Yogini", "योगिनी"), ("kamika", "Kamika", "कामिका"),
        ("aja", "Aja", "अजा"), ("indira", "Indira", "इन्दिरा"), ("rama", "Rama", "रमा"), ("utpanna", "Utpanna", "उत्पन्ना"),
        ("saphala", "Saphala", "सफला"), ("shattila", "Shattila", "षटतिला"), ("vijaya", "Vijaya", "विजया"), ("papamochani", "Papamochani", "पापमोचनी"),
    ];

    /// <summary>The ekadashi of a half of a month.</summary>
    public static Festival Of(LunarMonth month, int tithi)
    {
        var (id, en, hi) = month.IsAdhika
            ? tithi == Shukla ? ("padmini", "Padmini", "पद्मिनी") : ("parama", "Parama", "परमा")
            : (tithi == Shukla ? Bright : Dark)[(int)month.Masa];
        return new(id + "Ekadashi", new LocalName($"{en} Ekadashi", $"{hi} एकादशी"), FestivalKind.Vrata, Source, "vishnu");
    }
}
