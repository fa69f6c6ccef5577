using System.Net;

using Kundli.LocalHost.Azurite;
using Kundli.Testing;

using Xunit;

namespace Kundli.EndToEnd.Tests;

public sealed class HostProcessTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_ready_line_comes_when_everything_answers_and_sigterm_ends_it_cleanly()
    {
        await using var host = await HostProcess.StartAsync(_data.Path);
        var azurite = await AzuriteAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("api/health/ready")).StatusCode);
        Assert.Equal(0, await host.StopAsync());

        await Processes.GoneAsync(azurite);
        Assert.EndsWith("Finishing what is running ...", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_killed_host_takes_nothing_down_and_the_last_one_leaves_no_orphan()
    {
        await using var first = await HostProcess.StartAsync(_data.Path);
        await using var second = await HostProcess.StartAsync(_data.Path);
        var azurite = await AzuriteAsync();

        first.Kill();

        await Task.Delay(1000);
        Assert.True(Processes.IsRunning(azurite));
        Assert.Equal(HttpStatusCode.OK, (await second.Http.GetAsync("api/health/ready")).StatusCode);

        second.Kill();
        await Processes.GoneAsync(azurite);
    }

    [Fact]
    public async Task A_host_starts_on_what_a_killed_one_left()
    {
        await using var first = await HostProcess.StartAsync(_data.Path);
        first.Kill();

        await using var second = await HostProcess.StartAsync(_data.Path);

        Assert.Equal(HttpStatusCode.OK, (await second.Http.GetAsync("api/health/ready")).StatusCode);
        Assert.Equal(0, await second.StopAsync());
    }

    [Theory]
    [InlineData("There is no option '--colour'.", "--colour", "red")]
    [InlineData("--port takes a number from 0 to 65535.", "--port", "many")]
    [InlineData("--data needs a value.", "--data")]
    public async Task A_wrong_command_line_is_told_with_the_right_one(string fault, params string[] arguments)
    {
        var (exitCode, output) = await HostProcess.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(fault, output, StringComparison.Ordinal);
        Assert.Contains("usage:", output, StringComparison.Ordinal);
    }

    private async Task<int> AzuriteAsync()
    {
        await using var store = await AzuriteStore.HoldAsync(_data.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);
        return store.GuardProcessId;
    }
}
