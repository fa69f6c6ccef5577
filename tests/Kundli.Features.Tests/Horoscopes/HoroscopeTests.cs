using System.Text.Json;
using System.Text.RegularExpressions;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Horoscopes;
using Kundli.Jyotish.Zodiac;
using Kundli.Testing;
using NodaTime;
using Xunit;

namespace Kundli.Features.Tests.Horoscopes;

public sealed partial class HoroscopeTests
{
    private static readonly LocalDate First = new(2026, 11, 23);

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Thirty_days_of_twelve_signs_never_repeat_a_paragraph(string language)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var day = 0; day < 30; day++)
        {
            var sky = SkyOfDays.Of(HoroscopeSpan.Holding(First.PlusDays(day), HoroscopePeriod.Day));
            foreach (var sign in Rashis.All)
            {
                var horoscope = ComposeHoroscope.Of(sign, sky, language);
                Assert.True(horoscope.Sections.Count >= 3);
                foreach (var section in horoscope.Sections)
                    Assert.True(seen.TryAdd(section.Text, $"{sign} {day}"), $"{sign}, day {day} repeats {seen.GetValueOrDefault(section.Text)}: {section.Text}");
            }
        }
    }

    [Theory]
    [InlineData(HoroscopePeriod.Week, "en")]
    [InlineData(HoroscopePeriod.Month, "en")]
    [InlineData(HoroscopePeriod.Week, "hi")]
    [InlineData(HoroscopePeriod.Month, "hi")]
    public void No_two_signs_share_a_paragraph_of_a_week_or_a_month(HoroscopePeriod period, string language)
    {
        var sky = SkyOfDays.Of(HoroscopeSpan.Holding(First, period));
        var texts = Rashis.All.SelectMany(sign => ComposeHoroscope.Of(sign, sky, language).Sections).Select(section => section.Text).ToList();
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.Ordinal).Count());
        Assert.All(texts, text => Assert.DoesNotMatch(Placeholder(), text));
    }

    [Fact]
    public void Every_sign_graha_and_nakshatra_that_a_sentence_names_is_in_its_evidence_or_is_the_sign_itself()
    {
        for (var day = 0; day < 30; day++)
        {
            var sky = SkyOfDays.Of(HoroscopeSpan.Holding(First.PlusDays(day), HoroscopePeriod.Day));
            foreach (var sign in Rashis.All)
                foreach (var section in ComposeHoroscope.Of(sign, sky, "en").Sections)
                {
                    var evidence = string.Join(' ', section.Evidence.SelectMany(item => item.Placements)) + $" {Words.Key(sign)} moon";
                    Assert.All(Rashis.All.Where(rashi => section.Text.Contains(rashi.ToString(), StringComparison.Ordinal)), rashi => Assert.Contains(Words.Key(rashi), evidence, StringComparison.Ordinal));
                    Assert.All(Grahas.Nine.Where(graha => section.Text.Contains(Named(graha), StringComparison.Ordinal)), graha => Assert.Contains(Words.Key(graha), evidence, StringComparison.Ordinal));
                    Assert.All(Nakshatras.All.Where(star => section.Text.Contains(Names.Of(star).En, StringComparison.Ordinal)), star => Assert.Contains(Words.Key(star), evidence, StringComparison.OrdinalIgnoreCase));
                }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Nothing_is_said_twice_in_a_horoscope_though_one_graha_rules_both_sign_and_weekday_or_moves_twice(string language)
    {
        foreach (var (day, period) in Enumerable.Range(0, 14).Select(day => (day, HoroscopePeriod.Day)).Concat([(0, HoroscopePeriod.Week), (10, HoroscopePeriod.Month), (40, HoroscopePeriod.Month)]))
        {
            var sky = SkyOfDays.Of(HoroscopeSpan.Holding(First.PlusDays(day), period));
            foreach (var sign in Rashis.All)
            {
                var sentences = ComposeHoroscope.Of(sign, sky, language).Sections.SelectMany(section => Sentence().Split(section.Text)).Where(sentence => !sentence.Contains(language == "en" ? "itself" : "उनकी दृष्टि", StringComparison.Ordinal)).ToList();
                Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
            }
        }
    }

    [Theory]
    [InlineData("en", 2026, 12)]
    [InlineData("hi", 2026, 12)]
    [InlineData("en", 2027, 2)]
    public void A_month_names_each_of_its_dates_once_in_the_path_of_the_Moon(string language, int year, int month)
    {
        var sky = SkyOfDays.Of(HoroscopeSpan.Holding(new LocalDate(year, month, 1), HoroscopePeriod.Month));
        foreach (var sign in Rashis.All)
        {
            var sections = ComposeHoroscope.Of(sign, sky, language).Sections;
            var days = Number().Matches(sections.Single(section => section.Topic == "path").Text.Split(':')[1]).Select(number => number.Value).ToList();
            Assert.Equal(days.Count, days.Distinct(StringComparer.Ordinal).Count());
            Assert.All(sections.Where(section => section.Topic == "stays"), section => Assert.DoesNotMatch(Number(), section.Text));
            // What turns within the month does not move backwards all of it.
            foreach (var turn in sky.Turns.Where(turn => turn.Kind is SkyTurnKind.TurnsBack or SkyTurnKind.TurnsOn))
                Assert.All(sections.Where(section => section.Topic == "stays" && section.Text.Contains(Named(turn.Graha), StringComparison.Ordinal)), section => Assert.DoesNotContain("backwards", section.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Houses_are_spelled_as_in_readings()
    {
        var houses = JsonDocument.Parse(File.ReadAllText(Repository.At("functions", "Features", "Horoscopes", "Data", "hi.json"))).RootElement.GetProperty("houses").EnumerateArray().Select(house => $"{house.GetString()} भाव").ToList();
        var readings = JsonDocument.Parse(File.ReadAllText(Repository.At("functions", "Features", "Readings", "Data", "language.hi.json"))).RootElement.GetProperty("glossary").GetProperty("houses");
        Assert.All(houses.Select((house, i) => (house, i)), row => Assert.EndsWith($"obl={row.house}", readings.GetProperty($"{row.i + 1}").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_day_reads_the_same_and_another_day_or_sign_otherwise()
    {
        var compose = new ComposeHoroscope(TimeProvider.System);
        var query = new HoroscopeQuery(Date: "2026-11-23");
        var first = compose.Run("leo", query).Value;
        Assert.Equal(first.Sections.Select(section => section.Text), new ComposeHoroscope(TimeProvider.System).Run("leo", query).Value.Sections.Select(section => section.Text));
        Assert.NotEqual(first.Sections[0].Text, compose.Run("leo", query with { Date = "2026-11-24" }).Value.Sections[0].Text);
        Assert.NotEqual(first.Sections[0].Text, compose.Run("virgo", query).Value.Sections[0].Text);
        Assert.Equal("not-found", compose.Run("ophiuchus", query).Problem?.Name);
        Assert.False(new HoroscopeQueryRules().Validate(query with { Language = "xx" }).IsValid);
        Assert.False(new HoroscopeQueryRules().Validate(query with { Date = "2026-02-30" }).IsValid);
    }

    // Scorpio to Sagittarius on 16 December 2026: published by every Indian almanac as Dhanu Sankranti.
    [Fact]
    public void The_suns_ingress_of_a_month_and_its_full_and_new_moon_are_told()
    {
        var sky = SkyOfDays.Of(HoroscopeSpan.Holding(new LocalDate(2026, 12, 5), HoroscopePeriod.Month));
        var sun = Assert.Single(sky.Turns, turn => turn.Graha == Graha.Sun);
        Assert.Equal((new LocalDate(2026, 12, 16), Rashi.Sagittarius), (sun.At.Date, sun.Sign));
        Assert.Equal([new LocalDate(2026, 12, 9), new LocalDate(2026, 12, 24)], sky.Turns.Where(turn => turn.Kind is SkyTurnKind.NewMoon or SkyTurnKind.FullMoon).Select(turn => turn.At.Date));
    }

    private static string Named(Graha graha) => graha is Graha.Sun or Graha.Moon ? $"the {graha}" : graha.ToString();

    [GeneratedRegex(@"(?<=[.:;।])\s")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
