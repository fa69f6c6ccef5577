using Kundli.Features.Charts;
using Kundli.Features.Idempotency;
using Kundli.Features.Places;
using Kundli.Features.Plants;
using Kundli.Features.Privacy;
using Kundli.Features.SavedCharts;
using Xunit;

namespace Kundli.Features.Tests.Plants;

/// <summary>Whose plant it is: the Moon at 42° is in Rohini (jamun) and Taurus (saptaparni), a lagna at 95° in Cancer (palasha).</summary>
public sealed class MatchOwnChartsTests
{
    [Theory]
    [InlineData("jamun", "birthStar", "moon in rohini")]
    [InlineData("saptaparni", "moonSign", "moon in taurus")]
    [InlineData("palasha", "lagna", "lagna in cancer")]
    public async Task A_plant_belongs_to_the_chart_whose_star_or_sign_it_is(string slug, string role, string placement)
    {
        var own = Assert.Single(await Match().RunAsync("asha", slug, CancellationToken.None));
        Assert.Equal(("chart", role), (own.ChartId, own.Role));
        Assert.Equal([placement], own.Reason.Placements);
    }

    [Fact]
    public async Task Another_plant_is_nobodys_and_a_guest_has_none()
    {
        Assert.Empty(await Match().RunAsync("asha", "banyan", CancellationToken.None));
        Assert.Empty(await Match().RunAsync(null, "jamun", CancellationToken.None));
    }

    private static MatchOwnCharts Match() => new(new OneChart(), new DrawChart(new ZoneMap(), TimeProvider.System));

    private sealed class OneChart : ISavedCharts
    {
        private static readonly SavedChart Chart = new(
            "chart", "asha", new(Longitudes: new Dictionary<string, double> { ["moon"] = 42, ["lagna"] = 95 }), ChartSubject.Self, new(true, false), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

        public Task<Page<SavedChart>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation) => Task.FromResult(new Page<SavedChart>([Chart], null));

        public Task<(SavedChart Chart, string Version)?> ReadAsync(string userId, string chartId, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Creation> AddAsync(SavedChart chart, Repeat? repeat, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> SaveAsync(SavedChart chart, string version, CancellationToken cancellation) => throw new NotSupportedException();

        public Task RemoveAsync(string userId, string chartId, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
