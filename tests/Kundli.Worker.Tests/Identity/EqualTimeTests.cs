using System.Diagnostics;
using System.Globalization;
using Kundli.Features.Identity;
using Xunit.Abstractions;

namespace Kundli.Worker.Tests.Identity;

/// <summary>
/// A12: signing in and asking for a reset take as long for an unknown address as for a known one. CI counts hashes and calls (<see cref="AccountTests"/>); <c>KUNDLI_ABUSE_TRIES=1000</c>
/// measures the medians, known and unknown in turn, and holds them to five milliseconds.
/// </summary>
public sealed class EqualTimeTests(ITestOutputHelper output)
{
    private const double ApartMax = 5;
    private const string Mail = "asha@example.org";

    private static readonly int Tries = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_ABUSE_TRIES"), CultureInfo.InvariantCulture, out var tries) ? tries : 3;

    private readonly IdentityHouse _house = new();

    [Fact]
    public async Task Known_and_unknown_addresses_fail_to_sign_in_in_the_same_time()
    {
        await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        var refused = new HashSet<string>();
        await CompareAsync("sign-in", async (mail, number) =>
        {
            // A fresh guard each time: a wait would answer without a hash.
            await _house.Guards.ClearAsync(Names.OfMail(mail), default);
            var start = Stopwatch.GetTimestamp();
            refused.Add((await _house.SignIn.RunAsync(new(mail, "wrong"), $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}", null, default)).Problem!.Name);
            return Stopwatch.GetElapsedTime(start);
        });
        Assert.Equal(["wrong-credentials"], refused);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_ask_for_a_reset_in_the_same_time()
    {
        await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        await CompareAsync("reset", async (mail, _) =>
        {
            var start = Stopwatch.GetTimestamp();
            Assert.True((await _house.ChangePassword.RequestAsync(new(mail), default)).IsOk);
            return Stopwatch.GetElapsedTime(start);
        });
    }

    private async Task CompareAsync(string what, Func<string, int, Task<TimeSpan>> tryAsync)
    {
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var number = 0; number < Tries; number++)
        {
            known.Add((await tryAsync(Mail, 2 * number)).TotalMilliseconds);
            unknown.Add((await tryAsync($"nobody{number}@example.org", 2 * number + 1)).TotalMilliseconds);
        }
        var (one, other) = (Median(known), Median(unknown));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A12 {what}: {Tries} tries each, median {one:0.00} ms known, {other:0.00} ms unknown"));
        if (Environment.GetEnvironmentVariable("KUNDLI_ABUSE_TRIES") is not null)
            Assert.InRange(Math.Abs(one - other), 0, ApartMax);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
