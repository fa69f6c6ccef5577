using Kundli.LocalHost.Azurite;
using Kundli.LocalHost.Hosting;
using Kundli.LocalHost.Tests.Samples;
using Kundli.Testing;

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Time.Testing;

using Xunit;

namespace Kundli.LocalHost.Tests.Hosting;

public sealed class TimerTests : IClassFixture<TimerTests.Store>, IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 7, 30, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Journal _journal = new();
    private readonly string _folder;

    public TimerTests(Store store) => _folder = store.Folder;

    public void Dispose() => Directory.Delete(Path.Combine(_folder, "timers"), recursive: true);

    [Fact]
    public async Task A_timer_runs_at_each_occurrence_of_its_six_fields_in_utc()
    {
        await using var host = await StartAsync(typeof(Every));

        await AdvanceAsync(TimeSpan.FromSeconds(14));
        Assert.Equal(0, _journal.Count("every"));
        await AdvanceAsync(TimeSpan.FromSeconds(1));
        await _journal.AtLeastAsync(1, "every");
        await AdvanceAsync(TimeSpan.FromSeconds(15));
        await _journal.AtLeastAsync(2, "every");

        Assert.Equal(["every:False:10:07:45:10:08:00", "every:False:10:08:00:10:08:15"], _journal.Entries.Select(entry => entry.Text));
    }

    [Fact]
    public async Task What_was_missed_while_nothing_ran_is_made_up_once()
    {
        await using (var first = await StartAsync(typeof(Every)))
            await AdvanceUntilAsync(1, "every");
        _clock.Advance(TimeSpan.FromHours(2));
        var before = _journal.Count("every");

        await using var second = await StartAsync(typeof(Every));

        await _journal.AtLeastAsync(before + 1, "every");
        Assert.StartsWith("every:True", _journal.Of("every")[before].Text, StringComparison.Ordinal);
        await AdvanceUntilAsync(before + 2, "every");
        Assert.StartsWith("every:False", _journal.Of("every")[before + 1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_hosts_one_runs_the_timers_and_the_other_takes_over()
    {
        var (one, two) = (new Journal(), new Journal());
        var first = await KundliHost.StartAsync(Options(typeof(Every), one));
        await using var second = await KundliHost.StartAsync(Options(typeof(Every), two));
        Assert.Equal(first.AzuriteProcessId, second.AzuriteProcessId);

        for (var i = 0; i < 10; i++)
            await AdvanceAsync(TimeSpan.FromSeconds(15));
        Assert.NotEqual(0, one.Count("every"));
        Assert.Equal(0, two.Count("every"));

        await first.DisposeAsync();
        while (two.Count("every") == 0)
            await AdvanceAsync(TimeSpan.FromSeconds(15));
        Assert.Empty(one.Of("every").Select(entry => entry.Text).Intersect(two.Of("every").Select(entry => entry.Text)));
    }

    [Fact]
    public async Task A_failed_timer_is_tried_again_as_its_attribute_says()
    {
        await using var host = await StartAsync(typeof(Failing));

        await AdvanceUntilAsync(3, "failing");
        await AdvanceAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["failing:0", "failing:1", "failing:2"], _journal.Of("failing").Select(entry => entry.Text));
    }

    private Task<KundliHost> StartAsync(Type functions) => KundliHost.StartAsync(Options(functions, _journal));

    private KundliHostOptions Options(Type functions, Journal journal) => SampleHost.Options(_folder, journal) with { Functions = [functions], Clock = _clock };

    private async Task AdvanceUntilAsync(int count, string prefix)
    {
        for (var i = 0; _journal.Count(prefix) < count; i++)
        {
            Assert.True(i < 600, $"'{prefix}' came {_journal.Count(prefix)} times, not {count}.");
            await AdvanceAsync(TimeSpan.FromSeconds(1));
        }
    }

    // The listener's own work between two waits needs a moment of real time.
    private async Task AdvanceAsync(TimeSpan time)
    {
        _clock.Advance(time);
        await Task.Delay(50);
    }

    /// <summary>No timer needs a store, so one serves all hosts here.</summary>
    public sealed class Store : IAsyncLifetime
    {
        private readonly TemporaryFolder _folder = new();
        private AzuriteStore? _store;

        public string Folder => _folder.Path;

        public async Task InitializeAsync() => _store = await AzuriteStore.HoldAsync(Folder, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);

        public async Task DisposeAsync()
        {
            await _store!.DisposeAsync();
            _folder.Dispose();
        }
    }

    public sealed class Every(Journal journal)
    {
        [Function("Every")]
        public void Run([TimerTrigger("*/15 * * * * *")] TimerInfo timer) =>
            journal.Write($"every:{timer.IsPastDue}:{timer.ScheduleStatus!.Last:HH:mm:ss}:{timer.ScheduleStatus.Next:HH:mm:ss}");
    }

    public sealed class Failing(Journal journal)
    {
        [Function("Failing")]
        [FixedDelayRetry(2, "00:00:02")]
        public void Run([TimerTrigger("0 * * * * *")] TimerInfo timer, FunctionContext context)
        {
            journal.Write($"failing:{context.RetryContext.RetryCount}");
            throw new InvalidOperationException($"It fails at {timer.ScheduleStatus!.Last}.");
        }
    }
}
