using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kundli.Testing;
using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>The graph over HTTP: one question for what a screen shows, the same answers as the other routes, and its limits.</summary>
[Collection(RunningHost.Name)]
public sealed class GraphTests(RunningHost host)
{
    private const string Path = "/api/v1/graphql";

    private static readonly object Birth = new { date = "1990-05-15", time = "14:30:00", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata" };
    private static readonly string Approved = Repository.At("tests", "Kundli.EndToEnd.Tests", "Graph.approved.graphql");

    [Fact]
    public async Task The_schema_is_the_approved_one()
    {
        var actual = await host.Http.GetStringAsync(Path + "/schema.graphql");
        if (Environment.GetEnvironmentVariable("KUNDLI_APPROVE") == "1")
            await File.WriteAllTextAsync(Approved, actual);
        var lines = await File.ReadAllLinesAsync(Approved);
        var changes = lines.Except(actual.Split('\n')).Select(line => "- " + line).Concat(actual.Split('\n').Except(lines).Select(line => "+ " + line)).ToList();
        Assert.True(changes.Count == 0, $"The schema changed; if that is meant, run once with KUNDLI_APPROVE=1.\n{string.Join('\n', changes)}");
    }

    [Fact]
    public async Task One_question_leads_from_a_birth_to_its_star_its_plants_and_the_shelf()
    {
        var chart = (await DataAsync(host.Http, """
            query Plants($request: ChartRequestInput!) {
              chart(request: $request) {
                birthStar { nakshatra pada lord }
                grahas { graha sign house }
                remedies { plants { role slug species { scientificName care } products { sku price { amount currency } product { title variants { sku available } species { species { slug } } } } } }
              }
            }
            """, new { request = new { birth = Birth } })).GetProperty("chart");
        using var preview = await host.Http.PostAsJsonAsync("/api/v1/charts/preview", new { birth = Birth });
        var told = await preview.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(told.GetProperty("birthStar").GetProperty("nakshatra").GetString(), chart.GetProperty("birthStar").GetProperty("nakshatra").GetString());
        Assert.Equal(
            told.GetProperty("grahas").EnumerateArray().Select(graha => $"{graha.GetProperty("graha")} {graha.GetProperty("sign")} {graha.GetProperty("house")}"),
            chart.GetProperty("grahas").EnumerateArray().Select(graha => $"{graha.GetProperty("graha")} {graha.GetProperty("sign")} {graha.GetProperty("house")}"));
        var plants = chart.GetProperty("remedies").GetProperty("plants").EnumerateArray().ToList();
        Assert.Equal("birthStar", plants[0].GetProperty("role").GetString());
        var offered = plants.SelectMany(plant => plant.GetProperty("products").EnumerateArray()).ToList();
        Assert.NotEmpty(offered);
        Assert.All(offered, product => Assert.Contains(
            product.GetProperty("sku").GetString(), product.GetProperty("product").GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("sku").GetString())));
    }

    [Fact]
    public async Task A_place_leads_to_its_day_as_the_panchang_route_tells_it()
    {
        var place = (await DataAsync(host.Http, """{ places(query: "Varanasi", limit: 1) { items { name latitude longitude timeZone panchang(date: "2026-11-23") { sunrise tithis { name endsAt } solarMonths { key value { month day } } } } } }"""))
            .GetProperty("places").GetProperty("items")[0];
        var day = await host.Http.GetFromJsonAsync<JsonElement>(
            $"/api/v1/panchang?date=2026-11-23&latitude={place.GetProperty("latitude").GetRawText()}&longitude={place.GetProperty("longitude").GetRawText()}&timeZone={place.GetProperty("timeZone").GetString()}");
        Assert.Equal(day.GetProperty("sunrise").GetString(), place.GetProperty("panchang").GetProperty("sunrise").GetString());
        Assert.Equal(
            day.GetProperty("tithis").EnumerateArray().Select(tithi => $"{tithi.GetProperty("name")} {tithi.GetProperty("endsAt")}"),
            place.GetProperty("panchang").GetProperty("tithis").EnumerateArray().Select(tithi => $"{tithi.GetProperty("name")} {tithi.GetProperty("endsAt")}"));
        Assert.Equal(
            day.GetProperty("solarMonths").EnumerateObject().Select(month => $"{month.Name} {month.Value.GetProperty("day")}").Order(),
            place.GetProperty("panchang").GetProperty("solarMonths").EnumerateArray().Select(month => $"{month.GetProperty("key").GetString()} {month.GetProperty("value").GetProperty("day")}").Order());
    }

