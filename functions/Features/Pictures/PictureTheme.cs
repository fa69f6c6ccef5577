namespace Kundli.Features.Pictures;

/// <summary>For which pages a picture is drawn.</summary>
public enum PictureTheme
{
    /// <summary>Dark lines on a light page.</summary>
    Light,

    /// <summary>Light lines on a dark page.</summary>
    Dark,
}

/// <summary>The colours of a theme: the same things in both, brighter on dark pages.</summary>
/// <param name="Line">Outlines and veins.</param>
/// <param name="Leaf">Most leaves.</param>
/// <param name="Young">Young or silvery leaves.</param>
/// <param name="Wood">Stems and wood.</param>
/// <param name="Clay">Pots and clay.</param>
/// <param name="ClayShade">Their rims.</param>
/// <param name="Soil">Earth.</param>
/// <param name="Brass">Brass and gold.</param>
/// <param name="BrassShade">Its shadows.</param>
/// <param name="Copper">Copper.</param>
/// <param name="Paper">Paper, cotton, milk.</param>
/// <param name="Glow">Flames and the sun.</param>
internal sealed record Palette(
    string Line, string Leaf, string Young, string Wood, string Clay, string ClayShade, string Soil, string Brass, string BrassShade, string Copper, string Paper, string Glow)
{
    public static Palette Of(PictureTheme theme) => theme == PictureTheme.Dark
        ? new("#e5ece7", "#5fb57a", "#93cfa0", "#b98f6a", "#d08a66", "#b06f4e", "#7a5f4c", "#e2b85a", "#b98d33", "#d99068", "#f4efe2", "#ffc861")
        : new("#2c3a31", "#3d8b57", "#7cb98a", "#8a6546", "#c1714a", "#9c5534", "#5a4436", "#d5a33c", "#a3781f", "#bf6f43", "#faf6ea", "#f2a531");

    private const double PaleFrom = 0.75;
    private const string OutlineOfPale = "#71857a";

    /// <summary>The outline of what is filled with a colour: around a white petal the light line of a dark page would not be seen.</summary>
    public string OutlineOf(string fill) => fill != "none" && Lightness(fill) >= PaleFrom && Lightness(Line) >= PaleFrom ? OutlineOfPale : Line;

    // Rec. 709 luma of #rrggbb, 0 to 1.
    private static double Lightness(string colour) =>
        ((0.2126 * Convert.ToByte(colour[1..3], 16)) + (0.7152 * Convert.ToByte(colour[3..5], 16)) + (0.0722 * Convert.ToByte(colour[5..7], 16))) / byte.MaxValue;
}
