using Kundli.Features.Plants;
using Xunit;

namespace Kundli.Features.Tests.Plants;

public sealed class AnalysisPlacesTests
{
    [Fact]
    public async Task No_more_is_worked_on_at_once_than_there_are_places_and_all_is_done()
    {
        using var places = new AnalysisPlaces(2);
        var (now, most, done) = (0, 0, 0);
        var gate = new Lock();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => places.RunAsync(
            () =>
            {
                lock (gate)
                    most = Math.Max(most, ++now);
                Thread.Sleep(1);
                lock (gate)
                {
                    now--;
                    return ++done;
                }
            },
            CancellationToken.None))));
        Assert.Equal(40, done);
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task Work_that_throws_gives_its_place_back()
    {
        using var places = new AnalysisPlaces(1);
        await Assert.ThrowsAsync<InvalidDataException>(() => places.RunAsync<int>(() => throw new InvalidDataException(), CancellationToken.None));
        Assert.Equal(7, await places.RunAsync(() => 7, CancellationToken.None));
    }
}
