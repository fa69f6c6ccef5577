using System.Globalization;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Jyotish.Festivals;
using Xunit;

namespace Kundli.Features.Tests.Panchang;

public sealed class FestivalTests
{
    private static readonly ZoneMap Zones = new();
    private static readonly ReadMonth Months = new(Zones, TimeProvider.System);
    private static readonly ReadDay Days = new(Zones, TimeProvider.System);

    /// <summary>Dates that the governments' and Drik Panchang's calendars publish for New Delhi.</summary>
    [Theory]
    [InlineData("makarSankranti", "2024-01-15")]
    [InlineData("makarSankranti", "2026-01-14")]
    [InlineData("pongal", "2024-01-15")]
    [InlineData("vasantPanchami", "2024-02-14")]
    [InlineData("vasantPanchami", "2025-02-02")]
    [InlineData("mahaShivaratri", "2024-03-08")]
    [InlineData("mahaShivaratri", "2025-02-26")]
    [InlineData("mahaShivaratri", "2026-02-15")]
    [InlineData("holikaDahan", "2024-03-24")]
    [InlineData("holi", "2025-03-14")]
    [InlineData("holi", "2026-03-04")]
    [InlineData("ugadi", "2026-03-19")]
    [InlineData("ugadi", "2025-03-30")]
    [InlineData("ramaNavami", "2024-04-17")]
    [InlineData("ramaNavami", "2025-04-06")]
    [InlineData("hanumanJayanti", "2025-04-12")]
    [InlineData("akshayaTritiya", "2024-05-10")]
    [InlineData("akshayaTritiya", "2025-04-30")]
    [InlineData("puthandu", "2026-04-14")]
    [InlineData("vishu", "2026-04-15")]
    [InlineData("pohelaBoishakh", "2026-04-15")]
    [InlineData("buddhaPurnima", "2025-05-12")]
    [InlineData("gangaDussehra", "2018-05-24")]
    [InlineData("rathYatra", "2025-06-27")]
    [InlineData("guruPurnima", "2025-07-10")]
    [InlineData("nagPanchami", "2025-07-29")]
    [InlineData("rakshaBandhan", "2022-08-11")]
    [InlineData("rakshaBandhan", "2023-08-30")]
    [InlineData("rakshaBandhan", "2025-08-09")]
    [InlineData("janmashtami", "2024-08-26")]
    [InlineData("ganeshChaturthi", "2024-09-07")]
    [InlineData("ganeshChaturthi", "2025-08-27")]
    [InlineData("anantChaturdashi", "2025-09-06")]
    [InlineData("onam", "2025-09-05")]
    [InlineData("navaratri", "2025-09-22")]
    [InlineData("durgaAshtami", "2025-09-30")]
    [InlineData("vijayadashami", "2025-10-02")]
    [InlineData("sharadPurnima", "2025-10-06")]
    [InlineData("karvaChauth", "2025-10-10")]
    [InlineData("dhanteras", "2025-10-18")]
    [InlineData("diwali", "2023-11-12")]
    [InlineData("diwali", "2025-10-20")]
    [InlineData("govardhanPuja", "2025-10-22")]
    [InlineData("bhaiDooj", "2025-10-23")]
    [InlineData("chhath", "2025-10-27")]
    [InlineData("tulsiVivah", "2024-11-13")]
    [InlineData("kartikaPurnima", "2025-11-05")]
    public void A_festival_falls_on_its_published_date(string id, string date) => Assert.Contains(date, Dates(id, date));

    [Fact]
    public void There_are_at_least_forty_in_a_year_each_with_its_rule_and_a_name_in_Hindi()
    {
        var year = Enumerable.Range(1, 12).SelectMany(month => Month($"2026-{month:00}").Festivals).ToList();

        Assert.True(year.Select(kept => kept.Id).Distinct().Count() >= 100, $"{year.Select(kept => kept.Id).Distinct().Count()}");
        Assert.All(year, kept => Assert.True(kept.Source.Length > 0 && kept.Names.Hi.Any(letter => letter > 'ऀ')));
        Assert.Equal(24, year.Where(kept => kept.Id.EndsWith("Ekadashi", StringComparison.Ordinal) && kept.Id != "vaikunthaEkadashi").DistinctBy(kept => kept.Id + kept.TithiStartsAt).Count());
    }

    [Fact]
    public void An_adhika_month_has_its_own_ekadashis_and_no_festival_of_its_name_but_one()
    {
        var adhika = Month("2026-05").Festivals.Concat(Month("2026-06").Festivals).ToList();

        Assert.Equal("2026-05-27", Text(Assert.Single(adhika, kept => kept.Id == "padminiEkadashi" && kept.Tradition != Tradition.Vaishnava).Date));
        Assert.Single(adhika, kept => kept.Id == "gangaDussehra");
        Assert.Equal("2026-06-25", Text(Assert.Single(adhika, kept => kept.Id == "nirjalaEkadashi" && kept.Tradition != Tradition.Vaishnava).Date));
    }

    [Fact]
    public void The_month_agrees_with_its_days()
    {
        var month = Month("2026-11");
        Assert.Equal(30, month.Days.Count);
        foreach (var row in month.Days)
        {
            var day = Days.Run(new(28.6139, 77.2090, Text(row.Date), "Asia/Kolkata"));
            Assert.Equal((day.Tithis[0], day.Nakshatras[0], day.Yogas[0], day.Karanas[0]), (row.Tithi, row.Nakshatra, row.Yoga, row.Karana));
            Assert.Equal((day.Sunrise, day.Moonrise, day.Masa.Amanta), (row.Sunrise, row.Moonrise, row.Masa.Amanta));
            Assert.Equal(day.Festivals.Select(kept => kept.Id).Order(), row.Festivals.Order());
        }
    }

    [Fact]
    public void The_plant_of_a_festival_is_the_plant_of_its_day()
    {
        Assert.Equal(("tulsi", "tulsiVivah"), (Days.Run(new(28.6139, 77.2090, "2024-11-13", "Asia/Kolkata")).PlantOfTheDay.Slug, Days.Run(new(28.6139, 77.2090, "2024-11-13", "Asia/Kolkata")).PlantOfTheDay.Because));
        Assert.Equal("bel", Days.Run(new(28.6139, 77.2090, "2026-02-15", "Asia/Kolkata")).PlantOfTheDay.Slug);
        Assert.Equal("durva", Days.Run(new(28.6139, 77.2090, "2025-08-27", "Asia/Kolkata")).PlantOfTheDay.Slug);
    }

    [Fact]
    public void A_wrong_month_is_named() => Assert.Equal(["Month"], new MonthQueryRules().Validate(new MonthQuery(0, 0, "2026-13")).Errors.Select(error => error.PropertyName));

    private static IEnumerable<string> Dates(string id, string date) => Month(date[..7]).Festivals.Where(kept => kept.Id == id).Select(kept => Text(kept.Date));

    private static MonthAnswer Month(string month) => Months.Run(new(28.6139, 77.2090, month, "Asia/Kolkata"));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
