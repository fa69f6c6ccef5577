using Kundli.Features;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kundli.Worker.Tests.Http;

public sealed class QueryTests
{
    public sealed record Sky(DateTimeOffset At, double Latitude, double? Longitude = null, int Depth = 2, BodyTests.Colour Colour = BodyTests.Colour.Green, IReadOnlyList<string>? Names = null, bool Bright = false);

    [Fact]
    public void Parameters_are_read_by_their_types()
    {
        var sky = Read<Sky>("?at=2026-11-22T06:30:00Z&latitude=-12.5&names=a,b&names=c&colour=darkRed&bright=true&other=1").Value;
        Assert.Equal((-12.5, 2, BodyTests.Colour.DarkRed, true), (sky.Latitude, sky.Depth, sky.Colour, sky.Bright));
        Assert.Equal(["a", "b", "c"], sky.Names!);
    }

    [Fact]
    public void Every_wrong_parameter_is_named_at_once()
    {
        var problem = Read<Sky>("?at=tomorrow&longitude=NaN&depth=1.5&colour=blue&bright=yes&bright=no").Problem!;
        Assert.Equal(["?at", "?bright", "?colour", "?depth", "?latitude", "?longitude"], problem.Errors.Select(error => error.Pointer).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=101")]
    [InlineData("?limit=99999999999999999999")]
    public void A_page_has_1_to_100_items(string query) => Assert.Equal("?limit", Assert.Single(Read<PageQuery>(query).Problem!.Errors).Pointer);

    [Fact]
    public void A_page_has_20_items_unless_asked() => Assert.Equal(new PageQuery(20), Read<PageQuery>("").Value);

    private static Outcome<T> Read<T>(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        return Query.Read<T>(context.Request);
    }
}
