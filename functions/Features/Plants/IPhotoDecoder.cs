namespace Kundli.Features.Plants;

/// <summary>A photo that was decoded and made anew: upright, in sRGB, without metadata.</summary>
/// <param name="Jpeg">The photo as it is kept.</param>
/// <param name="Thumbnail">The same small, a JPEG.</param>
/// <param name="Width">Pixels of the original, upright.</param>
/// <param name="Height">Pixels of the original, upright.</param>
/// <param name="Square">What the model sees: the centre square at <see cref="SquareSide"/> pixels, rows of R, G, B bytes.</param>
/// <param name="Greenness">Share of the square's pixels in which green prevails, 0 to 1.</param>
public sealed record CleanPhoto(byte[] Jpeg, byte[] Thumbnail, int Width, int Height, byte[] Square, double Greenness)
{
    /// <summary>Pixels along a side of <see cref="Square"/>.</summary>
    public const int SquareSide = 224;
}

/// <summary>Makes photos safe and uniform.</summary>
public interface IPhotoDecoder
{
    /// <summary>Decodes a photo whose header was accepted, or answers why that can't be done. Never throws for what is in the bytes.</summary>
    Outcome<CleanPhoto> Decode(ReadOnlyMemory<byte> bytes);
}
