using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Limits = Kundli.Features.Panchang.Limits;

namespace Kundli.EndToEnd.Tests;

/// <summary>The almanac over HTTP: days that were prepared, events of the sky, and every wrong field named.</summary>
[Collection(RunningHost.Name)]
public sealed class AlmanacRouteTests(RunningHost host)
{
    [Fact]
    public async Task Prepared_days_are_those_that_would_be_computed_byte_by_byte_and_a_second_run_computes_none()
    {
        var (prepare, text, day) = (host.Services.GetRequiredService<PrepareDays>(), host.Services.GetRequiredService<IDayText>(), host.Services.GetRequiredService<ReadDay>());
        await prepare.RunAsync(default);
        Assert.Equal(0, await prepare.RunAsync(default));
        var (prepared, tag) = (await host.Services.GetRequiredService<IPreparedDays>().ReadAsync(text.Release, null, default))!.Value;
        Assert.Equal((Limits.PreparedPlaces, text.Release), (prepared.Places.Count, prepared.Release));
        Assert.Null(await host.Services.GetRequiredService<IPreparedDays>().ReadAsync(text.Release, tag, default));
        Assert.Empty((await host.Services.GetRequiredService<IPreparedDays>().ReadAsync("another release", null, default))!.Value.Days.Places);
        // A server of its own: the host's may have looked minutes ago.
        using var serve = NewServer();
        foreach (var ((latitude, longitude), place) in prepared.Places.Take(20))
        {
            Assert.InRange(place.Texts.Count, 2, 2);
            foreach (var (date, bytes) in place.Texts)
            {
                var query = new DayQuery(latitude, longitude, $"{date:yyyy-MM-dd}");
                Assert.Equal(text.Write(day.Run(query)), bytes.ToArray());
                Assert.Equal(bytes.ToArray(), (await serve.FindAsync(query, default))?.ToArray());
                Assert.NotNull(await serve.FindAsync(query with { TimeZone = place.TimeZone }, default));
                Assert.Null(await serve.FindAsync(query with { TimeZone = "Pacific/Kiritimati" }, default));
                Assert.Null(await serve.FindAsync(query with { Sunrise = Kundli.Astronomy.Sky.HorizonConvention.Hindu }, default));
            }
            Assert.Null(await serve.FindAsync(new(latitude, longitude, "1990-01-01"), default));
        }
        Assert.Null(await serve.FindAsync(new(0.5, 0.5), default));
    }

