using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>Profiles, links to charts and horoscopes over HTTP.</summary>
[Collection(RunningHost.Name)]
public sealed class FamilyAndSkyTests(RunningHost host)
{
    private static readonly object Birth = new { date = "1990-05-15", time = "14:30:00.000", timeAccuracy = "exact", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata" };

    [Fact]
    public async Task A_member_of_the_family_is_added_changed_only_as_seen_and_takes_its_charts_along()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        var (added, headers) = await owner.SendAsync(HttpMethod.Post, "/api/v1/profiles", HttpStatusCode.Created, new { name = "Ravi", relation = "sibling" }, ("Idempotency-Key", "ravi"));
        var (again, _) = await owner.SendAsync(HttpMethod.Post, "/api/v1/profiles", HttpStatusCode.Created, new { name = "Ravi", relation = "sibling" }, ("Idempotency-Key", "ravi"));
        Assert.Equal(added.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        var path = headers.Location!.ToString();
        var (_, seen) = await owner.SendAsync(HttpMethod.Get, path, HttpStatusCode.OK);
        await owner.SendAsync(HttpMethod.Patch, path, HttpStatusCode.OK, new { name = "Ravi Kumar" }, ("If-Match", seen.ETag!.ToString()));
        await owner.SendAsync(HttpMethod.Patch, path, HttpStatusCode.PreconditionFailed, new { name = "Rohan" }, ("If-Match", seen.ETag.ToString()));

        var chart = await ChartAsync(owner, new { name = "Ravi", birth = Birth, subject = "other", profileId = added.GetProperty("id").GetString(), declarations = new { mayEnter = true, isParent = false } });
        await owner.SendAsync(HttpMethod.Delete, path, HttpStatusCode.NoContent);
        await owner.SendAsync(HttpMethod.Get, chart, HttpStatusCode.NotFound);
        await owner.SendAsync(HttpMethod.Post, "/api/v1/profiles", HttpStatusCode.UnprocessableEntity, new { name = "", relation = "sibling" });
    }

    [Fact]
    public async Task A_link_shows_what_its_owner_chose_to_anybody_until_it_is_revoked()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        var chart = await ChartAsync(owner, new { name = "Asha Canary", birth = Birth });
        var (made, headers) = await owner.SendAsync(HttpMethod.Post, $"{chart}/shares", HttpStatusCode.Created, new { days = 3 });
        var link = headers.Location!.ToString();
        using var opened = await host.Http.GetAsync(link);
        var text = await opened.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.NotEmpty(JsonDocument.Parse(text).RootElement.GetProperty("chart").GetProperty("grahas").EnumerateArray());
        Assert.DoesNotContain("Canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1990-05-15", text, StringComparison.Ordinal);

        var (list, _) = await owner.SendAsync(HttpMethod.Get, $"{chart}/shares", HttpStatusCode.OK);
        Assert.False(Assert.Single(list.GetProperty("items").EnumerateArray()).TryGetProperty("href", out var href) && href.ValueKind == JsonValueKind.String);
        await owner.SendAsync(HttpMethod.Delete, $"{chart}/shares/{made.GetProperty("id").GetString()}", HttpStatusCode.NoContent);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Twelve_horoscopes_of_a_day_differ_are_kept_by_caches_and_a_members_own_knows_the_dasha()
    {
        var texts = new List<string>();
        foreach (var sign in "aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces".Split(' '))
        {
            using var response = await host.Http.GetAsync($"/api/v1/horoscopes/{sign}?period=day&date=2026-11-23&language=hi");
            Assert.True(response.Headers.CacheControl!.Public);
            texts.AddRange((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("text").GetString()!));
        }
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("/api/v1/horoscopes/ophiuchus")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.Http.GetAsync("/api/v1/horoscopes/leo?date=2026-02-30")).StatusCode);

        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        await member.SendAsync(HttpMethod.Get, "/api/v1/me/horoscope", HttpStatusCode.Conflict);
        await ChartAsync(member, new { name = "Asha", birth = Birth });
        var (mine, _) = await member.SendAsync(HttpMethod.Get, "/api/v1/me/horoscope?date=2026-11-23", HttpStatusCode.OK);
        Assert.Equal(("capricorn", "virgo"), (mine.GetProperty("moonSign").GetString(), mine.GetProperty("lagna").GetString()));
        Assert.Equal(2, mine.GetProperty("dasha").GetArrayLength());
    }

    private static async Task<string> ChartAsync(Member owner, object body) =>
        $"/api/v1/charts/{(await owner.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, body)).Body.GetProperty("id").GetString()}";
}
