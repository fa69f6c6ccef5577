using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Features.Tests.Pricing;

public sealed class PinCodesTests
{
    [Theory]
    [InlineData("110001")]
    [InlineData("110003")]
    [InlineData("560027")]
    [InlineData("400001")]
    [InlineData("682555")]
    [InlineData("744101")]
    [InlineData("194101")]
    [InlineData("737101")]
    [InlineData("855117")]
    public void Post_offices_are_known(string pin) => Assert.True(IndianStates.PinExists(pin));

    [Theory]
    [InlineData("110999")]
    [InlineData("560999")]
    [InlineData("000000")]
    [InlineData("299999")]
    [InlineData("999999")]
    [InlineData("900001")]
    [InlineData("11000")]
    [InlineData("1100010")]
    [InlineData("11000a")]
    [InlineData("١١٠٠٠١")]
    [InlineData("")]
    [InlineData(null)]
    public void Numbers_without_a_post_office_are_refused(string? pin) => Assert.False(IndianStates.PinExists(pin));

    [Fact]
    public void Every_known_block_lies_in_a_state()
    {
        var blocks = Enumerable.Range(10_000, 90_000).Select(block => $"{block}1").Where(PinCodes.Exists).ToArray();

        Assert.Equal(4_769, blocks.Length);
        Assert.All(blocks, pin => Assert.True(IndianStates.PinExists(pin), $"{pin} exists and is no state's."));
    }

    [Fact]
    public void Every_state_has_a_post_office() =>
        Assert.All(IndianStates.All, state => Assert.Contains(Enumerable.Range(10_000, 90_000), block => PinCodes.Exists($"{block}1") && state.HasPin($"{block}1")));
}
