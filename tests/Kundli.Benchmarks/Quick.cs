using System.Diagnostics;

namespace Kundli.Benchmarks;

/// <summary>One measured line.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Microseconds">The fastest round's time for one operation.</param>
/// <param name="P95Microseconds">The time that 95 of 100 rounds stay below; it tells how busy the machine was, too.</param>
/// <param name="AllocatedBytes">Bytes allocated by one operation, averaged and rounded up.</param>
internal sealed record Measurement(string Name, double Microseconds, double P95Microseconds, long AllocatedBytes)
{
    public string ToString(IFormatProvider format) => string.Create(format,
        $"{{\"name\":\"{Name}\",\"microseconds\":{Microseconds:0.###},\"p95Microseconds\":{P95Microseconds:0.###},\"perSecond\":{1e6 / Microseconds:0},\"allocatedBytes\":{AllocatedBytes}}}");
}

/// <summary>A short measurement on the thread that asks: warm up, then short rounds of equal length; the fastest counts, since
/// whatever else runs on the machine can only slow a round down.</summary>
internal static class Quick
{
    private const int Rounds = 60;
    private const double WarmUpMilliseconds = 400;
    private const double RoundMilliseconds = 15;

    public static Measurement Measure(Scenario scenario)
    {
        var operation = 0;
        var warm = Stopwatch.StartNew();
        do
            scenario.Run(operation++);
        while (warm.Elapsed.TotalMilliseconds < WarmUpMilliseconds);
        var perRound = Math.Max(1, (int)(operation * RoundMilliseconds / WarmUpMilliseconds));

        var times = new double[Rounds];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < perRound; i++)
                scenario.Run(operation++);
            times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / perRound;
        }
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        return new(scenario.Name, times[0], times[Rounds * 95 / 100 - 1], (allocated + (long)Rounds * perRound - 1) / ((long)Rounds * perRound));
    }
}