    [Fact]
    public async Task A_member_sees_what_is_theirs_and_nobody_else_does()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        using var other = await Member.RegisterAsync(host.Http.BaseAddress!);
        var (saved, _) = await owner.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, new { name = "Asha", birth = Birth });
        var id = saved.GetProperty("id").GetString();
        const string Mine = "{ me { displayName charts { items { id name birthStar chart { id lagna { sign } } } next } orders { items { number } } notes { items { id: date } } cart { id } } }";
        var me = (await DataAsync(owner.Http, Mine)).GetProperty("me");
        var entry = Assert.Single(me.GetProperty("charts").GetProperty("items").EnumerateArray());
        Assert.Equal((id, "Asha", id), (entry.GetProperty("id").GetString(), entry.GetProperty("name").GetString(), entry.GetProperty("chart").GetProperty("id").GetString()));
        Assert.Equal(saved.GetProperty("lagna").GetProperty("sign").GetString(), entry.GetProperty("chart").GetProperty("lagna").GetProperty("sign").GetString());
        Assert.Empty((await DataAsync(other.Http, Mine)).GetProperty("me").GetProperty("charts").GetProperty("items").EnumerateArray());

        foreach (var (client, expected) in new[] { (other.Http, "not-found"), (host.Http, "not-signed-in") })
            Assert.Equal(expected, Code(await AskAsync(client, $$"""{ savedChart(id: "{{id}}") { id } }""")));
        var guests = await AskAsync(host.Http, Mine);
        Assert.Equal(("not-signed-in", JsonValueKind.Null), (Code(guests), guests.GetProperty("data").GetProperty("me").ValueKind));
    }

    [Fact]
    public async Task A_wrong_value_is_an_error_of_its_field_that_names_every_wrong_member_and_the_rest_is_answered()
    {
        var answer = await AskAsync(host.Http, """{ chart(request: { birth: { date: "1990-13-01", time: "14:30", latitude: 99, longitude: 77 } }) { lagna { sign } } panchang(latitude: 28.6, longitude: 77.2) { vara } }""");
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("chart", Assert.Single(error.GetProperty("path").EnumerateArray()).GetString());
        Assert.Equal("invalid-input", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal(
            ["/request/birth/date", "/request/birth/latitude"],
            error.GetProperty("extensions").GetProperty("problem").GetProperty("errors").EnumerateArray().Select(field => field.GetProperty("pointer").GetString()).Order());
        Assert.Equal(JsonValueKind.String, answer.GetProperty("data").GetProperty("panchang").GetProperty("vara").ValueKind);
    }

    [Fact]
    public async Task Beside_a_kept_chart_of_a_child_nothing_is_offered_whatever_way_is_taken()
    {
        using var parent = await Member.RegisterAsync(host.Http.BaseAddress!);
        var born = DateTime.UtcNow.AddYears(-8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await parent.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, new
        {
            name = "Mira", subject = "other", birth = new { date = born, time = "14:30:00", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata" },
            declarations = new { mayEnter = true, isParent = true },
        });
        var plants = (await DataAsync(parent.Http, "{ me { charts { items { chart { remedies { plants { slug species { scientificName } products { sku product { title } } } } } } } } }"))
            .GetProperty("me").GetProperty("charts").GetProperty("items")[0].GetProperty("chart").GetProperty("remedies").GetProperty("plants").EnumerateArray().ToList();
        Assert.NotEmpty(plants);
        Assert.All(plants, plant => Assert.Empty(plant.GetProperty("products").EnumerateArray()));
    }

    [Fact]
    public async Task A_list_without_a_limit_has_the_usual_one_and_a_number_that_is_null_is_an_error_of_its_field()
    {
        Assert.NotEmpty((await DataAsync(host.Http, """{ places(query: "jaip") { items { name } } }""")).GetProperty("places").GetProperty("items").EnumerateArray());
        var answer = await AskAsync(host.Http, "{ products(limit: null) { items { slug } } }");
        Assert.Equal("invalid-input", Code(answer));
    }

    [Theory]
    [InlineData("{ nonsense }")]
    [InlineData("{ products { items { slug }")]
    [InlineData("mutation { products { total } }")]
    [InlineData("query A { categories { next } } query B { categories { next } }")]
    [InlineData("""{ chart(request: { birth: { date: "1990-05-15", time: "14:30", latitude: 28.6, longitude: 77.2 } }) { doshas { manglik { __typename } } remedies { plants { products { sku } } } } }""")]
    [InlineData("""{ products { total } chart(request: { longitudes: [{ key: "moon", value: 45.5 }] }) { ...D } } fragment D on ChartAnswer { doshas { __typename } }""")]
    public async Task A_query_that_is_wrong_or_must_not_be_asked_is_refused_whole(string query)
    {
        using var answer = await SendAsync(host.Http, query);
        Assert.Equal((HttpStatusCode.BadRequest, "application/graphql-response+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(body.TryGetProperty("data", out _), body.ToString());
        Assert.NotEmpty(body.GetProperty("errors").EnumerateArray());
        using var plain = await SendAsync(host.Http, query, accept: "application/json");
        Assert.Equal((HttpStatusCode.OK, "application/json"), (plain.StatusCode, plain.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("{ products(sort: secretAsha) { total } }", "ARGUMENTS_OF_CORRECT_TYPE", "sort")]
    [InlineData("{ secretAsha }", "FIELDS_ON_CORRECT_TYPE", "Query")]
    [InlineData("{ products { total } } secretAsha", "SYNTAX_ERROR", null)]
    [InlineData("query($word: Int) { products(limit: $word) { total } }", "INVALID_VALUE", "5.8")]
    public async Task A_refused_query_is_told_by_rule_place_and_names_of_the_schema_never_by_what_was_sent(string query, string code, string? about)
    {
        using var answer = await SendAsync(host.Http, query, new { word = "secretAsha" });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secretAsha", text, StringComparison.OrdinalIgnoreCase);
        var error = Assert.Single(JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(about ?? "can't be read", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, error.GetProperty("locations")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task A_query_that_asks_for_too_much_is_refused_before_anything_is_computed()
    {
        var many = new StringBuilder("{");
        for (var index = 0; index < 300; index++)
            many.Append($"a{index}:panchang(latitude:28,longitude:77){{vara}}");
        var deep = "{ products { items " + string.Concat(Enumerable.Repeat("{ product { species { products ", 6)) + "{ sku }" + string.Concat(Enumerable.Repeat(" } }", 6)) + " } }";
        var wide = "{ products(limit: 100) { items { product { species { products { product { species { products { product { species { products { sku } } } } } } } } } } } } }";
        var nested = string.Concat(Enumerable.Repeat("{a", 2_000)) + string.Concat(Enumerable.Repeat("}", 2_000));
        var circle = "{ products { ...A } } fragment A on ProductList { ...B } fragment B on ProductList { ...A }";
        foreach (var query in new[] { many.Append('}').ToString(), deep, wide, nested, circle })
        {
            using var answer = await SendAsync(host.Http, query);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{query[..Math.Min(80, query.Length)]}: {(int)answer.StatusCode}");
        }
        foreach (var (query, variables) in new (string, object?)[] { (new string(' ', 17 * 1024) + "{ me { id } }", null), ("", null), ("{ me { id } }", new[] { 1 }) })
        {
            using var answer = await SendAsync(host.Http, query, variables);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Fact]
    public async Task Tools_may_ask_the_schema_for_itself()
    {
        var schema = (await DataAsync(host.Http, """
            query { __schema { queryType { name } types { kind name fields(includeDeprecated: true) { name args { name type { ...T } } type { ...T } } inputFields { name type { ...T } } enumValues { name } possibleTypes { ...T } } } }
            fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
            """)).GetProperty("__schema");
        Assert.Contains("ChartAnswer", schema.GetProperty("types").EnumerateArray().Select(type => type.GetProperty("name").GetString()));
    }

    private static string? Code(JsonElement answer) => Assert.Single(answer.GetProperty("errors").EnumerateArray()).GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<JsonElement> DataAsync(HttpClient http, string query, object? variables = null)
    {
        var answer = await AskAsync(http, query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, string query, object? variables = null)
    {
        using var answer = await SendAsync(http, query, variables);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string query, object? variables = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(new { query, variables }) };
        if (accept is not null)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return await http.SendAsync(request);
    }
}
