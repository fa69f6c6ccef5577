using System.Text.Json;
using System.Text.Json.Nodes;

using SkiaSharp;

namespace Kundli.LocalHost.Demo;

/// <summary>What the story starts from: a birth and a photo, given or built in.</summary>
internal static class DemoInput
{
    private const int BirthFileBytesMax = 64 * 1024;
    private const int PhotoBytesMax = 10 * 1024 * 1024;

    // The tier that the training photos call Indian and medicinal: a plant that somebody in the story could have at home.
    private static readonly string[] SamplePhotos = ["tulsi", "mango", "jamun"];

    /// <summary>The body of a chart request from the text or file given; a bare <c>birth</c> object is wrapped.</summary>
    /// <exception cref="DemoException">It is no JSON object, or the file is not there.</exception>
    public static JsonObject Birth(string? given)
    {
        if (given is null)
            return Default();
        var text = given.TrimStart().StartsWith('{') ? given : Read(given);
        try
        {
            var node = JsonNode.Parse(text) as JsonObject ?? throw new DemoException("--birth takes a JSON object.");
            return node.ContainsKey("birth") || node.ContainsKey("longitudes") ? node : new JsonObject { ["birth"] = node };
        }
        catch (JsonException error)
        {
            throw new DemoException($"--birth is not JSON: {error.Message}");
        }
    }

    /// <summary>The photo of the story: the one given, else a real one beside the checkout, else a drawing, which is told.</summary>
    public static DemoPhoto Photo(string? given)
    {
        if (given is not null)
            return File.Exists(given) && new FileInfo(given).Length <= PhotoBytesMax
                ? new(File.ReadAllBytes(given), MediaType(given), $"your photo {Path.GetFileName(given)}")
                : throw new DemoException($"--photo: there is no file of at most 10 MiB at {given}.");
        return Sample() ?? new(Draw(), "image/png", "a drawing of a leaf, since no photo was given (--photo FILE): the finder should refuse to name it");
    }

    private static JsonObject Default() => new()
    {
        ["name"] = "Asha",
        ["birth"] = new JsonObject
        {
            ["date"] = "1990-05-15",
            ["time"] = "14:30:00",
            ["timeAccuracy"] = "exact",
            ["latitude"] = 28.6139,
            ["longitude"] = 77.2090,
            ["timeZone"] = "Asia/Kolkata",
            ["place"] = "New Delhi",
        },
    };

    private static string Read(string path) =>
        File.Exists(path) && new FileInfo(path).Length <= BirthFileBytesMax
            ? File.ReadAllText(path)
            : throw new DemoException($"--birth: there is no JSON and no file of at most 64 KiB at {path}.");

    private static DemoPhoto? Sample()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            var photos = Path.Combine(folder.FullName, "shared", "data", "plants", "photos");
            if (!Directory.Exists(photos))
                continue;
            var file = SamplePhotos.Select(slug => Path.Combine(photos, slug)).Where(Directory.Exists)
                .SelectMany(path => Directory.EnumerateFiles(path, "*.jpg").Order(StringComparer.Ordinal)).FirstOrDefault();
            return file is null ? null : new(File.ReadAllBytes(file), "image/jpeg", $"a photo of {Path.GetFileName(Path.GetDirectoryName(file))}");
        }
        return null;
    }

    private static string MediaType(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".webp" => "image/webp",
        _ => "image/jpeg",
    };

    private static byte[] Draw()
    {
        using var surface = SKSurface.Create(new SKImageInfo(640, 640));
        var canvas = surface.Canvas;
        canvas.Clear(new SKColor(0xF4, 0xF1, 0xE8));
        using var leaf = new SKPath();
        leaf.MoveTo(320, 60);
        leaf.CubicTo(560, 200, 540, 460, 320, 580);
        leaf.CubicTo(100, 460, 80, 200, 320, 60);
        using var green = new SKPaint { Color = new SKColor(0x3E, 0x8E, 0x41), IsAntialias = true };
        canvas.DrawPath(leaf, green);
        using var vein = new SKPaint { Color = new SKColor(0x2C, 0x66, 0x2F), IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 6 };
        canvas.DrawLine(320, 60, 320, 620, vein);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}

/// <summary>A photo and where it is from, in words.</summary>
internal sealed record DemoPhoto(byte[] Bytes, string MediaType, string Origin);
