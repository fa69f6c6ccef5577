namespace Kundli.Features.Drawings;

/// <summary>Formats of a drawing.</summary>
public enum PictureFormat
{
    /// <summary>Lines and text, sharp at any size.</summary>
    Svg,

    /// <summary>Pixels, for where SVG is not shown.</summary>
    Png,
}

/// <summary>A drawing as a file.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Format">What they are.</param>
public sealed record Drawing(byte[] Content, PictureFormat Format);

/// <summary>The numbers of drawings that a client may meet.</summary>
public static class Limits
{
    /// <summary>The narrowest picture, in pixels.</summary>
    public const int WidthMin = 160;

    /// <summary>A picture whose width is not asked for: three pixels to a point on a phone.</summary>
    public const int WidthDefault = 1080;

    /// <summary>The widest picture: what a sheet of paper needs.</summary>
    public const int WidthMax = 2160;
}
