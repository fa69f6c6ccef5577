using CsCheck;
using Kundli.Astronomy.Sky;
using Kundli.Features.Sky;
using Xunit;

namespace Kundli.Features.Tests.Panchang;

public sealed class SkyTests
{
    private static readonly ReadSky Read = new(TimeProvider.System);

    [Fact]
    public void The_great_conjunction_stands_low_in_the_evening_of_December_2020()
    {
        var sky = Read.Run(new(28.6139, 77.2090, "2020-12-21T12:45:00Z"));
        var (jupiter, saturn, moon) = (Of(Graha.Jupiter), Of(Graha.Saturn), Of(Graha.Moon));

        Assert.True(jupiter.Visible && saturn.Visible && moon.Visible);
        Assert.InRange(Math.Abs(jupiter.Altitude - saturn.Altitude), 0, 0.2);
        Assert.InRange(jupiter.Azimuth, 200, 260);
        Assert.InRange(jupiter.Elongation!.Value, 28, 33);
        Assert.InRange(jupiter.Magnitude!.Value, -2.2, -1.8);
        Assert.Equal(jupiter.Tonight!.From, sky.At);
        Assert.True(jupiter.Tonight.Until <= jupiter.Set);
        Assert.False(Of(Graha.Sun).Visible);

        GrahaSkyAnswer Of(Graha graha) => sky.Grahas.Single(row => row.Graha == graha);
    }

    [Fact]
    public void Rahu_and_Ketu_have_a_direction_but_neither_light_nor_rise()
    {
        var nodes = Read.Run(new(28.6139, 77.2090, "2026-11-22T15:30:00Z")).Grahas.Where(row => row.Graha is Graha.Rahu or Graha.Ketu).ToList();

        Assert.All(nodes, node => Assert.True(node is { Visible: false, Rise: null, Magnitude: null, Tonight: null }));
        Assert.InRange(nodes[0].Altitude + nodes[1].Altitude, -0.01, 0.6); // opposite, but for the refraction of the upper
    }

    [Fact]
    public void Anywhere_at_any_time_directions_are_directions_and_events_are_to_come() =>
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], Gen.Int[1900, 2100]).Sample(
            query =>
            {
                var sky = Read.Run(new(query.Item1, query.Item2, $"{query.Item3}-06-15T03:00:00Z"));
                Assert.Equal(9, sky.Grahas.Count);
                Assert.All(sky.Grahas, row => Assert.True(row.Altitude is >= -90 and <= 90 && row.Azimuth is >= 0 and < 360 && !(row.Rise < sky.At) && !(row.Tonight?.Until < row.Tonight?.From)));
            },
            iter: 100);

    [Theory]
    [InlineData("2026-11-22T15:30:00Z", 0)]
    [InlineData("2026-11-22T15:30:00 05:30", 0)]
    [InlineData("2026-02-30T15:30:00Z", 1)]
    [InlineData("tomorrow", 1)]
    [InlineData("1700-01-01T00:00:00Z", 1)]
    public void An_instant_is_one_of_the_calendar(string at, int errors) => Assert.Equal(errors, new SkyQueryRules().Validate(new SkyQuery(0, 0, at)).Errors.Count);
}
