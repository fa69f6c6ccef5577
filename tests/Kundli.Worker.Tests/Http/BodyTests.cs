using System.Text;
using FluentValidation;
using Kundli.Features;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kundli.Worker.Tests.Http;

public sealed class BodyTests
{
    public enum Colour
    {
        DarkRed,
        Green,
    }

    public sealed record Place(double Latitude, string? Name);

    public sealed record Knobs(bool Loud = false, Colour Colour = Colour.Green);

    public sealed record Wish(string Title, int Count, Place Place, IReadOnlyList<Place>? Stops = null, Knobs? Settings = null, DateTimeOffset? At = null);

    [Fact]
    public async Task A_good_body_is_read_with_defaults_and_unknown_members_are_ignored()
    {
        var wish = (await Read("""{ "title": "a", "count": 2, "place": { "latitude": 1.5 }, "more": 1, "settings": { "colour": "darkRed" }, "at": "2026-11-23T05:30:00+05:30" }""")).Value;
        Assert.Equal((2, 1.5, Colour.DarkRed, false), (wish.Count, wish.Place.Latitude, wish.Settings!.Colour, wish.Settings.Loud));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), wish.At);
    }

    [Fact]
    public async Task Every_wrong_missing_and_unknown_member_is_named_at_once()
    {
        var problem = (await Read("""{ "count": "two", "place": { "latitude": null, "name": 5 }, "stops": [ { "latitude": 1 }, 7 ], "settings": { "colour": "blue", "lod": true } }""")).Problem!;
        Assert.Equal("invalid-input", problem.Name);
        Assert.Equal(
            ["/count", "/place/latitude", "/place/name", "/settings/colour", "/settings/lod", "/stops/1", "/title"],
            problem.Errors.Select(error => error.Pointer).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_validator_judges_what_has_the_right_kind_in_the_same_answer()
    {
        var problem = (await Read<PageQuery>("""{ "limit": 1000, "after": 7 }""")).Problem!;
        Assert.Equal(["/after", "/limit"], problem.Errors.Select(error => error.Pointer).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{} {}")]
    [InlineData("""{ "title": "a", "title": "b" }""")]
    [InlineData("""{ "title": "a", "count": 1, "place": { "latitude": 1 }, "settings": { "\ud800": 1 } }""")]
    public async Task What_is_no_JSON_is_malformed(string body) => Assert.Equal("malformed-json", (await Read(body)).Problem!.Name);

    [Fact]
    public async Task Half_a_surrogate_pair_is_no_text() =>
        Assert.Equal("/title", Assert.Single((await Read("""{ "title": "\ud800", "count": 1, "place": { "latitude": 1 } }""")).Problem!.Errors).Pointer);

    [Fact]
    public async Task Nesting_beyond_32_is_malformed() =>
        Assert.Equal("malformed-json", (await Read(new string('[', 10_000) + new string(']', 10_000))).Problem!.Name);

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Another_content_type_is_refused(string? type) => Assert.Equal("unsupported-media-type", (await Read("{}", type)).Problem!.Name);

    [Fact]
    public async Task A_body_that_is_announced_too_large_is_refused_before_a_byte_is_read()
    {
        var context = Request("{}", "application/json");
        context.Request.ContentLength = 20_000_000;
        context.Request.Body = new Untouchable();
        Assert.Equal("body-too-large", (await Body.ReadAsync<Wish>(context.Request, default)).Problem!.Name);
    }

    [Fact]
    public async Task A_body_without_a_length_is_read_only_up_to_the_limit()
    {
        var context = Request(new string(' ', Limits.BodyBytesMax * 3), "application/json");
        context.Request.ContentLength = null;
        Assert.Equal("body-too-large", (await Body.ReadAsync<Wish>(context.Request, default)).Problem!.Name);
        Assert.InRange(context.Request.Body.Position, Limits.BodyBytesMax, Limits.BodyBytesMax + 1);
    }

    [Fact]
    public async Task A_list_at_the_top_is_named_by_the_empty_pointer()
    {
        var error = Assert.Single((await Read("[]")).Problem!.Errors);
        Assert.Equal(("", "must be an object."), (error.Pointer, error.Detail));
    }

    private static Task<Outcome<Wish>> Read(string body, string? type = "application/json") => Read<Wish>(body, type);

    private static Task<Outcome<T>> Read<T>(string body, string? type = "application/json") => Body.ReadAsync<T>(Request(body, type).Request, default);

    private static DefaultHttpContext Request(string body, string? type)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = type;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return context;
    }

    private sealed class Untouchable : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new InvalidOperationException("Nobody may read this.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new InvalidOperationException("Nobody may read this.");
    }
}
