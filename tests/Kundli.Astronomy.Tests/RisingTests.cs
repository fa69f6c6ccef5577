using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.Astronomy.Tests;

public sealed class RisingTests(ITestOutputHelper output)
{
    private const double SecondsPerDay = 86400;
    private static readonly Observer Tromso = new(69.65, 18.96);

    [Theory]
    [InlineData(HorizonConvention.Hindu, "hindu")]
    [InlineData(HorizonConvention.UpperLimb, "std")]
    public void Sunrise_and_sunset_agree_with_the_reference_within_a_second(HorizonConvention convention, string column)
    {
        var (rise, set) = (new Worst(), new Worst());
        foreach (var row in ReferenceTable.Read("riseset-public.csv").Rows)
        {
            var (from, place) = (new JulianDayUt(row["jd_start"]), new Observer(row["lat"], row["lon"]));
            var sunrise = Risings.NextSunrise(from, place, convention).Instant!.Value;
            rise.Add((sunrise.Value - row[$"{column}_rise"]) * SecondsPerDay);
            set.Add((Risings.NextSunset(sunrise, place, convention).Instant!.Value.Value - row[$"{column}_set"]) * SecondsPerDay);
        }
        output.WriteLine($"{convention}: rise {rise.Value:f3} s, set {set.Value:f3} s");
        Assert.InRange(rise.Value, 0, 1);
        Assert.InRange(set.Value, 0, 1);
    }

    [Theory]
    [InlineData(6, 21, SkyAbsence.AlwaysAbove)]
    [InlineData(12, 21, SkyAbsence.AlwaysBelow)]
    public void Polar_day_and_night_are_named(int month, int day, SkyAbsence absence)
    {
        var noon = JulianDayUt.From(new DateTimeOffset(2026, month, day, 12, 0, 0, TimeSpan.Zero));
        foreach (var convention in Enum.GetValues<HorizonConvention>())
        {
            var rise = Risings.NextSunrise(noon, Tromso, convention);
            Assert.Null(rise.Instant);
            Assert.Equal(absence, rise.Absence);
        }
    }

    [Fact]
    public void After_the_polar_night_the_sun_is_found_when_the_span_is_long_enough()
    {
        var solstice = JulianDayUt.From(new DateTimeOffset(2026, 12, 21, 12, 0, 0, TimeSpan.Zero));
        var rise = Risings.NextSunrise(solstice, Tromso, spanDays: 60).Instant!.Value.ToDateTimeOffset();
        Assert.InRange(rise, new DateTimeOffset(2027, 1, 14, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 17, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Each_body_rises_culminates_and_sets_in_turn_with_its_altitude_at_the_horizon()
    {
        var ujjain = new Observer(23.1765, 75.7885);
        var from = JulianDayUt.From(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
        foreach (var body in Enum.GetValues<Graha>().Where(body => body is not (Graha.Rahu or Graha.Ketu)))
        {
            var rise = Risings.Next(body, HorizonEvent.Rise, from, ujjain).Instant!.Value;
            var culmination = Risings.Next(body, HorizonEvent.Culmination, rise, ujjain).Instant!.Value;
            var set = Risings.Next(body, HorizonEvent.Set, culmination, ujjain).Instant!.Value;
            Assert.InRange(culmination - rise, 0.15, 0.35);
            Assert.InRange(set - culmination, 0.15, 0.35);
            Assert.InRange(Altitude(body, rise, ujjain), -0.95, -0.5);
            Assert.InRange(Altitude(body, set, ujjain), -0.95, -0.5);
            Assert.True(Altitude(body, culmination, ujjain) >= Altitude(body, culmination + 0.01, ujjain));
        }
    }

    [Fact]
    public void A_day_without_moonrise_says_so()
    {
        var place = new Observer(23.1765, 75.7885);
        var day = JulianDayUt.From(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var rises = Enumerable.Range(0, 365).Select(i => Risings.Next(Graha.Moon, HorizonEvent.Rise, day + i, place, spanDays: 1)).ToList();
        var without = rises.Where(rise => rise.Instant is null).ToList();
        Assert.InRange(without.Count, 10, 14);
        Assert.All(without, rise => Assert.Equal(SkyAbsence.OutsideSpan, rise.Absence));
    }

    private static double Altitude(Graha body, JulianDayUt instant, Observer place)
    {
        var sky = LocalSky.At(instant, place);
        return Horizontal.Of(Positions.Of(body, sky.Tt), sky).AltitudeDegrees;
    }
}
