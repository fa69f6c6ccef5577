using System.Text.Json;
using Kundli.Features;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kundli.Worker.Tests.Http;

public sealed class AnswerTests
{
    private sealed record Star(string Name, DateTimeOffset At);

    private static readonly Star Krittika = new("कृत्तिका", new DateTimeOffset(1990, 5, 15, 14, 30, 0, TimeSpan.FromHours(5.5)));

    [Fact]
    public async Task An_answer_is_JSON_with_instants_in_UTC_and_a_tag()
    {
        var response = await Execute(Answer.Ok<Star>(Krittika));
        Assert.Equal((200, "application/json", "no-store"), (response.StatusCode, response.ContentType, response.Headers.CacheControl.ToString()));
        Assert.Equal("""{"name":"कृत्तिका","at":"1990-05-15T09:00:00Z"}""", Text(response));
        Assert.Matches("^\"[0-9a-f]{24}\"$", response.Headers.ETag.ToString());
    }

    [Fact]
    public async Task A_client_that_has_this_version_gets_304_without_a_body()
    {
        var tag = (await Execute(Answer.Ok<Star>(Krittika))).Headers.ETag.ToString();
        var response = await Execute(Answer.Ok<Star>(Krittika), request => request.Headers.IfNoneMatch = $"\"old\", {tag}");
        Assert.Equal((304, ""), (response.StatusCode, Text(response)));
    }

    [Fact]
    public async Task Creating_tells_where()
    {
        var response = await Execute(Answer.Created<Star>(Krittika, star => "/api/v1/stars/3"));
        Assert.Equal((201, "/api/v1/stars/3"), (response.StatusCode, response.Headers.Location.ToString()));
    }

    [Fact]
    public async Task A_problem_has_the_status_of_the_table_every_wrong_field_and_a_trace()
    {
        var response = await Execute(Answer.Ok<Star>(Problem.Invalid(new FieldError("/a", "is missing."), new FieldError("/b", "is missing."))));
        var body = JsonDocument.Parse(Text(response)).RootElement;
        Assert.Equal((422, "application/problem+json"), (response.StatusCode, response.ContentType));
        Assert.Equal("urn:kundli:problem:invalid-input", body.GetProperty("type").GetString());
        Assert.Equal(["/a", "/b"], body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!));
        Assert.Equal(32, body.GetProperty("traceId").GetString()!.Length);
    }

    [Fact]
    public void A_value_that_cannot_be_written_fails_before_the_result_is_returned()
    {
        var loop = new Dictionary<string, object?>();
        loop["self"] = loop;
        Assert.ThrowsAny<JsonException>(() => Answer.Ok<Dictionary<string, object?>>(loop));
    }

    [Fact]
    public void A_problem_without_a_row_is_a_bug() => Assert.Throws<InvalidOperationException>(() => Answer.Fail(new Problem("never-heard-of", "?")));

    private static async Task<HttpResponse> Execute(IResult result, Action<HttpRequest>? prepare = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Response.Body = new MemoryStream();
        prepare?.Invoke(context.Request);
        await result.ExecuteAsync(context);
        return context.Response;
    }

    private static string Text(HttpResponse response) => System.Text.Encoding.UTF8.GetString(((MemoryStream)response.Body).ToArray());
}
