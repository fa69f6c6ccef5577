using Azure.Storage.Queues;

using Kundli.LocalHost.Azurite;
using Kundli.Testing;

using Xunit;

namespace Kundli.LocalHost.Tests.Azurite;

public sealed class AzuriteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_hosts_of_one_folder_share_one_store_which_stops_with_the_last()
    {
        var holds = await Task.WhenAll(HoldAsync(), HoldAsync(), HoldAsync());
        var pid = Assert.Single(holds.Select(hold => hold.GuardProcessId).Distinct());

        await holds[0].DisposeAsync();
        await holds[1].DisposeAsync();
        await Task.Delay(500);
        Assert.True(Processes.IsRunning(pid), "It stopped though a host still holds it.");
        await new QueueClient(holds[2].ConnectionString, "alive").CreateAsync();

        await holds[2].DisposeAsync();
        await Processes.GoneAsync(pid);
    }

    [Fact]
    public async Task Two_folders_have_two_stores()
    {
        using var other = new TemporaryFolder();
        await using var one = await HoldAsync();
        await using var two = await AzuriteStore.HoldAsync(other.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);

        Assert.NotEqual(one.GuardProcessId, two.GuardProcessId);
        Assert.NotEqual(one.ConnectionString, two.ConnectionString);
    }

    [Fact]
    public async Task What_was_written_is_there_after_the_store_has_stopped_and_started()
    {
        var first = await HoldAsync();
        var queue = new QueueClient(first.ConnectionString, "kept");
        await queue.CreateAsync();
        await queue.SendMessageAsync("still here");
        await first.DisposeAsync();

        await using var second = await HoldAsync();

        Assert.NotEqual(first.GuardProcessId, second.GuardProcessId);
        Assert.Equal("still here", (await new QueueClient(second.ConnectionString, "kept").PeekMessageAsync()).Value.MessageText);
    }

    [Fact]
    public async Task A_store_that_was_killed_is_started_again()
    {
        await using var first = await HoldAsync();
        Processes.Kill(first.GuardProcessId);
        await Processes.GoneAsync(first.GuardProcessId);

        await using var second = await HoldAsync();

        await new QueueClient(second.ConnectionString, "again").CreateAsync();
    }

    [Fact]
    public async Task An_interrupt_from_the_terminal_does_not_stop_the_store()
    {
        await using var store = await HoldAsync();

        await Processes.SignalAsync("INT", store.GuardProcessId);
        await Processes.SignalAsync("HUP", store.GuardProcessId);
        await Task.Delay(500);

        await new QueueClient(store.ConnectionString, "unhurt").CreateAsync();
    }

    private Task<AzuriteStore> HoldAsync() => AzuriteStore.HoldAsync(_folder.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);
}
