using System.Diagnostics;
using System.Globalization;
using Kundli.Features.Identity;

namespace Kundli.Worker.Tests.Identity;

/// <summary>
/// A12: a known and an unknown address can't be told apart, by hashes and calls in CI and by the clock in the full run:
/// <c>KUNDLI_ABUSE_CALLS=1000 dotnet test tests/Kundli.Worker.Tests --filter SignInTime</c>.
/// </summary>
public sealed class SignInTimeTests
{
    private const int TriesInCi = 5;
    private const int TriesToTime = 1000;
    private const double MedianMillisecondsMax = 5;

    private static readonly int Tries = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_ABUSE_CALLS"), CultureInfo.InvariantCulture, out var calls) ? calls : TriesInCi;

    private readonly IdentityHouse _house = new();

    [Fact]
    public async Task A_wrong_password_costs_the_same_for_a_known_and_an_unknown_address() =>
        await CompareAsync("sign-in", mail => _house.SignIn.RunAsync(new(mail, "not the right password"), "127.0.0.1", "test", default));

    [Fact]
    public async Task A_reset_costs_the_same_for_a_known_and_an_unknown_address() =>
        await CompareAsync("reset", mail => _house.ChangePassword.RequestAsync(new ResetRequest(mail), default));

    private async Task CompareAsync<T>(string what, Func<string, Task<T>> act)
    {
        await _house.SignedInAsync("asha@example.com");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            // Failures of the day before are forgotten: no try waits for the one before.
            _house.Clock.Advance(Limits.BackoffMemory + TimeSpan.FromHours(1));
            var one = await CostAsync(act, "asha@example.com", known);
            _house.Clock.Advance(Limits.BackoffMemory + TimeSpan.FromHours(1));
            var other = await CostAsync(act, "nobody@example.com", unknown);
            Assert.Equal(one, other);
        }
        var (ofKnown, ofUnknown) = (Median(known), Median(unknown));
        Console.WriteLine($"A12 {what}: {Tries} tries each, median {ofKnown:F2} ms for a known address, {ofUnknown:F2} ms for an unknown one.");
        if (Tries >= TriesToTime)
            Assert.InRange(Math.Abs(ofKnown - ofUnknown), 0, MedianMillisecondsMax);
    }

    private async Task<(long Hashes, int Calls)> CostAsync<T>(Func<string, Task<T>> act, string mail, List<double> times)
    {
        var (hashes, calls, start) = (_house.Passwords.Hashes, _house.Store.Calls, Stopwatch.GetTimestamp());
        await act(mail);
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return (_house.Passwords.Hashes - hashes, _house.Store.Calls - calls);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
