using System.Text.Json;
using Kundli.Features.Privacy;
using Kundli.Features.Readings;
using Xunit;

namespace Kundli.Features.Tests.Readings;

public sealed class WordReadingTests
{
    [Fact]
    public async Task What_a_model_says_truly_is_taken_with_its_evidence()
    {
        var (findings, composed) = Composed("en");
        var model = new Model(prompt => Answer(Ids(prompt)[..1].Select(id => (Composer.Sentence("en", findings.Items.First(item => item.Id == id)).Text, new[] { id }))));
        var worded = await Tell(model, new Consents(true), new Budget(), "u1", findings, composed);
        Assert.Equal("played", worded.GeneratedBy);
        Assert.All(worded.Sections, section => Assert.Single(section.Sentences));
        Assert.Equal(composed.Disclaimer, worded.Disclaimer);
    }

    [Theory]
    [InlineData("Jupiter stands in the tenth house.")]
    [InlineData("Pluto looks at you.")]
    [InlineData("In March 2031 everything changes.")]
    [InlineData("You have 12 strong points.")]
    [InlineData("You have twelve strong points.")]
    [InlineData("शनि दसवें भाव में है।")]
    [InlineData("आपके पास ४७ बिन्दु हैं।")]
    [InlineData("Brihaspati blesses you.")]
    [InlineData("Your star is Rohini.")]
    [InlineData("The tropical zodiac says more.")]
    [InlineData("Jaimini's method agrees.")]
    [InlineData("This gem cures disease.")]
    [InlineData("Buy at http://example.org now.")]
    [InlineData("<b>All is well.</b>")]
    [InlineData("You will die young.")]
    public void A_lying_sentence_refuses_the_whole_answer(string lie)
    {
        // Sun in Leo alone: nothing that any of the lies names.
        Finding sun = new("selfSunInLeo", Topic.Self, "karakaSign.supportive", "parashari", "BPHS 32", [new("grahas.sun.sign", "leo")], ["sun"], 0.5, Polarity.Supportive, null, 1);
        Assert.NotNull(WordingJudge.Judge(JsonSerializer.Serialize(new { sentences = new[] { new { text = "The Sun in Leo gives warmth.", findings = new[] { "selfSunInLeo" } } } }), [sun]));
        Assert.Null(WordingJudge.Judge(JsonSerializer.Serialize(new { sentences = new[] { new { text = "The Sun in Leo gives warmth.", findings = new[] { "selfSunInLeo" } }, new { text = lie, findings = new[] { "selfSunInLeo" } } } }), [sun]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sure! Here is your reading.")]
    [InlineData("{\"sentences\":[]}")]
    [InlineData("{\"sentences\":[null]}")]
    [InlineData("{\"sentences\":[{\"text\":\"All is well.\",\"findings\":[]}]}")]
    [InlineData("{\"sentences\":[{\"text\":\"All is well.\",\"findings\":[\"unknown\"]}]}")]
    [InlineData("{\"sentences\":[{\"text\":null,\"findings\":[\"selfSunInLeo\"]}]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]")]
    public void An_answer_of_another_shape_or_with_unknown_findings_is_refused(string answer) => Assert.Null(WordingJudge.Judge(answer, []));

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public async Task Two_failures_leave_the_composed_text(string language)
    {
        var (findings, composed) = Composed(language);
        var model = new Model(_ => "{\"sentences\":[{\"text\":\"Saturn ruins you in 2031.\",\"findings\":[\"x\"]}]}");
        var worded = await Tell(model, new Consents(true), new Budget(), "u1", findings, composed);
        Assert.Equal(composed, worded);
        Assert.Equal(2 * composed.Sections.Count, model.Asked.Count);
    }

    [Fact]
    public async Task Without_consent_account_budget_or_answer_nobody_is_asked_or_the_composed_text_stands()
    {
        var (findings, composed) = Composed("en");
        var model = new Model(_ => null);
        Assert.Equal(composed, await Tell(model, new Consents(false), new Budget(), "u1", findings, composed));
        Assert.Equal(composed, await Tell(model, new Consents(true), new Budget(), null, findings, composed));
        Assert.Equal(composed, await Tell(model, new Consents(true), new Budget { Left = 0 }, "u1", findings, composed));
        Assert.Equal(composed, await Tell(null, new Consents(true), new Budget(), "u1", findings, composed));
        Assert.Empty(model.Asked);
        Assert.Equal(composed, await Tell(model, new Consents(true), new Budget(), "u1", findings, composed));
    }

    [Fact]
    public async Task A_model_sees_findings_and_nothing_of_the_person()
    {
        var found = RandomCharts.Of(new Kundli.Features.Charts.ChartRequest("Asha Canary", new("1990-05-15", "14:30:00", 28.6139, 77.2090, TimeZone: "Asia/Kolkata", Place: "Canaryville")));
        var findings = found.Findings();
        var model = new Model(_ => null);
        await Tell(model, new Consents(true), new Budget(), "u1", findings, Composer.Compose(findings, "en", ReadingLength.Full));
        Assert.NotEmpty(model.Asked);
        Assert.All(model.Asked, prompt => Assert.DoesNotMatch("Canary|1990|14:30|28\\.6|77\\.2|Kolkata|u1", prompt.Instructions + prompt.Data));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void Every_composed_sentence_would_pass_the_judge(string language)
    {
        for (var number = 0; number < 40; number++)
        {
            var findings = RandomCharts.Born(number).Findings();
            foreach (var finding in findings.Items)
            {
                var text = Composer.Sentence(language, finding).Text;
                var answer = JsonSerializer.Serialize(new { sentences = new[] { new { text, findings = new[] { finding.Id } } } });
                Assert.True(WordingJudge.Judge(answer, [finding]) is not null, text);
            }
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public void A_tree_that_is_not_the_charts_is_refused(string language)
    {
        var finding = RandomCharts.Born(5).Findings().About(Topic.Plants).First();
        var text = Composer.Sentence(language, finding).Text;
        var own = Jyotish.Remedies.Plants.Of(finding.Facts.Single(fact => fact.Path == "plants.birthStar").Value).Name;
        var other = Jyotish.Remedies.Plants.Of(own.En == "Banyan" ? "ashoka" : "banyan").Name;
        var lie = language == "hi" ? text.Replace(own.Hi, other.Hi, StringComparison.Ordinal) : text.Replace(own.En, other.En, StringComparison.Ordinal);
        Assert.NotEqual(text, lie);
        Assert.NotNull(WordingJudge.Judge(Answer([(text, [finding.Id])]), [finding]));
        Assert.Null(WordingJudge.Judge(Answer([(lie, [finding.Id])]), [finding]));
    }

    private static async Task<Reading> Tell(Model? model, Consents consents, Budget budget, string? userId, ChartFindings findings, Reading composed, SectionTold? told = null)
    {
        var worded = await new WordReading(model, consents, budget, TimeProvider.System).RunAsync(userId, findings, composed.Language, composed.Sections, told, default);
        return worded.GeneratedBy == Composer.Rules && worded.Sections.SequenceEqual(composed.Sections) ? composed : composed with { Sections = worded.Sections, GeneratedBy = worded.GeneratedBy };
    }

    private static (ChartFindings Findings, Reading Composed) Composed(string language)
    {
        var findings = RandomCharts.Born(5).Findings();
        return (findings, Composer.Compose(findings, language, ReadingLength.Short));
    }

    private static string[] Ids(WordingPrompt prompt) => [.. JsonDocument.Parse(prompt.Data).RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    private static string Answer(IEnumerable<(string Text, string[] Findings)> sentences) =>
        JsonSerializer.Serialize(new { sentences = sentences.Select(sentence => new { text = sentence.Text, findings = sentence.Findings }) });

    private sealed class Model(Func<WordingPrompt, string?> answer) : IWordingModel
    {
        public List<WordingPrompt> Asked { get; } = [];

        public string Name => "played";

        public Task<Wording?> AskAsync(WordingPrompt prompt, CancellationToken cancellation)
        {
            Asked.Add(prompt);
            return Task.FromResult(answer(prompt) is { } text ? new Wording(text, 100) : null);
        }
    }

    private sealed class Consents(bool given) : IConsents
    {
        public Task<bool> MayAsync(string? userId, ConsentPurpose purpose, CancellationToken cancellation) => Task.FromResult(given && purpose == ConsentPurpose.ModelProvider);
    }

    private sealed class Budget : IWordingBudget
    {
        public int Left { get; set; } = 1_000_000;

        public Task<bool> TakeAsync(string userId, int tokens, CancellationToken cancellation)
        {
            Left -= tokens;
            return Task.FromResult(Left >= 0);
        }
    }
}
