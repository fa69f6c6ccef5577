using System.Text;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Xunit;

namespace Kundli.Features.Tests.Panchang;

public sealed class WriteFeedTests
{
    private static readonly WriteFeed Feed = new(new ZoneMap(), TimeProvider.System);

    [Theory]
    [InlineData("en", "SUMMARY:Diwali (Lakshmi Puja)")]
    [InlineData("hi", "SUMMARY:दीपावली (लक्ष्मी पूजा)")]
    public void A_year_of_festivals_is_a_calendar_that_keeps_the_format(string language, string diwali)
    {
        var bytes = Feed.Run(new(28.6139, 77.2090, "2025-04", 12, language, "Asia/Kolkata"));
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        var unfolded = Encoding.UTF8.GetString(bytes).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", ""), (lines[0], lines[^2], lines[^1]));
        var events = unfolded.Count(line => line == "BEGIN:VEVENT");
        Assert.True(events > 150, $"{events}");
        Assert.Equal(events, unfolded.Count(line => line == "END:VEVENT"));
        Assert.Equal(events, unfolded.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
        var at = Array.IndexOf(unfolded, diwali);
        Assert.Equal(("DTSTART;VALUE=DATE:20251020", "DTEND;VALUE=DATE:20251021"), (unfolded[at - 2], unfolded[at - 1]));
    }

    [Fact]
    public void A_span_that_is_too_long_or_leaves_the_almanac_is_named()
    {
        Assert.Equal(["Language", "Months"], new FeedQueryRules().Validate(new FeedQuery(0, 0, Months: 25, Language: "fr")).Errors.Select(error => error.PropertyName).Order());
        Assert.Equal(["Months"], new FeedQueryRules().Validate(new FeedQuery(0, 0, "2199-06")).Errors.Select(error => error.PropertyName));
    }
}
