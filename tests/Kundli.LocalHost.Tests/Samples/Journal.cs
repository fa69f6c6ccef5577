using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kundli.LocalHost.Tests.Samples;

/// <summary>What the sample functions did, in order, with the time at which they did it.</summary>
public sealed class Journal
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(45);

    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyList<Entry> Entries => [.. _entries];

    public void Write(string text) => _entries.Enqueue(new(text, Stopwatch.GetTimestamp()));

    public IReadOnlyList<Entry> Of(string prefix) => [.. _entries.Where(entry => entry.Text.StartsWith(prefix, StringComparison.Ordinal))];

    public int Count(string prefix) => Of(prefix).Count;

    /// <summary>Waits until so many entries begin with the text.</summary>
    /// <exception cref="TimeoutException">They did not come; the message holds what came instead.</exception>
    public async Task<IReadOnlyList<Entry>> AtLeastAsync(int count, string prefix)
    {
        var started = Stopwatch.GetTimestamp();
        while (Count(prefix) < count)
        {
            if (Stopwatch.GetElapsedTime(started) > WaitMax)
                throw new TimeoutException($"Waited for {count} of '{prefix}'; the journal: {string.Join(" | ", _entries.Select(entry => entry.Text))}");
            await Task.Delay(20);
        }
        return Of(prefix);
    }

    public sealed record Entry(string Text, long At)
    {
        public TimeSpan Until(Entry later) => Stopwatch.GetElapsedTime(At, later.At);
    }
}
