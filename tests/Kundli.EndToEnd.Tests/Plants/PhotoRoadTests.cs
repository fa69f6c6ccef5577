using System.Diagnostics;
using System.Globalization;

using Kundli.Testing;

using Xunit;
using Xunit.Abstractions;

namespace Kundli.EndToEnd.Tests.Plants;

/// <summary>
/// Many photos over the whole road, against a host of its own: how many a second, what each costs the processor (<c>photo-cpu</c> of infra/README.md), and how much memory it holds in the end. CI sends a few and looks at their results;
/// <c>KUNDLI_PHOTOS</c> sets the number for figures, and from <see cref="FiguresFrom"/> on the memory is judged.
/// </summary>
public sealed class PhotoRoadTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;
    private const int FiguresFrom = 1000;
    private const int ResidentMegabytesMax = 350;
    private static readonly int Photos = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_PHOTOS"), out var photos) ? photos : 8;

    [Fact]
    public async Task Every_photo_has_its_result_and_the_host_stays_small()
    {
        using var data = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(data.Path, ("RateLimits__Disabled", "true"));
        await host.Http.IdentifyAsync(PlantHost.Drawn());

        using var process = Process.GetProcessById(host.Id);
        var (start, spent) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var sent = new Uri[Photos];
        await Parallel.ForAsync(0, Photos, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (index, cancellation) =>
        {
            using var form = PlantHost.Form(PlantHost.Drawn(320 + (index % 64), 240));
            using var answer = await host.Http.PostAsync(PlantHost.Identifications, form, cancellation);
            Assert.Equal(202, (int)answer.StatusCode);
            sent[index] = answer.Headers.Location!;
        });
        foreach (var address in sent)
            Assert.Equal("succeeded", (await host.Http.EndAsync(address)).GetProperty("status").GetString());
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        process.Refresh();
        var (resident, each) = (process.WorkingSet64 >> 20, (process.TotalProcessorTime - spent).TotalMilliseconds / Photos);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Photos} photos in {seconds:0.0} s, {Photos / seconds:0.0} a second; {each:0.0} ms of the host's processor each; {resident} MB resident"));
        if (Photos >= FiguresFrom)
            Assert.InRange(resident, 1, ResidentMegabytesMax);
        Assert.Equal(0, await host.StopAsync());
    }
}
