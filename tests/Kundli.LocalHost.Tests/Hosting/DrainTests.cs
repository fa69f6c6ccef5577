using System.Net;

using Kundli.LocalHost.Hosting;
using Kundli.LocalHost.Tests.Samples;
using Kundli.Testing;

using Xunit;

namespace Kundli.LocalHost.Tests.Hosting;

public sealed class DrainTests
{
    [Fact]
    public async Task A_stopping_host_finishes_its_requests_and_its_messages()
    {
        using var folder = new TemporaryFolder();
        var journal = new Journal();
        var host = await KundliHost.StartAsync(SampleHost.Options(folder.Path, journal));
        using var http = new HttpClient { BaseAddress = host.Address };
        var request = http.GetAsync("api/drains");
        await (await SampleHost.QueueAsync(host.ConnectionString, "longs")).SendMessageAsync("last");
        await journal.AtLeastAsync(1, "drains:started");
        await journal.AtLeastAsync(1, "long:last:started");

        await host.DisposeAsync();

        using var answer = await request;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, journal.Count("long:last:finished"));
    }

    [Fact]
    public async Task What_a_host_leaves_is_there_for_the_next()
    {
        using var folder = new TemporaryFolder();
        var journal = new Journal();
        var first = await KundliHost.StartAsync(SampleHost.Options(folder.Path, journal) with { Functions = [typeof(HttpFunctions)] });
        using (var http = new HttpClient { BaseAddress = first.Address })
            await http.PostAsync("api/sent", new StringContent("kept"));
        await first.DisposeAsync();

        await using var second = await KundliHost.StartAsync(SampleHost.Options(folder.Path, journal));

        await journal.AtLeastAsync(1, "parcel:kept");
        await journal.AtLeastAsync(1, "letter:kept-2");
    }
}
