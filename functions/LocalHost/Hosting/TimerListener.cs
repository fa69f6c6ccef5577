using System.Text.Json;

using Cronos;

using Kundli.LocalHost.Azurite;

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kundli.LocalHost.Hosting;

/// <summary>
/// Runs one timer (six fields, UTC) on one host at a time. The turn is a lock on a file of the data folder, which the operating system frees
/// the moment its holder dies; the last run is written down, so that a schedule missed while nothing ran is made up once, marked past due.
/// </summary>
internal sealed class TimerListener(LocalFunction function, FunctionRunner runner, string folder, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan TurnRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SleepMax = TimeSpan.FromMinutes(1);

    private readonly TimerTriggerAttribute _trigger = (TimerTriggerAttribute)function.Trigger;
    private readonly CronExpression _schedule = CronExpression.Parse(((TimerTriggerAttribute)function.Trigger).Schedule, CronFormat.IncludeSeconds);

    private string StateFile => Path.Combine(folder, $"{function.Name}.json");

    /// <summary>Waits for its turn, then runs at each occurrence until <paramref name="stopping"/>.</summary>
    public async Task ListenAsync(CancellationToken stopping)
    {
        Directory.CreateDirectory(folder);
        try
        {
            while (true)
            {
                await using (var turn = FileLock.TryTake(Path.Combine(folder, $"{function.Name}.lock")))
                    if (turn is not null)
                        await RunScheduleAsync(stopping);
                await Task.Delay(TurnRetry, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private async Task RunScheduleAsync(CancellationToken stopping)
    {
        var last = await LastAsync(stopping);
        if (_trigger.RunOnStartup)
            await RunAsync(last, isPastDue: false, stopping);
        var from = _trigger.UseMonitor ? last ?? Now : Now;
        while (true)
        {
            var next = _schedule.GetNextOccurrence(from, TimeZoneInfo.Utc) ?? throw new InvalidOperationException($"{function.Name}: its schedule never occurs.");
            var isPastDue = next < Now - TurnRetry;
            while (next > Now)
                await Task.Delay(TimeSpan.FromTicks(Math.Min((next - Now).Ticks + 1, SleepMax.Ticks)), clock, stopping);
            await RunAsync(next, isPastDue, stopping);
            from = Now;
        }
    }

    private async Task RunAsync(DateTimeOffset? occurrence, bool isPastDue, CancellationToken stopping)
    {
        var started = Now;
        var next = _schedule.GetNextOccurrence(started, TimeZoneInfo.Utc) ?? DateTimeOffset.MaxValue;
        var info = new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = new() { Last = (occurrence ?? started).UtcDateTime, Next = next.UtcDateTime, LastUpdated = started.UtcDateTime },
        };
        try
        {
            await runner.RunAsync(function, new TriggerInput(info, new Dictionary<string, object?>()), stopping);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            logger.LogError("{Function} failed: {Kind}: {Message}", function.Name, error.GetType().Name, error.Message);
        }
        await File.WriteAllTextAsync(StateFile, JsonSerializer.Serialize(started), stopping);
    }

    private async Task<DateTimeOffset?> LastAsync(CancellationToken stopping)
    {
        try
        {
            return File.Exists(StateFile) ? JsonSerializer.Deserialize<DateTimeOffset>(await File.ReadAllTextAsync(StateFile, stopping)) : null;
        }
        catch (JsonException)
        {
            // Killed while it was written: as if it had never run.
            return null;
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();
}
