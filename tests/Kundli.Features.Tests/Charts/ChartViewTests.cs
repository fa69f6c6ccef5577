using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Tests.Cases;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Features.Tests.Charts;

public sealed class ChartViewTests
{
    private static readonly BirthInput Delhi = new("1990-05-15", "14:30:00", 28.6139, 77.2090, TimeZone: "Asia/Kolkata");
    private static readonly ChartSensitivity Sensitivity = new(Verbs.Draw);

    [Fact]
    public void Transits_count_houses_from_Moon_and_lagna_and_bracket_the_instant()
    {
        var at = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        var chart = Verbs.Draw.Run(new ChartRequest(Birth: Delhi)).Value;

        var transits = Verbs.Transits.Run(new ChartRequest(Birth: Delhi), new TransitQuery(at)).Value;

        Assert.Equal(at, transits.At);
        Assert.Equal(Grahas.Nine, transits.Grahas.Select(graha => graha.Graha));
        Assert.All(transits.Grahas, graha =>
        {
            Assert.Equal(graha.Sign.HouseFrom(chart.Lagna!.Sign), graha.HouseFromLagna);
            Assert.Equal(graha.Sign.HouseFrom(chart.MoonChart!.Sign), graha.HouseFromMoon);
            Assert.True(graha.PreviousIngress!.At <= at && at < graha.NextIngress!.At);
            Assert.Equal((graha.Sign, graha.Sign), (graha.PreviousIngress.To, graha.NextIngress!.From));
            Assert.Equal(graha.Graha <= Graha.Saturn, graha.Bindus is not null);
        });
        Assert.All(transits.Grahas.Where(graha => graha.Graha is Graha.Sun or Graha.Moon or Graha.Rahu or Graha.Ketu), graha => Assert.Null(graha.NextStation));
        Assert.All(transits.Grahas.Where(graha => Grahas.Five.Contains(graha.Graha)), graha =>
        {
            Assert.Equal(graha.Retrograde ? Motion.Direct : Motion.Retrograde, graha.NextStation!.MotionAfter);
            Assert.Equal(graha.Retrograde ? Motion.Retrograde : Motion.Direct, graha.PreviousStation!.MotionAfter);
        });
    }

    [Theory]
    [InlineData(1800)]
    [InlineData(2199)]
    public void Transits_reach_to_the_ends_of_the_ephemeris(int year)
    {
        var at = new DateTimeOffset(year, year == 1800 ? 1 : 12, year == 1800 ? 1 : 31, 12, 0, 0, TimeSpan.Zero);

        var transits = Verbs.Transits.Run(new ChartRequest(Birth: Delhi), new TransitQuery(at)).Value;

        Assert.Equal(9, transits.Grahas.Count);
        Assert.Contains(transits.Grahas, graha => (year == 1800 ? graha.PreviousIngress : graha.NextIngress) is null);
    }

    [Fact]
    public void Sensitivity_finds_the_edges_that_a_chart_at_the_edge_confirms()
    {
        var answer = Sensitivity.Run(new ChartRequest(Birth: Delhi), new SensitivityQuery(5)).Value;

        Assert.Equal(16, answer.Vargas.Count);
        Assert.True(answer.Vargas["d60"].Changes);
        Assert.False(answer.Stable);
        var edge = answer.Lagna.MinutesLater!.Value;
        var (before, after) = (LagnaAt(edge - 0.02), LagnaAt(edge + 0.02));
        Assert.Equal(answer.Lagna.Value, Words.Key(before));
        Assert.Equal(before.Plus(1), after);
        Assert.Equal(answer.Lagna.Changes, answer.Lagna.MinutesLater < 5 || answer.Lagna.MinutesEarlier < 5);
        Assert.All(answer.Vargas.Values, varga => Assert.True(varga.MinutesLater > 0 && varga.MinutesEarlier > 0));
        Assert.InRange(answer.Dasha.DaysPerMinute, -6.5, -0.1);

        static Rashi LagnaAt(double minutes)
        {
            var time = new TimeSpan(14, 30, 0) + TimeSpan.FromMinutes(minutes);
            return Verbs.Draw.Run(new ChartRequest(Birth: Delhi with { Time = time.ToString(@"hh\:mm\:ss\.fff", System.Globalization.CultureInfo.InvariantCulture) })).Value.Lagna!.Sign;
        }
    }

    [Fact]
    public void Sensitivity_needs_a_time()
    {
        var unknown = Sensitivity.Run(new ChartRequest(Birth: Delhi with { Time = null, TimeAccuracy = TimeAccuracy.Unknown }), new SensitivityQuery());
        var longitudes = Sensitivity.Run(new ChartRequest(Longitudes: new Dictionary<string, double> { ["moon"] = 1 }), new SensitivityQuery());

        Assert.Equal("/birth/time", unknown.Problem!.Errors.Single().Pointer);
        Assert.Equal("/birth", longitudes.Problem!.Errors.Single().Pointer);
    }

    [Theory]
    [InlineData(DashaSystem.Chara, "K. N. Rao")]
    [InlineData(DashaSystem.Narayana, "P. V. R. Narasimha Rao")]
    public void A_dasha_of_signs_names_its_school_and_its_running_path(DashaSystem system, string school)
    {
        var answer = Verbs.Dashas.Run(new ChartRequest(Birth: Delhi), new DashaQuery(system)).Value;

        Assert.Equal(school, answer.Dasha.School);
        Assert.Equal(12, answer.Dasha.Cycle!.Select(sign => sign.Lord).Distinct().Count());
        Assert.Equal(5, answer.Current.Count);
        Assert.Equal(144 * 365.25, (answer.Dasha.Periods![^1].End - answer.Dasha.Periods[0].Start).TotalDays, 1e-3);
        Assert.All(answer.Dasha.Periods, period => Assert.Equal(12, period.Periods.Select(part => part.Lord).Distinct().Count()));
    }

    [Fact]
    public void A_dasha_of_signs_names_every_longitude_that_it_misses()
    {
        var refused = Verbs.Dashas.Run(new ChartRequest(Longitudes: new Dictionary<string, double> { ["moon"] = 1, ["rahu"] = 2 }), new DashaQuery(DashaSystem.Chara));

        Assert.Equal(["/longitudes/lagna", "/longitudes/sun", "/longitudes/mars", "/longitudes/mercury", "/longitudes/jupiter", "/longitudes/venus", "/longitudes/saturn"], refused.Problem!.Errors.Select(error => error.Pointer));
    }

    [Fact]
    public void Deep_periods_are_found_without_their_whole_cycle()
    {
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (var system in Enum.GetValues<DashaSystem>())
        {
            var pranas = Verbs.Dashas.Run(new ChartRequest(Birth: Delhi), new DashaQuery(system, 5, from, from.AddDays(3))).Value.Dasha.Periods!
                .SelectMany(maha => maha.Periods).SelectMany(antar => antar.Periods).SelectMany(part => part.Periods).SelectMany(part => part.Periods).ToList();
            Assert.True(pranas[0].Start <= from && pranas[^1].End >= from.AddDays(3));
            Assert.All(pranas.Zip(pranas.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        }
    }
}
