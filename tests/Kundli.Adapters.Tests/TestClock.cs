namespace Kundli.Adapters.Tests;

/// <summary>The real time plus what a test has let pass: timers run for real, so that a retry's pause ends.</summary>
internal sealed class TestClock : TimeProvider
{
    private TimeSpan _passed;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _passed;

    public void Pass(TimeSpan time) => _passed += time;
}
