using System.Globalization;
using CsCheck;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.Astronomy.Tests;

public sealed class TimeTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2000-01-01T12:00:00Z", 2451545.0)]
    [InlineData("1800-01-01T00:00:00Z", 2378496.5)]
    [InlineData("1990-05-15T14:30:00+05:30", 2448026.875)]
    [InlineData("2199-12-31T00:00:00Z", 2524592.5)]
    public void Civil_instants_have_their_julian_days(string instant, double julianDay) =>
        Assert.Equal(julianDay, JulianDayUt.From(DateTimeOffset.Parse(instant)).Value, 1e-9);

    [Fact]
    public void Civil_instants_come_back_to_the_millisecond() =>
        Gen.Long[new DateTime(1800, 1, 1).Ticks / 10000, new DateTime(2199, 12, 31).Ticks / 10000].Sample(milliseconds =>
        {
            var instant = new DateTimeOffset(milliseconds * 10000, TimeSpan.Zero);
            return JulianDayUt.From(instant).ToDateTimeOffset() == instant;
        });

    [Fact]
    public void Terrestrial_time_comes_back_to_universal_time() =>
        Gen.Double[2378496.5, 2524592.5].Sample(day => Math.Abs(new JulianDayUt(day).ToTt().ToUt() - new JulianDayUt(day)) < 1e-9);

    [Fact]
    public void Delta_t_agrees_with_the_reference_all_over_the_span()
    {
        var worst = new Worst();
        foreach (var row in ReferenceTable.Read("truth-public.csv").Rows.Concat(ReferenceTable.Read("ayanamsa-public.csv").Rows))
            worst.Add(DeltaT.Seconds(new JulianDayUt(row["jd_ut"])) - row["deltat_s"]);
        output.WriteLine($"Δt within {worst.Value:f3} s");
        Assert.InRange(worst.Value, 0, 0.1);
    }

    [SharedFact("data/deltat")]
    public void Delta_t_agrees_with_the_months_observed_by_the_IERS()
    {
        var worst = new Worst();
        foreach (var line in File.ReadLines(Repository.Shared("data", "deltat", "iers_deltat_monthly_1973_2023.txt")))
        {
            var fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 3 || !int.TryParse(fields[0], out var year))
                continue;
            var instant = new DateTimeOffset(year, int.Parse(fields[1], CultureInfo.InvariantCulture), 1, 0, 0, 0, TimeSpan.Zero);
            worst.Add(DeltaT.Seconds(JulianDayUt.From(instant)) - double.Parse(fields[2], CultureInfo.InvariantCulture));
        }
        output.WriteLine($"Δt within {worst.Value:f3} s of the IERS");
        Assert.InRange(worst.Value, 0, 0.1);
    }

    [Fact]
    public void Mean_sidereal_time_is_that_of_a_worked_example()
    {
        // Meeus, Astronomical Algorithms, example 12.a: 1987 April 10, 0h UT: 13h10m46.3668s (the older precession differs by 0.003 s).
        var ut = new JulianDayUt(2446895.5);
        Assert.Equal((13 + 10 / 60.0 + 46.3668 / 3600) * 15, SiderealTime.GreenwichMeanDegrees(ut, ut.ToTt()), 3e-5);
    }
}
