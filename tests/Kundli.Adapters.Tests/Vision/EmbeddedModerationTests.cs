using Kundli.Adapters.Vision;
using Kundli.Testing;
using SkiaSharp;
using Xunit;

namespace Kundli.Adapters.Tests.Vision;

/// <summary>What the classifier lets through. That it keeps explicit pictures out is its package's word: no such picture is here to test with.</summary>
public sealed class EmbeddedModerationTests : IDisposable
{
    private readonly EmbeddedTrunk _trunk = new();
    private readonly EmbeddedModeration _moderation;

    public EmbeddedModerationTests() => _moderation = new(_trunk);

    public void Dispose()
    {
        _moderation.Dispose();
        _trunk.Dispose();
    }

    [Theory]
    [InlineData(40, 150, 50)]
    [InlineData(230, 190, 170)]
    public void A_drawing_may_be_kept_whatever_its_colour(byte red, byte green, byte blue)
    {
        using var bitmap = new SKBitmap(300, 300);
        bitmap.Erase(new SKColor(red, green, blue));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        Assert.True(_moderation.MayKeep(new SkiaPhotoDecoder().Decode(data.ToArray()).Value));
    }

    /// <summary>The training pipeline's count over all photos is 11 of 7,210; one in a hundred here would be a broken contract.</summary>
    [SharedFact("data/plants/photos")]
    public async Task Hardly_a_photo_of_a_plant_is_refused()
    {
        var files = Directory.GetDirectories(Repository.Shared("data", "plants", "photos")).Where(folder => !folder.EndsWith("not_a_plant", StringComparison.Ordinal))
            .SelectMany(folder => Directory.GetFiles(folder).Order(StringComparer.Ordinal).Take(4)).ToList();
        var refused = 0;
        foreach (var file in files)
            refused += _moderation.MayKeep(new SkiaPhotoDecoder().Decode(await File.ReadAllBytesAsync(file)).Value) ? 0 : 1;
        Assert.InRange(files.Count, 200, 300);
        Assert.InRange(refused, 0, 3);
    }
}
