using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Remedies;

/// <summary>The stone of a graha. It is shown as tradition, never as a cure.</summary>
/// <param name="Graha">Whose.</param>
/// <param name="Slug">Stable kebab-case key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Substitutes">Less costly stones that are worn in its place.</param>
public sealed record Gemstone(Graha Graha, string Slug, LocalName Name, IReadOnlyList<string> Substitutes);

/// <summary>The nine stones (Navaratna): Jataka Parijata 2.21.</summary>
public static class Gemstones
{
    /// <summary>The source of every row.</summary>
    public const string Source = "Jataka Parijata 2.21";

    private static readonly Gemstone[] Rows =
    [
        new(Graha.Sun, "ruby", new("Ruby", "माणिक्य"), ["Garnet", "red spinel"]),
        new(Graha.Moon, "pearl", new("Pearl", "मोती"), ["Moonstone"]),
        new(Graha.Mars, "red-coral", new("Red coral", "मूँगा"), ["Carnelian"]),
        new(Graha.Mercury, "emerald", new("Emerald", "पन्ना"), ["Peridot", "green tourmaline"]),
        new(Graha.Jupiter, "yellow-sapphire", new("Yellow sapphire", "पुखराज"), ["Topaz", "citrine"]),
        new(Graha.Venus, "diamond", new("Diamond", "हीरा"), ["White sapphire", "zircon"]),
        new(Graha.Saturn, "blue-sapphire", new("Blue sapphire", "नीलम"), ["Amethyst", "iolite"]),
        new(Graha.Rahu, "hessonite", new("Hessonite", "गोमेद"), ["Orange zircon"]),
        new(Graha.Ketu, "cats-eye", new("Cat's eye", "लहसुनिया"), ["Tiger eye"]),
    ];

    /// <summary>The stone of a graha, Sun … Ketu.</summary>
    /// <exception cref="IndexOutOfRangeException">An outer planet has none.</exception>
    public static Gemstone Of(Graha graha) => Rows[(int)graha];
}
