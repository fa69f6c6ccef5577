using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

using Azure.Storage.Blobs;

using SkiaSharp;

using Xunit;

namespace Kundli.EndToEnd.Tests.Plants;

/// <summary>The journal of somebody's own tree: dated photos that stay when the identification is forgotten.</summary>
[Collection(RunningHost.Name)]
public sealed class JournalTests(RunningHost host)
{
    private const string Journal = "/api/v1/me/journal";

    [Fact]
    public async Task Photos_of_a_tree_lie_in_the_journal_by_their_days_and_outlive_the_identification()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        var (first, second) = (await IdAsync(member.Http, 1000, 800), await IdAsync(member.Http, 640, 480));
        await AddAsync(member.Http, new { identificationId = first, date = "2026-03-01", species = "tulsi", note = "Two new leaves." });
        await AddAsync(member.Http, new { identificationId = second, date = "2026-04-01", species = "tulsi" });
        await AddAsync(member.Http, new { identificationId = second, date = "2025-12-24" });
        Assert.Equal(HttpStatusCode.NoContent, (await member.Http.DeleteAsync($"{PlantHost.Identifications}/{first}")).StatusCode);

        var page = await member.Http.GetFromJsonAsync<JsonElement>($"{Journal}?limit=2");
        Assert.Equal(["2026-04-01", "2026-03-01"], page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("date").GetString()));
        var rest = await member.Http.GetFromJsonAsync<JsonElement>($"{Journal}?limit=2&after={page.GetProperty("next").GetString()}");
        Assert.Equal("2025-12-24", Assert.Single(rest.GetProperty("items").EnumerateArray()).GetProperty("date").GetString());

        var march = page.GetProperty("items")[1];
        Assert.Equal(("Two new leaves.", "तुलसी"), (march.GetProperty("note").GetString(), march.GetProperty("names").GetProperty("hi").GetString()![..5]));
        var photo = march.GetProperty("photoHref").GetString()!;
        using var small = SKBitmap.Decode(await member.Http.GetByteArrayAsync($"{photo}?size=thumbnail"));
        Assert.Equal((320, 256), (small.Width, small.Height));
    }

    [Fact]
    public async Task Another_sees_nothing_of_it_and_removing_takes_the_photo_along()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        using var other = await Member.RegisterAsync(host.Http.BaseAddress!);
        var identification = await IdAsync(owner.Http, 320, 240);
        var entry = await AddAsync(owner.Http, new { identificationId = identification });
        var photo = entry.GetProperty("photoHref").GetString()!;

        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync(photo)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Http.PostAsJsonAsync(Journal, new { identificationId = identification })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Http.GetAsync(photo)).StatusCode);

        var id = entry.GetProperty("id").GetString()!;
        Assert.Equal(2, await BlobsAsync(id));
        Assert.Equal(HttpStatusCode.NoContent, (await owner.Http.DeleteAsync($"{Journal}/{id}")).StatusCode);
        Assert.Equal((0, HttpStatusCode.NotFound), (await BlobsAsync(id), (await owner.Http.GetAsync(photo)).StatusCode));
    }

    [Fact]
    public async Task Wrong_fields_are_named_together()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        var identification = await IdAsync(member.Http, 320, 240);
        using var shape = await member.Http.PostAsJsonAsync(Journal, new { identificationId = identification, photo = 9, date = "1850-01-01", note = new string('x', 501) });
        Assert.Equal(["/date", "/note", "/photo"], await PointersAsync(shape));
        using var facts = await member.Http.PostAsJsonAsync(Journal, new { identificationId = identification, date = "2199-01-01", species = "no-such-plant" });
        Assert.Equal(["/date", "/species"], await PointersAsync(facts));
        // The identification had one photo.
        Assert.Equal(HttpStatusCode.NotFound, (await member.Http.PostAsJsonAsync(Journal, new { identificationId = identification, photo = 1 })).StatusCode);
    }

    private static async Task<IEnumerable<string>> PointersAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).Order(StringComparer.Ordinal);
    }

    private static async Task<string> IdAsync(HttpClient http, int width, int height) => (await http.IdentifyAsync(PlantHost.Drawn(width, height))).GetProperty("id").GetString()!;

    private static async Task<JsonElement> AddAsync(HttpClient http, object body)
    {
        using var answer = await http.PostAsJsonAsync(Journal, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<int> BlobsAsync(string part)
    {
        var found = 0;
        await foreach (var blob in new BlobServiceClient(host.ConnectionString).GetBlobContainerClient("journal").GetBlobsAsync())
            found += blob.Name.Contains(part, StringComparison.Ordinal) ? 1 : 0;
        return found;
    }
}
