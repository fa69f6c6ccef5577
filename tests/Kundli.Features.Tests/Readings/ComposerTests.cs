using System.Text.RegularExpressions;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Claims;
using Kundli.Features.Readings;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Features.Tests.Readings;

public sealed partial class ComposerTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Whatever_a_sentence_of_two_hundred_random_charts_names_is_in_its_evidence(string language)
    {
        var (sentences, names) = (0, 0);
        for (var number = 0; number < 200; number++)
        {
            var reading = Composer.Compose(RandomCharts.Born(number).Findings(), language, ReadingLength.Full);
            foreach (var section in reading.Sections)
            {
                var evidence = section.Evidence.ToDictionary(item => item.Finding);
                foreach (var sentence in section.Sentences)
                {
                    var facts = sentence.Findings.SelectMany(id => evidence[id].Facts).ToList();
                    var said = SpokenEntities.In(sentence.Text, language);
                    Assert.All(said, entity => Assert.True(SpokenEntities.IsBackedBy(entity, facts), $"{entity} in: {sentence.Text}"));
                    (sentences, names) = (sentences + 1, names + said.Count);
                }
            }
        }
        Assert.True(sentences > 10_000 && names > 2 * sentences, $"{sentences} sentences with {names} names");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Moving_one_graha_changes_only_the_sentences_that_rest_on_it(string language)
    {
        var (changed, stayed) = (0, 0);
        for (var number = 0; number < 40; number++)
        {
            var longitudes = RandomCharts.Longitudes(number);
            foreach (var graha in Grahas.Seven)
            {
                var moved = new Dictionary<string, double>(longitudes) { [Words.Key(graha)] = (longitudes[Words.Key(graha)] + 97) % 360 };
                var before = Said(longitudes, language);
                var after = Said(moved, language);
                var texts = after.Select(sentence => sentence.Text).ToHashSet();
                // What sums a topic up changes too when something new joins the topic.
                var joined = after.Where(sentence => sentence.RestsOn.Contains(graha)).Select(sentence => sentence.Topic).ToHashSet();
                foreach (var sentence in before.Where(sentence => !sentence.RestsOn.Contains(graha) && !(sentence.SumsUp && joined.Contains(sentence.Topic))))
                {
                    Assert.Contains(sentence.Text, texts);
                    stayed++;
                }
                changed += before.Count(sentence => !texts.Contains(sentence.Text));
            }
        }
        Assert.True(changed > 1000 && stayed > 1000, $"{changed} changed, {stayed} stayed");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void A_full_reading_has_three_hundred_words_even_of_one_topic_and_no_paragraph_twice(string language)
    {
        for (var number = 0; number < 60; number++)
        {
            var findings = RandomCharts.Born(number).Findings();
            var reading = Composer.Compose(findings, language, ReadingLength.Full, [("career", Topic.Work)]);
            Assert.Equal("career", reading.Sections[0].Topic);
            Assert.True(reading.Sections.Sum(section => Composer.Words(section.Text)) >= Features.Readings.Limits.FullWordsMin);
            var all = Composer.Compose(findings, language, ReadingLength.Full).Sections;
            var sentences = all.SelectMany(section => section.Sentences).Select(sentence => sentence.Text).ToList();
            Assert.Equal(sentences.Count, sentences.Distinct().Count());
            Assert.Equal(all.Count, all.Select(section => section.Text).Distinct().Count());
        }
    }

    // Five words running that a reading has said already. Names of places make most of them ("in the twelfth house in Libra"); sentences that are said again would be 8 of a hundred and more.
    [Theory]
    [InlineData("en", 0.045, 0.075)]
    [InlineData("hi", 0.045, 0.075)]
    public void A_reading_seldom_says_five_words_again_and_no_sentence_in_the_frame_of_the_one_before(string language, double most, double worst)
    {
        var (again, all) = (0, 0);
        for (var number = 0; number < 200; number++)
        {
            var sentences = Composer.Compose(RandomCharts.Born(number).Findings(), language, ReadingLength.Full).Sections.SelectMany(section => section.Sentences).Select(sentence => sentence.Text).ToList();
            var runs = sentences.SelectMany(Runs).ToList();
            var repeated = runs.Count - runs.Distinct(StringComparer.Ordinal).Count();
            Assert.True(repeated <= worst * runs.Count, $"chart {number} repeats {repeated} of {runs.Count}");
            (again, all) = (again + repeated, all + runs.Count);
            Assert.All(sentences.Zip(sentences.Skip(1)), pair => Assert.NotEqual(Opening(pair.First), Opening(pair.Second)));
        }
        Assert.True(again <= most * all, $"{again} of {all}");

        static IEnumerable<string> Runs(string sentence)
        {
            var words = sentence.Split([' ', ',', '.', ':', ';', '।'], StringSplitOptions.RemoveEmptyEntries);
            return Enumerable.Range(0, Math.Max(0, words.Length - 4)).Select(at => string.Join(' ', words.AsSpan(at, 5)));
        }

        static string Opening(string sentence) => string.Join(' ', sentence.Split(' ').Take(6));
    }

    [Fact]
    public void The_same_findings_give_the_same_text_and_no_place_stays_open()
    {
        foreach (var language in LanguagePack.Languages)
            for (var number = 0; number < 30; number++)
            {
                var (one, other) = (Text(number, language), Text(number, language));
                Assert.Equal(one, other);
                Assert.DoesNotMatch(new Regex(@"[{}|]|  |\.\.|।।|undefined"), one);
            }
    }

    [Fact]
    public void Both_languages_have_every_word_and_every_pattern()
    {
        Assert.Equal(["en", "hi"], LanguagePack.Languages);
        var (english, hindi) = (LanguageFiles.Read("en"), LanguageFiles.Read("hi"));
        Assert.Equal(english.Words, hindi.Words);
        Assert.Equal(english.Patterns, hindi.Patterns);
    }

    [Fact]
    public void The_great_period_is_told_before_its_sub_periods_and_no_two_yogas_of_a_topic_in_the_same_words()
    {
        for (var number = 0; number < 120; number++)
        {
            var sections = Composer.Compose(RandomCharts.Born(number).Findings(), "en", ReadingLength.Full).Sections;
            var periods = sections.Single(section => section.Topic == "timing").Sentences.SelectMany(sentence => sentence.Findings).ToList();
            Assert.Equal(periods.OrderBy(id => id.Contains("Maha", StringComparison.OrdinalIgnoreCase) ? 0 : id.Contains("Antar", StringComparison.OrdinalIgnoreCase) ? 1 : 2), periods);
            foreach (var section in sections)
            {
                var yogas = section.Sentences.Where(sentence => sentence.Findings is [var id] && id.Contains("Yoga", StringComparison.Ordinal)).Select(sentence => Frame().Replace(sentence.Text, "")).ToList();
                Assert.Equal(yogas.Count, yogas.Distinct(StringComparer.Ordinal).Count());
            }
        }
    }

    [Fact]
    public void Contradictions_are_told_and_resolved()
    {
        var resolved = Enumerable.Range(0, 40).SelectMany(number => Composer.Compose(RandomCharts.Born(number).Findings(), "en", ReadingLength.Full).Sections)
            .Count(section => section.Evidence.Any(item => item.Polarity == Polarity.Supportive) && section.Evidence.Any(item => item.Polarity == Polarity.Challenging));
        Assert.True(resolved > 100);
        var findings = RandomCharts.Born(3).Findings();
        Assert.All(Composer.Compose(findings, "en", ReadingLength.Full).Sections.Where(section => section.Topic is not ("timing" or "plants") && section.Evidence.Count > 1),
            section => Assert.Contains(section.Sentences, sentence => sentence.Findings.Count == section.Evidence.Count));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void No_text_of_a_reading_makes_a_claim_that_the_law_forbids_and_none_holds_products(string language)
    {
        for (var number = 0; number < 60; number++)
        {
            var reading = Composer.Compose(RandomCharts.Born(number).Findings(), language, ReadingLength.Full);
            Assert.All(reading.Sections.SelectMany(section => section.Sentences), sentence => Assert.Empty(ForbiddenClaims.Find(sentence.Text)));
        }
        Assert.DoesNotContain(typeof(Reading).GetProperties(), property => property.Name is "Products" or "Doshas");
    }

    // What is left of a sentence on a yoga without its names.
    [GeneratedRegex(@"\b(the )?[A-Z][\w-]+( \([^)]*\))?|\band\b|,|;", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Frame();

    private static string Text(int number, string language) =>
        string.Join('\n', Composer.Compose(RandomCharts.Born(number).Findings(), language, ReadingLength.Full).Sections.Select(section => section.Text));

    private static List<(string Text, HashSet<Graha> RestsOn, string Topic, bool SumsUp)> Said(Dictionary<string, double> longitudes, string language)
    {
        var reading = Composer.Compose(RandomCharts.From(longitudes).Findings(), language, ReadingLength.Full);
        return [.. reading.Sections.SelectMany(section =>
        {
            var evidence = section.Evidence.ToDictionary(item => item.Finding);
            return section.Sentences.Select(sentence => (sentence.Text, SpokenEntities.RestsOn(sentence.Findings.Select(id => evidence[id])), section.Topic, sentence.Findings.Count == evidence.Count));
        })];
    }
}
