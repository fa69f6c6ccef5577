using Kundli.Jyotish.Zodiac;
using Graha = Kundli.Astronomy.Sky.Graha;

namespace Kundli.Features.Drawings;

/// <summary>The tradition in which a chart is drawn.</summary>
public enum ChartStyle
{
    /// <summary>Houses stand still and the signs turn: the first house is the upper diamond.</summary>
    North,

    /// <summary>Signs stand still in a ring of squares, Pisces in the upper left corner, clockwise.</summary>
    South,

    /// <summary>Signs stand still, Aries above, counter-clockwise, the corners cut in two.</summary>
    East,
}

/// <summary>On what background it is read.</summary>
public enum DrawingTheme
{
    /// <summary>Dark lines on white.</summary>
    Light,

    /// <summary>Light lines on a dark ground.</summary>
    Dark,
}

/// <summary>One graha of a drawing.</summary>
/// <param name="Graha">Which.</param>
/// <param name="Rashi">Its sign in the varga that is drawn.</param>
/// <param name="IsRetrograde">Marked beside its name; the nodes, always so, are not.</param>
public sealed record DrawnGraha(Graha Graha, Rashi Rashi, bool IsRetrograde = false);

/// <summary>What a chart drawing shows: nothing that was not computed elsewhere.</summary>
/// <param name="Title">The heading that a screen reader reads first.</param>
/// <param name="Lagna">The rising sign in this varga.</param>
/// <param name="Grahas">At most the twelve, in the order in which they are written into a house.</param>
public sealed record ChartPicture(string Title, Rashi Lagna, IReadOnlyList<DrawnGraha> Grahas)
{
    /// <summary>Whether the first house is that of the lagna; false where houses are counted from the Moon or the Sun, and no lagna is written then.</summary>
    public bool IsFromLagna { get; init; } = true;

    /// <summary>The whole-sign house of a sign, 1 to 12.</summary>
    public int HouseOf(Rashi rashi) => (((int)rashi - (int)Lagna + 12) % 12) + 1;

    /// <summary>The sign of a house.</summary>
    public Rashi RashiOf(int house) => (Rashi)(((int)Lagna + house - 1) % 12);
}
