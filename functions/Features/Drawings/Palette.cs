using System.Globalization;

namespace Kundli.Features.Drawings;

/// <summary>The colours of a drawing. Every text has a contrast of at least 4.5 : 1 with what it stands on.</summary>
/// <param name="Ground">Behind everything.</param>
/// <param name="Line">Of frames.</param>
/// <param name="Accent">Behind what stands out: the lagna, a day of a festival.</param>
/// <param name="Label">Text of second rank.</param>
/// <param name="Name">Text of first rank.</param>
/// <param name="Alert">Text of Sundays, and the mark of today.</param>
/// <param name="Low">The least of a scale.</param>
/// <param name="High">The most of a scale.</param>
/// <param name="Lit">The full Moon.</param>
/// <param name="Unlit">The new Moon.</param>
/// <param name="Grahas">Behind the name of a graha, Sun to Ketu.</param>
internal sealed record Palette(string Ground, string Line, string Accent, string Label, string Name, string Alert, string Low, string High, string Lit, string Unlit, IReadOnlyList<string> Grahas)
{
    private static readonly Palette Light = new(
        "#ffffff", "#265d2d", "#dcefd9", "#4b5563", "#111827", "#b42318", "#f9b4ab", "#86cf8a", "#ffffff", "#111827",
        ["#fdba74", "#e5e7eb", "#fecaca", "#bbf7d0", "#fef08a", "#fbcfe8", "#c7d2fe", "#d6d3d1", "#a5f3fc"]);

    private static readonly Palette Dark = new(
        "#111827", "#8fc888", "#1b3d21", "#d1d5db", "#f9fafb", "#fda29b", "#7a2418", "#1d6b2c", "#f9fafb", "#111827",
        ["#7c2d12", "#374151", "#7f1d1d", "#14532d", "#713f12", "#831843", "#312e81", "#44403c", "#164e63"]);

    public static Palette Of(DrawingTheme theme) => theme == DrawingTheme.Dark ? Dark : Light;

    /// <summary>A colour between the least and the most of a scale, over the ground in its middle.</summary>
    /// <param name="share">0 to 1.</param>
    public string Scale(double share) => share < 0.5 ? Between(Low, Ground, 2 * Math.Max(share, 0)) : Between(Ground, High, (2 * Math.Min(share, 1)) - 1);

    private static string Between(string one, string other, double share) =>
        "#" + string.Concat(new[] { 1, 3, 5 }.Select(at => ((int)Math.Round((Part(one, at) * (1 - share)) + (Part(other, at) * share))).ToString("x2", CultureInfo.InvariantCulture)));

    private static int Part(string colour, int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
