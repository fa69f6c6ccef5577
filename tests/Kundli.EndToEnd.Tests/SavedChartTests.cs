using System.Net;
using System.Text.Json;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>Charts of an account over HTTP.</summary>
[Collection(RunningHost.Name)]
public sealed class SavedChartTests(RunningHost host)
{
    private static readonly object Chart = new
    {
        name = "Asha",
        birth = new { date = "1990-05-15", time = "14:30:00.000", timeAccuracy = "exact", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata", place = "New Delhi" },
    };

    [Fact]
    public async Task A_chart_is_saved_listed_read_renamed_and_deleted_by_its_owner_alone()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        using var other = await Member.RegisterAsync(host.Http.BaseAddress!);
        var (saved, created) = await owner.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, Chart, ("Idempotency-Key", "one"));
        var path = $"/api/v1/charts/{saved.GetProperty("id").GetString()}";
        Assert.Equal(path, created.Location!.ToString());
        var (again, _) = await owner.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, Chart, ("Idempotency-Key", "one"));
        Assert.Equal(saved.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        var (list, _) = await owner.SendAsync(HttpMethod.Get, "/api/v1/charts", HttpStatusCode.OK);
        Assert.Equal(("Asha", JsonValueKind.Null), (Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("name").GetString(), list.GetProperty("next").ValueKind));

        var (read, headers) = await owner.SendAsync(HttpMethod.Get, path, HttpStatusCode.OK);
        Assert.Equal(12, read.GetProperty("houses").GetArrayLength());
        var tag = headers.ETag!.ToString();
        await owner.SendAsync(HttpMethod.Get, path, HttpStatusCode.NotModified, headers: ("If-None-Match", tag));
        await owner.SendAsync(HttpMethod.Patch, path, HttpStatusCode.OK, new { name = "Asha Devi" }, ("If-Match", tag));
        await owner.SendAsync(HttpMethod.Patch, path, HttpStatusCode.PreconditionFailed, new { name = "Usha" }, ("If-Match", tag));
        var (renamed, _) = await owner.SendAsync(HttpMethod.Get, path, HttpStatusCode.OK, headers: ("If-None-Match", tag));
        Assert.Equal("Asha Devi", renamed.GetProperty("name").GetString());

        foreach (var (method, body) in new (HttpMethod, object?)[] { (HttpMethod.Get, null), (HttpMethod.Patch, new { name = "mine" }), (HttpMethod.Delete, null) })
            await other.SendAsync(method, path, HttpStatusCode.NotFound, body);
        await owner.SendAsync(HttpMethod.Delete, path, HttpStatusCode.NoContent);
        await owner.SendAsync(HttpMethod.Get, path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_home_with_children_is_offered_nothing_poisonous_for_a_kept_chart_nor_by_the_graph()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        // The Moon is in Shravana, whose tree, arka, is poisonous: what stays is planted elsewhere for its buyer.
        var (saved, _) = await owner.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, new { name = "Asha", birth = new { date = "1990-05-16", time = "14:30:00", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata" } });
        var id = saved.GetProperty("id").GetString()!;
        Assert.Equal(3, Offers((await owner.SendAsync(HttpMethod.Get, $"/api/v1/charts/{id}/remedies", HttpStatusCode.OK)).Body));
        Assert.Equal(1, Offers((await owner.SendAsync(HttpMethod.Get, $"/api/v1/charts/{id}/remedies?withChildrenOrPets=true", HttpStatusCode.OK)).Body));
        foreach (var careful in new[] { false, true })
        {
            var (graph, _) = await owner.SendAsync(
                HttpMethod.Post, "/api/v1/graphql", HttpStatusCode.OK, new { query = $"{{ me {{ charts {{ items {{ chart {{ remedies(withChildrenOrPets: {(careful ? "true" : "false")}) {{ plants {{ slug products {{ sku }} }} }} }} }} }} }} }}" });
            Assert.Equal(careful ? 1 : 3, Offers(graph.GetProperty("data").GetProperty("me").GetProperty("charts").GetProperty("items")[0].GetProperty("chart").GetProperty("remedies")));
        }
    }

    private static int Offers(JsonElement remedies) => remedies.GetProperty("plants").EnumerateArray().Single(plant => plant.GetProperty("slug").GetString() == "arka").GetProperty("products").GetArrayLength();

    [Theory]
    [InlineData("dashas?depth=3")]
    [InlineData("drawing?style=south&language=hi")]
    [InlineData("remedies")]
    [InlineData("specialPoints")]
    [InlineData("strengths")]
    [InlineData("sensitivity?minutes=4")]
    [InlineData("transits?at=2026-11-23T00:00:00Z")]
    public async Task A_view_of_a_saved_chart_is_the_view_of_its_preview(string view)
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        var (saved, _) = await owner.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, Chart);
        var path = $"/api/v1/charts/{saved.GetProperty("id").GetString()}/{view}";
        using var kept = await owner.Http.GetAsync(path);
        using var preview = await owner.Http.PostAsync($"/api/v1/charts/preview/{view}", System.Net.Http.Json.JsonContent.Create(Chart));
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(await preview.Content.ReadAsStringAsync(), await kept.Content.ReadAsStringAsync());
        await owner.SendAsync(HttpMethod.Get, path, HttpStatusCode.NotModified, headers: ("If-None-Match", kept.Headers.ETag!.ToString()));
        using var other = await Member.RegisterAsync(host.Http.BaseAddress!);
        await other.SendAsync(HttpMethod.Get, path, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_saved_chart_is_read_and_asked_as_its_preview_and_by_its_owner_alone()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        using var other = await Member.RegisterAsync(host.Http.BaseAddress!);
        var (saved, _) = await owner.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, Chart);
        var path = $"/api/v1/charts/{saved.GetProperty("id").GetString()}";
        var preview = new { birth = new { date = "1990-05-15", time = "14:30:00.000", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata" }, topics = new[] { "work" }, language = "hi" };

        var (reading, _) = await owner.SendAsync(HttpMethod.Post, $"{path}/readings", HttpStatusCode.OK, new { topics = new[] { "work" }, language = "hi" });
        var (anonymous, _) = await owner.SendAsync(HttpMethod.Post, "/api/v1/readings/preview", HttpStatusCode.OK, preview);
        Assert.Equal(anonymous.GetProperty("sections").GetRawText(), reading.GetProperty("sections").GetRawText());
        Assert.NotEmpty(reading.GetProperty("sections")[0].GetProperty("evidence").EnumerateArray());

        var (answer, _) = await owner.SendAsync(HttpMethod.Post, $"{path}/questions", HttpStatusCode.OK, new { question = "meri naukri kab lagegi?", language = "en" });
        Assert.Equal("work", answer.GetProperty("understood").GetProperty("topic").GetString());
        await owner.SendAsync(HttpMethod.Post, $"{path}/questions", HttpStatusCode.UnprocessableEntity, new { question = " ", language = "xx" });
        await other.SendAsync(HttpMethod.Post, $"{path}/readings", HttpStatusCode.NotFound, new { });
        await other.SendAsync(HttpMethod.Post, $"{path}/questions", HttpStatusCode.NotFound, new { question = "When will I find work?" });
    }

    [Fact]
    public async Task A_chart_that_cannot_be_drawn_is_refused_with_every_wrong_field()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        var (problem, _) = await owner.SendAsync(
            HttpMethod.Post, "/api/v1/charts", HttpStatusCode.UnprocessableEntity, new { birth = new { date = "1990-02-30", time = "25:00", latitude = 91.0, longitude = 77.2 } });
        Assert.Equal(
            ["/birth/date", "/birth/latitude", "/birth/time"], problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).Order(StringComparer.Ordinal));
        await owner.SendAsync(HttpMethod.Get, "/api/v1/charts?limit=0", HttpStatusCode.UnprocessableEntity);
        await owner.SendAsync(HttpMethod.Get, "/api/v1/charts/preview", HttpStatusCode.NotFound);
    }
}
