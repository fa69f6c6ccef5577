using System.Globalization;
using CsCheck;
using Kundli.Astronomy.Sky;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Jyotish.Almanac;
using NodaTime;
using Xunit;

namespace Kundli.Features.Tests.Panchang;

public sealed class ReadDayTests
{
    private static readonly ReadDay Read = new(new ZoneMap(), TimeProvider.System);

    private static readonly Gen<DayQuery> Anywhere =
        from latitude in Gen.Double[-90, 90]
        from longitude in Gen.Double[-180, 180]
        from day in Gen.Int[0, 73000]
        select new DayQuery(latitude, longitude, Text(new DateOnly(1900, 1, 1).AddDays(day)), UtcOffset: Offset(longitude));

    [Fact]
    public void Limbs_cover_the_day_without_gap_or_overlap_anywhere_in_200_years() => Anywhere.Sample(
        query =>
        {
            var day = Read.Run(query);
            foreach (var (limbs, count) in new[] { (day.Tithis, 30), (day.Nakshatras, 27), (day.Yogas, 27), (day.Karanas, 60) })
            {
                Assert.True(limbs[0].StartsAt <= day.StartsAt && limbs[^1].EndsAt >= day.EndsAt);
                Assert.All(limbs, limb => Assert.True(limb.StartsAt < limb.EndsAt && limb.EndsAt > day.StartsAt && limb.StartsAt < day.EndsAt));
                Assert.All(limbs.Zip(limbs.Skip(1)), pair => Assert.True(pair.First.EndsAt == pair.Second.StartsAt && pair.Second.Number == pair.First.Number % count + 1));
            }
        },
        iter: 400);

    [Fact]
    public void Sun_and_Moon_keep_their_order_and_what_is_absent_is_named() => Anywhere.Sample(
        query =>
        {
            var day = Read.Run(query);
            var absent = day.Absences.Select(absence => absence.What).ToHashSet();
            Assert.Equal(day.Sunrise is null, absent.Contains("sunrise"));
            Assert.Equal(day.Moonrise is null, absent.Contains("moonrise"));
            Assert.All(day.Absences, absence => Assert.NotEqual(SkyAbsence.None, absence.Reason));
            if (day is { Sunrise: { } sunrise, Sunset: { } sunset, NextSunrise: { } next })
            {
                Assert.True(sunrise < sunset && sunset < next);
                Assert.Equal(day.StartsAt, sunrise);
                Assert.Equal(16, day.Choghadiya.Day.Count + day.Choghadiya.Night.Count);
                Assert.Equal(24, day.Horas.Day.Count + day.Horas.Night.Count);
            }
            Assert.Equal(day.Sunrise is not null && day.Sunset is not null, day.RahuKalam is not null);
        },
        iter: 400);

    [Fact]
    public void Days_follow_each_other_without_gap_and_every_tithi_occurs()
    {
        var (seen, last) = (new HashSet<int>(), default(DayAnswer));
        for (var date = new DateOnly(2026, 3, 1); date < new DateOnly(2026, 4, 30); date = date.AddDays(1))
        {
            var day = Read.Run(new(40.7128, -74.0060, Text(date), "America/New_York"));
            seen.UnionWith(day.Tithis.Select(tithi => tithi.Number));
            Assert.True(last is null || last.EndsAt == day.StartsAt);
            last = day;
        }
        Assert.Equal(Enumerable.Range(1, 30), seen.Order());
    }

    [Theory]
    [InlineData("2026-03-08", 23)]
    [InlineData("2026-11-01", 25)]
    public void A_day_on_which_clocks_change_is_as_long_as_its_zone_says(string date, int hours)
    {
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        var day = new ZoneCalendar(zone).Day(DateOnly.Parse(date, CultureInfo.InvariantCulture));
        var answer = Read.Run(new(40.7128, -74.0060, date, "America/New_York"));

        Assert.Equal(hours, day.Days * 24, 6);
        Assert.Equal(date, Text(DateOnly.FromDateTime(Instant.FromDateTimeOffset(answer.Sunrise!.Value).InZone(zone).ToDateTimeUnspecified())));
        Assert.InRange((answer.EndsAt - answer.StartsAt).TotalHours, 23.9, 24.1);
    }

    // Samoa went from 29 to 31 December 2011.
    [Theory]
    [InlineData("2011-12-29")]
    [InlineData("2011-12-30")]
    [InlineData("2011-12-31")]
    public void A_date_that_a_zone_skipped_is_the_day_that_came_in_its_place(string date)
    {
        var day = Read.Run(new(-13.8333, -171.7667, date, "Pacific/Apia"));
        Assert.InRange((day.EndsAt - day.StartsAt).TotalHours, 23.9, 24.1);
        Assert.Equal(date == "2011-12-29" ? 29 : 31, Instant.FromDateTimeOffset(day.Sunrise!.Value).InZone(DateTimeZoneProviders.Tzdb["Pacific/Apia"]).Day);
    }

    [Fact]
    public void In_the_polar_night_the_day_is_the_civil_one_and_says_why()
    {
        var day = Read.Run(new(78.22, 15.65, "2026-12-21", "Arctic/Longyearbyen"));

        Assert.Null(day.Sunrise);
        Assert.Null(day.RahuKalam);
        Assert.Empty(day.Choghadiya.Day);
        Assert.Contains(new AbsenceAnswer("sunrise", SkyAbsence.AlwaysBelow), day.Absences);
        Assert.Equal(DateTimeOffset.Parse("2026-12-20T23:00:00Z", CultureInfo.InvariantCulture), day.StartsAt);
        Assert.NotEmpty(day.Tithis);
        Assert.Equal(Vara.Monday, day.Vara);
    }

    [Fact]
    public void A_month_without_its_own_entry_of_the_Sun_is_adhika_and_one_with_two_swallows_a_name()
    {
        Assert.Equal(("adhikaJyeshtha", true), (Masa("2026-05-20").Amanta, Masa("2026-05-20").IsAdhika));
        Assert.Equal(("jyeshtha", false), (Masa("2026-06-20").Amanta, Masa("2026-06-20").IsAdhika));
        // 1983: Pausha swallows Magha, between an adhika Ashwina and an adhika Phalguna.
        Assert.Equal(("pausha", Kundli.Jyotish.Almanac.Masa.Magha), (Masa("1983-01-25").Amanta, Masa("1983-01-25").Kshaya));
        Assert.Equal("adhikaAshwina", Masa("1982-09-25").Amanta);
        Assert.Equal("adhikaPhalguna", Masa("1983-02-20").Amanta);

        static MasaAnswer Masa(string date) => Read.Run(new(28.6139, 77.2090, date, "Asia/Kolkata")).Masa;
    }

    [Theory]
    [InlineData("1800-01-01")]
    [InlineData("2199-12-31")]
    public void The_first_and_the_last_day_of_the_almanac_are_answered(string date) =>
        Assert.NotEmpty(Read.Run(new(28.6139, 77.2090, date, "Asia/Kolkata")).Tithis);

    [Fact]
    public void Every_wrong_field_is_named()
    {
        var result = new DayQueryRules().Validate(new DayQuery(91, 181, "2026-02-30", "Mars/Olympus", "+99:00"));

        Assert.Equal(["Date", "Latitude", "Longitude", "TimeZone", "UtcOffset"], result.Errors.Select(error => error.PropertyName).Order());
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The nautical zone, so that the civil day is that of the place.</summary>
    private static string Offset(double longitude) => string.Create(CultureInfo.InvariantCulture, $"{(longitude < 0 ? '-' : '+')}{(int)Math.Round(Math.Abs(longitude) / 15):00}:00");
}
