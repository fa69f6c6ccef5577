using System.Net;
using System.Text.Json;
using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>Daily notes over HTTP: wished for, written by the timer, read in the feed, gone with the wish.</summary>
[Collection(RunningHost.Name)]
public sealed class NoteTests(RunningHost host)
{
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_first_note_comes_at_once_once_for_a_day_and_goes_with_the_wish()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        using var other = await Member.RegisterAsync(host.Http.BaseAddress!);
        var chart = await ChartAsync(member, "1990-05-15");
        await other.SendAsync(HttpMethod.Put, $"{chart}/notes", HttpStatusCode.NotFound, new { language = "hi" });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => member.SendAsync(HttpMethod.Put, $"{chart}/notes", HttpStatusCode.OK, new { language = "hi" })));

        var note = await FirstAsync(member);
        Assert.Equal("hi", note.GetProperty("language").GetString());
        Assert.All(note.GetProperty("sections").EnumerateArray(), section => Assert.NotEmpty(section.GetProperty("evidence").EnumerateArray()));
        Assert.False(note.TryGetProperty("products", out _));
        var (wish, _) = await member.SendAsync(HttpMethod.Put, $"{chart}/notes", HttpStatusCode.OK, new { language = "en" });
        Assert.True(wish.GetProperty("nextAt").GetDateTimeOffset() > DateTimeOffset.UtcNow);

        await member.SendAsync(HttpMethod.Delete, $"{chart}/notes", HttpStatusCode.NoContent);
        var (empty, _) = await member.SendAsync(HttpMethod.Get, "/api/v1/me/notes", HttpStatusCode.OK);
        Assert.Empty(empty.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Nothing_follows_a_child()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        var chart = await ChartAsync(member, $"{DateTime.UtcNow.Year - 8}-05-15");
        await member.SendAsync(HttpMethod.Put, $"{chart}/notes", HttpStatusCode.Forbidden, new { language = "en" });
    }

    private static async Task<JsonElement> FirstAsync(Member member)
    {
        using var patience = new CancellationTokenSource(PatienceMax);
        while (true)
        {
            var (feed, _) = await member.SendAsync(HttpMethod.Get, "/api/v1/me/notes", HttpStatusCode.OK);
            if (feed.GetProperty("items").GetArrayLength() > 0)
                return Assert.Single(feed.GetProperty("items").EnumerateArray());
            await Task.Delay(200, patience.Token);
        }
    }

    private static async Task<string> ChartAsync(Member member, string date)
    {
        var birth = new { date, time = "14:30:00.000", timeAccuracy = "exact", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata" };
        var body = new { name = "Asha", birth, subject = "other", declarations = new { mayEnter = true, isParent = true } };
        return $"/api/v1/charts/{(await member.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, body)).Body.GetProperty("id").GetString()}";
    }
}