    [Fact]
    public async Task A_prepared_day_is_served_with_tag_and_age_like_a_computed_one()
    {
        var place = host.Services.GetRequiredService<PlaceIndex>().Search("Varanasi", 1)[0];
        var path = FormattableString.Invariant($"/api/v1/panchang?latitude={place.Latitude:R}&longitude={place.Longitude:R}");
        using var first = await host.Http.GetAsync(path);
        Assert.Equal("public, max-age=3600", first.Headers.CacheControl?.ToString());
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await host.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_place_that_is_asked_for_often_is_prepared_before_a_larger_one()
    {
        var (index, asked) = (host.Services.GetRequiredService<PlaceIndex>(), host.Services.GetRequiredService<IAskedPlaces>());
        var small = index.Largest(Limits.CountedPlaces)[3000];
        using var serve = NewServer();
        for (var ask = 0; ask < Limits.AsksOfACount; ask++)
            await serve.FindAsync(new(small.Latitude, small.Longitude), default);
        Assert.InRange((await asked.ReadAsync(default))[(small.Latitude, small.Longitude)], Limits.AsksOfACount, 2 * Limits.AsksOfACount);
        await host.Services.GetRequiredService<PrepareDays>().RunAsync(default);
        using var later = NewServer();
        Assert.NotNull(await later.FindAsync(new(small.Latitude, small.Longitude), default));
    }

    [Fact]
    public async Task A_month_of_the_sky_is_told_in_both_languages_and_seen_from_a_chart()
    {
        var sky = await host.Http.GetFromJsonAsync<JsonElement>("/api/v1/sky/events?month=2026-03");
        var eclipse = Assert.Single(sky.GetProperty("items").EnumerateArray(), item => item.TryGetProperty("eclipse", out _));
        Assert.Equal(("fullMoon", "total", "2026-03-03"), (eclipse.GetProperty("kind").GetString(), eclipse.GetProperty("eclipse").GetString(), eclipse.GetProperty("date").GetString()));
        Assert.Equal(("Total eclipse of the Moon in Leo", "सिंह राशि में पूर्ण चंद्र ग्रहण"), (eclipse.GetProperty("text").GetProperty("en").GetString(), eclipse.GetProperty("text").GetProperty("hi").GetString()));
        using var answer = await host.Http.PostAsJsonAsync("/api/v1/charts/preview/events?month=2026-03", new { longitudes = new { moon = 45.5, lagna = 100.0 } });
        var seen = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(sky.GetProperty("items").GetArrayLength(), seen.Count);
        // The Moon in Taurus and Cancer rising: Leo is the fourth and the second.
        var mine = seen.Single(item => item.TryGetProperty("eclipse", out _)).GetProperty("forChart");
        Assert.Equal((4, 2, false), (mine.GetProperty("houseFromMoon").GetInt32(), mine.GetProperty("houseFromLagna").GetInt32(), mine.GetProperty("favourable").GetBoolean()));
    }

    [Theory]
    [InlineData("panchang?latitude=99&longitude=181&date=2026-02-30&timeZone=Mars/X", "?date ?latitude ?longitude ?timeZone")]
    [InlineData("panchang/month?latitude=-91&longitude=77&month=2026-13&utcOffset=99", "?latitude ?month ?utcOffset")]
    [InlineData("panchang/month/drawing?latitude=99&longitude=77&month=1700-01&theme=pink", "?latitude ?month ?theme")]
    [InlineData("panchang/calendar.ics?latitude=9&longitude=777&months=25", "?longitude ?months")]
    [InlineData("muhurtas?purpose=war&latitude=91&longitude=77&from=2026-01-01&to=2026-12-31", "?latitude ?purpose ?to")]
    [InlineData("muhurtas?purpose=marriage&latitude=28&longitude=77&from=2026-02-30&to=x&timeZone=Nowhere", "?from ?timeZone ?to")]
    [InlineData("sky?latitude=91&longitude=-181&at=yesterday", "?at ?latitude ?longitude")]
    [InlineData("sky/events?month=2500-01&timeZone=Mars/X&node=middle", "?month ?node ?timeZone")]
    [InlineData("places?query=&limit=0", "?limit ?query")]
    [InlineData("places/timeZone?latitude=91&longitude=181", "?latitude ?longitude")]
    [InlineData("horoscopes/leo?period=century&date=2026-02-30", "?date ?period")]
    public async Task Every_wrong_field_of_the_almanac_is_named(string path, string pointers)
    {
        using var answer = await host.Http.GetAsync("/api/v1/" + path);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(pointers, string.Join(' ', body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(69.65, 18.96, "2026-12-21", "sunrise sunset")]
    [InlineData(-77.85, 166.67, "2026-12-21", "sunset")]
    [InlineData(90, 0, "2026-06-21", "sunrise")]
    public async Task Beyond_the_polar_circles_a_day_says_what_does_not_happen_and_why(double latitude, double longitude, string date, string absent)
    {
        var day = await host.Http.GetFromJsonAsync<JsonElement>(FormattableString.Invariant($"/api/v1/panchang?latitude={latitude}&longitude={longitude}&date={date}"));
        var absences = day.GetProperty("absences").EnumerateArray().Select(absence => absence.GetProperty("what").GetString()!).ToList();
        Assert.All(absent.Split(' '), what => Assert.Contains(what, absences));
        Assert.All(absences, what => Assert.False(day.TryGetProperty(what, out _), what));
        Assert.NotEmpty(day.GetProperty("tithis").EnumerateArray());
    }

    private ServeDay NewServer() => new(
        host.Services.GetRequiredService<PlaceIndex>(), host.Services.GetRequiredService<IPreparedDays>(), host.Services.GetRequiredService<IAskedPlaces>(),
        host.Services.GetRequiredService<IDayText>(), TimeProvider.System);
}
