using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

using Kundli.Features.Plants;
using Kundli.Testing;

using SkiaSharp;

using Xunit;

namespace Kundli.EndToEnd.Tests.Plants;

/// <summary>Files that are no honest photo, over the whole road: each gets a clear answer, and the worker goes on.</summary>
[Collection(RunningHost.Name)]
public sealed class HostilePhotoTests(RunningHost host)
{
    /// <summary>48 by 48 pixels of one green in four inks.</summary>
    private const string Cmyk =
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj/8AAFAgAMAAwBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAA"
        + "AAAAAAAAAAAAAAAG/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwCaWyQXYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP/9k=";

    private static readonly byte[] Jpeg = PlantHost.Drawn();

    private static readonly Dictionary<string, (byte[] File, int Status, string Problem)> AtTheDoor = new()
    {
        ["zero bytes"] = ([], 415, "unsupported-photo-format"),
        ["SVG"] = ([.. "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8], 415, "unsupported-photo-format"),
        ["HEIC"] = ([0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[64]], 415, "unsupported-photo-format"),
        ["GIF"] = ([.. "GIF89a"u8, 64, 0, 64, 0, 0, 0, 0, .. new byte[64]], 415, "unsupported-photo-format"),
        ["script in the guise of a GIF"] = ([.. "GIF89a/*"u8, .. "*/=1;alert(1)"u8, .. new byte[64]], 415, "unsupported-photo-format"),
        ["PNG of 30,000 by 30,000"] = (Png(30_000, 30_000), 422, "photo-size"),
        ["PNG of no pixels"] = (Png(0, 0), 422, "photo-size"),
        ["animated PNG"] = ([.. Png(64, 64)[..33], 0, 0, 0, 8, .. "acTL"u8, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, .. new byte[32]], 422, "photo-animated"),
        ["animated WebP"] = ([.. "RIFF"u8, 100, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0b10, 0, 0, 0, 63, 0, 0, 63, 0, 0, .. new byte[32]], 422, "photo-animated"),
        ["JPEG without a frame"] = ([0xFF, 0xD8, 0xFF, 0xD9], 422, "photo-unreadable"),
        ["JPEG cut off within its header"] = (Jpeg[..40], 422, "photo-unreadable"),
        ["eleven megabytes"] = ([.. Jpeg, .. new byte[11 * 1024 * 1024]], 413, "photos-too-large"),
    };

    private static readonly Dictionary<string, (byte[] File, string? Reason)> PastTheDoor = new()
    {
        ["JPEG cut off within its picture"] = (Jpeg[..(Jpeg.Length * 2 / 3)], "photo-unreadable"),
        ["PNG whose picture is noise"] = ([.. Png(64, 64)[..33], 0, 0, 0, 16, .. "IDAT"u8, .. Enumerable.Range(0, 20).Select(value => (byte)(value * 37))], "photo-unreadable"),
        ["JPEG in CMYK"] = (Convert.FromBase64String(Cmyk), null),
        ["PNG of 16 bits a channel"] = (DrawnPng.GreenInSixteenBits(64), null),
        ["grey JPEG"] = (Grey(), null),
        ["JPEG on its side"] = ([0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. Jpeg.AsSpan(2)], null),
        ["JPEG that is an archive too"] = ([.. Jpeg, .. "PK\x03\x04"u8, .. new byte[64]], null),
        ["WebP"] = (PlantHost.Drawn(format: SKEncodedImageFormat.Webp), null),
    };

    public static TheoryData<string> Refused => new(AtTheDoor.Keys);

    public static TheoryData<string> Taken => new(PastTheDoor.Keys);

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_file_that_is_no_photo_of_ours_is_refused_at_the_door(string what)
    {
        var (file, status, problem) = AtTheDoor[what];
        using var form = PlantHost.Form(file);
        using var sent = await host.Http.PostAsync(PlantHost.Identifications, form);
        Assert.Equal(status, (int)sent.StatusCode);
        Assert.EndsWith(problem, (await sent.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_file_that_looks_like_a_photo_is_analysed_or_fails_with_its_reason(string what)
    {
        var (file, reason) = PastTheDoor[what];
        var view = await host.Http.IdentifyAsync(file);
        Assert.Equal(reason is null ? "succeeded" : "failed", view.GetProperty("status").GetString());
        Assert.Equal(reason, view.TryGetProperty("failure", out var failure) && failure.ValueKind == JsonValueKind.Object ? failure.GetProperty("reason").GetString() : null);
    }

    [Fact]
    public async Task What_is_kept_of_a_polyglot_is_the_picture_alone()
    {
        var view = await host.Http.IdentifyAsync([.. Jpeg, .. "<script>secret-canary</script>"u8]);
        var kept = await host.Http.GetByteArrayAsync($"{PlantHost.Identifications}/{view.GetProperty("id").GetString()}/photos/0");
        Assert.DoesNotContain("secret-canary", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_damaged_photo_among_good_ones_is_told_and_the_others_are_analysed()
    {
        var view = await host.Http.IdentifyAsync(Jpeg, Jpeg[..(Jpeg.Length * 2 / 3)]);
        Assert.Equal("succeeded", view.GetProperty("status").GetString());
        Assert.Equal("photo-unreadable", view.GetProperty("result").GetProperty("photos")[1].GetProperty("problem").GetString());
    }

    [Fact]
    public async Task Six_photos_are_too_many()
    {
        using var form = PlantHost.Form(Enumerable.Repeat(Jpeg, Limits.PhotosMax + 1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.Http.PostAsync(PlantHost.Identifications, form)).StatusCode);
    }

    /// <summary>The beginning of a PNG (ISO 15948, 11.2.2): signature and header, the checksum left out.</summary>
    private static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[8], 8, 2, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    private static byte[] Grey()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(64, 64, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.Gray);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}
