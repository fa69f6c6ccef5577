using System.Reflection;
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
    private readonly FixedDelayRetryAttribute? _retry = function.Method.GetCustomAttribute<FixedDelayRetryAttribute>();
    private readonly CronExpression _schedule = CronExpression.Parse(((TimerTriggerAttribute)function.Trigger).Schedule, CronFormat.IncludeSeconds);

    private string StateFile => Path.Combine(folder, $"{function.Name}.json");

    /// <summary>Waits for its turn, then runs at each occurrence.</summary>
    /// <param name="stopping">Begin no further run.</param>
    /// <param name="aborting">Cancel what is running.</param>
    public async Task ListenAsync(CancellationToken stopping, CancellationToken aborting)
    {
        Directory.CreateDirectory(folder);
        try
        {
            while (true)
            {
                await using (var turn = FileLock.TryTake(Path.Combine(folder, $"{function.Name}.lock")))
                    if (turn is not null)
                        await RunScheduleAsync(stopping, aborting);
                await Task.Delay(TurnRetry, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested || aborting.IsCancellationRequested)
        {
        }
    }

    private async Task RunScheduleAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var last = await LastAsync(stopping);
        if (_trigger.RunOnStartup)
            await RunAsync(last, isPastDue: false, stopping, aborting);
        var from = _trigger.UseMonitor ? last ?? Now : Now;
        while (true)
        {
            var next = _schedule.GetNextOccurrence(from, TimeZoneInfo.Utc) ?? throw new InvalidOperationException($"{function.Name}: its schedule never occurs.");
            var isPastDue = next < Now - TurnRetry;
            while (next > Now)
                await Task.Delay(TimeSpan.FromTicks(Math.Min((next - Now).Ticks + 1, SleepMax.Ticks)), clock, stopping);
            await RunAsync(next, isPastDue, stopping, aborting);
            from = Now;
        }
    }

    private async Task RunAsync(DateTimeOffset? occurrence, bool isPastDue, CancellationToken stopping, CancellationToken aborting)
    {
        var started = Now;
        var next = _schedule.GetNextOccurrence(started, TimeZoneInfo.Utc) ?? DateTimeOffset.MaxValue;
        var info = new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = new() { Last = (occurrence ?? started).UtcDateTime, Next = next.UtcDateTime, LastUpdated = started.UtcDateTime },
        };
        for (var retries = 0; !await TryRunAsync(info, retries, aborting) && retries < (_retry?.MaxRetryCount ?? 0); retries++)
            await Task.Delay(TimeSpan.Parse(_retry!.DelayInterval), clock, stopping);
        await File.WriteAllTextAsync(StateFile, JsonSerializer.Serialize(started), CancellationToken.None);
    }

    private async Task<bool> TryRunAsync(TimerInfo info, int retries, CancellationToken aborting)
    {
        try
        {
            await runner.RunAsync(function, new TriggerInput(info, new Dictionary<string, object?>()) { RetryCount = retries }, aborting);
            return true;
        }
        catch (Exception error) when (!aborting.IsCancellationRequested)
        {
            logger.LogError("{Function} failed: {Kind}: {Message}", function.Name, error.GetType().Name, error.Message);
            return false;
        }
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
