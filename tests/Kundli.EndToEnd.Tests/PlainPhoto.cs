using System.Net.Http.Headers;

using SkiaSharp;

namespace Kundli.EndToEnd.Tests;

/// <summary>Photos that show nothing, for stories in which it doesn't matter what they show.</summary>
internal static class PlainPhoto
{
    /// <summary>A photo of one colour, another for each number.</summary>
    public static MultipartFormDataContent Of(int number)
    {
        using var bitmap = new SKBitmap(320, 240);
        bitmap.Erase(new SKColor(30, (byte)(120 + (number % 100)), 40));
        using var image = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
        var part = new ByteArrayContent(image.ToArray());
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return new() { { part, "images", "leaf.jpg" } };
    }
}
