using Kundli.Testing;

using Microsoft.Playwright;

using SkiaSharp;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>From a photo to a plant, its star and the shop.</summary>
[Collection(BrowserHost.Name)]
public sealed class PhotoJourneyTests(BrowserHost host)
{
    private const string Photo = "data/plants/photos/tulsi";

    [BrowserFact(Photo)]
    public async Task A_photo_of_tulsi_is_named_tells_whose_plant_it_is_and_offers_one()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/plants.html");
        await visitor.Page.Locator("#images").SetInputFilesAsync(Directory.EnumerateFiles(Repository.Shared(Photo.Split('/')), "*.jpg").Order(StringComparer.Ordinal).Take(1));
        await visitor.Page.Locator("#identify").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#result")).ToContainTextAsync("Ocimum tenuiflorum");
        await Assertions.Expect(visitor.Page.Locator("#whose")).ToContainTextAsync("Vishnu");
        await visitor.Page.Locator("#result").GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#cart-count")).ToHaveTextAsync("1");
        visitor.HasNoFaults();
    }

    [BrowserFact(Photo)]
    public async Task A_member_says_that_the_name_is_right_and_puts_the_photo_into_the_journal()
    {
        await using var visitor = await host.VisitAsync(Look.Phone);
        await Journey.RegisterAsync(visitor);
        await visitor.OpenAsync("/plants.html");
        await visitor.Page.Locator("#images").SetInputFilesAsync(Directory.EnumerateFiles(Repository.Shared(Photo.Split('/')), "*.jpg").Order(StringComparer.Ordinal).Take(1));
        await visitor.Page.Locator("#identify").ClickAsync();
        await visitor.Button("Yes").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#opinion")).ToHaveTextAsync("Thank you. That helps the finder.");
        await visitor.Page.Locator("#diary summary").ClickAsync();
        await visitor.Labelled("Day of the photo").FillAsync("2026-03-01");
        await visitor.Labelled("A line about it (optional)").FillAsync("Two new leaves.");
        await visitor.Button("Put it into my journal").ClickAsync();
        await visitor.Page.Locator("#diary a").ClickAsync();

        var entry = visitor.Page.Locator("[data-entry]");
        await Assertions.Expect(entry).ToContainTextAsync("Two new leaves.");
        await Assertions.Expect(entry.Locator("img")).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^blob:"));
        var found = new List<string>();
        await Inspection.LookAsync(visitor, "journal-phone", found);
        Assert.Empty(found);
        await entry.Locator("summary").ClickAsync();
        await visitor.Button("Delete the photo").ClickAsync();
        await Assertions.Expect(entry).ToHaveCountAsync(0);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_wall_is_given_no_name()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/plants.html");
        await visitor.Page.Locator("#images").SetInputFilesAsync(new FilePayload { Name = "wall.jpg", MimeType = "image/jpeg", Buffer = Wall() });
        await visitor.Page.Locator("#identify").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#result h2").First).ToBeVisibleAsync();
        var verdict = await visitor.Page.Locator("#result h2").First.TextContentAsync();
        Assert.True(verdict is "This does not look like a plant" or "Not sure which plant this is", verdict);
        await Assertions.Expect(visitor.Page.Locator("#plant")).ToHaveCountAsync(0);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_file_that_is_no_photo_is_refused_at_the_form()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/plants.html");
        await visitor.Page.Locator("#images").SetInputFilesAsync(new FilePayload { Name = "leaf.jpg", MimeType = "image/jpeg", Buffer = "<svg/>"u8.ToArray() });
        await visitor.Page.Locator("#identify").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#finder [data-wrong], #finder [data-failure]").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#result section")).ToHaveCountAsync(0);
    }

    internal static byte[] Wall()
    {
        using var bitmap = new SKBitmap(400, 300);
        bitmap.Erase(new SKColor(200, 190, 180));
        using var image = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return image.ToArray();
    }
}
