using System.Net;
using System.Text;
using System.Text.Json;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>What clients get wrong about births, and that concurrent births don't mix, over the real pipeline.</summary>
[Collection(RunningHost.Name)]
public sealed class ChartInputTests(RunningHost host)
{
    private const string Preview = "/api/v1/charts/preview";
    private const string Birth = """{ "birth": { "date": "1990-05-15", "time": "14:30:00", "latitude": 28.6139, "longitude": 77.2090, "timeZone": "Asia/Kolkata" } }""";
    private const int Concurrent = 600;

    [Theory]
    [InlineData("""{ "birth": { "date": "1990-02-30", "time": "25:00", "latitude": 91, "longitude": 200, "timeZone": "Asia/Nowhere" } }""", "/birth/date /birth/latitude /birth/longitude /birth/time /birth/timeZone")]
    [InlineData("""{ "birth": { "date": "2200-01-01", "time": "12:00", "latitude": 0, "longitude": 0 } }""", "/birth/date")]
    [InlineData("""{ "birth": { "date": "1990-05-15", "time": "14:30", "latitude": 28.6 } }""", "/birth/longitude")]
    [InlineData("""{ "birth": { "date": "1990-05-15", "latitude": 28.6, "longitude": 77.2 } }""", "/birth/time")]
    [InlineData("""{ "birth": { "date": "1990-05-15", "time": null, "latitude": 28.6, "longitude": 77.2 } }""", "/birth/time")]
    [InlineData("{ }", "/birth")]
    [InlineData("""{ "longitudes": { "moon": 400, "vulcan": 1, "sun": "x" } }""", "/longitudes/moon /longitudes/sun /longitudes/vulcan")]
    [InlineData("""{ "longitudes": { "moon": 4 }, "settings": { "ayanamsa": "mine", "node": "both", "houseSystem": "koch", "vargas": ["d5"], "dashaDepth": 9, "dashaYear": "lunar", "positions": "guessed", "variants": { "d9": "somanatha" }, "zodiac": "tropical" } }""",
        "/settings/ayanamsa /settings/dashaDepth /settings/dashaYear /settings/houseSystem /settings/node /settings/positions /settings/vargas/0 /settings/variants/d9 /settings/zodiac")]
    [InlineData("""{ "birth": { "date": "1990-05-15", "time": "12:00", "latitude": 80, "longitude": 20, "utcOffset": "+01:00" }, "settings": { "houseSystem": "placidus" } }""", "/settings/houseSystem")]
    public async Task A_bad_birth_is_422_and_every_wrong_field_is_named(string body, string pointers) => Assert.Equal(pointers, await Pointers(Preview, body));

    [Theory]
    [InlineData("/dashas?system=kala&depth=0", "?depth ?system")]
    [InlineData("/dashas?depth=4", "?from ?to")]
    [InlineData("/dashas?depth=4&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", "?to")]
    [InlineData("/dashas?depth=4&from=1990-06-01T00:00:00Z&to=2090-06-01T00:00:00Z", "?to")]
    [InlineData("/transits?at=yesterday", "?at")]
    [InlineData("/transits?at=1799-12-31T00:00:00Z", "?at")]
    [InlineData("/sensitivity?minutes=0", "?minutes")]
    [InlineData("/sensitivity?minutes=many", "?minutes")]
    public async Task A_bad_parameter_of_a_view_is_422_and_named(string view, string pointers) => Assert.Equal(pointers, await Pointers(Preview + view, Birth));

    [Fact]
    public async Task A_bad_body_and_bad_parameters_are_named_together() =>
        Assert.Equal("/birth/date ?minutes", await Pointers(Preview + "/sensitivity?minutes=-1", Birth.Replace("1990-05-15", "1990-05-32", StringComparison.Ordinal)));

    [Fact]
    public async Task A_match_without_a_moon_is_422_and_names_both_people() =>
        Assert.Equal("/bride/longitudes/moon /groom/birth/latitude", await Pointers("/api/v1/matches", """{ "bride": { "longitudes": { "sun": 1 } }, "groom": { "birth": { "date": "1990-05-15", "time": "12:00", "latitude": 99, "longitude": 0 } } }"""));

    [Theory]
    [InlineData("2007-03-11", "02:30", "-05:00", "-04:00")]
    [InlineData("2007-11-04", "01:30", "-04:00", "-05:00")]
    public async Task A_skipped_or_repeated_time_is_422_with_both_readings(string date, string time, string one, string other)
    {
        var body = $$"""{ "birth": { "date": "{{date}}", "time": "{{time}}", "latitude": 40.7128, "longitude": -74.006, "timeZone": "America/New_York" } }""";
        using var response = await PostAsync(Preview, body);
        var problem = await ReadAsync(response);

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Contains(one, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(other, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrent_previews_with_different_ayanamsas_have_the_bytes_of_each_alone()
    {
        string[] ayanamsas = ["lahiri", "trueChitra", "raman", "krishnamurti", "faganBradley", "yukteshwar"];
        var bodies = ayanamsas.Select(ayanamsa => Birth[..^1] + $$""", "settings": { "ayanamsa": "{{ayanamsa}}" } }""").ToArray();
        var alone = new List<byte[]>();
        foreach (var body in bodies)
            alone.Add(await BytesAsync(body));

        var mixed = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Concurrent), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (index, _) =>
        {
            var bytes = await BytesAsync(bodies[index % bodies.Length]);
            if (!alone[index % bodies.Length].AsSpan().SequenceEqual(bytes))
                Interlocked.Increment(ref mixed);
        });

        Assert.Equal(0, mixed);
        Assert.Equal(bodies.Length, alone.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<byte[]> BytesAsync(string body)
    {
        using var response = await PostAsync(Preview, body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<string> Pointers(string path, string body)
    {
        using var response = await PostAsync(path, body);
        var problem = await ReadAsync(response);
        Assert.Equal((422, "urn:kundli:problem:invalid-input"), ((int)response.StatusCode, problem.GetProperty("type").GetString()));
        return string.Join(' ', problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).Order(StringComparer.Ordinal));
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string body) => await host.Http.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
}
