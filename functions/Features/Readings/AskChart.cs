using FluentValidation;
using Kundli.Features.Charts;

namespace Kundli.Features.Readings;

/// <summary>A question about a birth or about given longitudes.</summary>
/// <param name="Question">In English, Devanagari or romanised Hindi.</param>
/// <param name="Name">Whose chart it is; never part of a text.</param>
/// <param name="Birth">When and where.</param>
/// <param name="Longitudes">Sidereal degrees, in place of a birth.</param>
/// <param name="Settings">Conventions of the chart.</param>
/// <param name="Language">Of the answer.</param>
public sealed record QuestionRequest(
    string Question, string? Name = null, BirthInput? Birth = null, IReadOnlyDictionary<string, double>? Longitudes = null, ChartSettings? Settings = null, string Language = "en")
{
    /// <summary>The part that is a chart's.</summary>
    public ChartRequest ToChart() => new(Name, Birth, Longitudes, Settings);

    /// <summary>The part that is the question's.</summary>
    public ChartQuestion ToQuestion() => new(Question, Language);
}

/// <summary>A question about a chart that is kept.</summary>
/// <param name="Question">In English, Devanagari or romanised Hindi.</param>
/// <param name="Language">Of the answer.</param>
public sealed record ChartQuestion(string Question, string Language = "en");

/// <summary>What a question about a kept chart must keep.</summary>
public sealed class ChartQuestionRules : AbstractValidator<ChartQuestion>
{
    /// <summary>The rules.</summary>
    public ChartQuestionRules()
    {
        RuleFor(asked => asked.Question).MustBeAQuestion();
        RuleFor(asked => asked.Language).MustHaveAPack();
    }
}

/// <summary>What a question must keep.</summary>
public sealed class QuestionRequestRules : AbstractValidator<QuestionRequest>
{
    /// <summary>The rules.</summary>
    public QuestionRequestRules()
    {
        RuleFor(request => request.Question).MustBeAQuestion();
        RuleFor(request => request.Language).MustHaveAPack();
        RuleFor(request => request.Name).MaximumLength(Charts.Limits.NameLengthMax).WithMessage($"must have at most {Charts.Limits.NameLengthMax} characters.");
        RuleFor(request => request.Birth).NotNull().When(request => request.Longitudes is null).WithMessage("is missing: send a birth, or longitudes in its place.");
        RuleFor(request => request.Longitudes).Null().When(request => request.Birth is not null).WithMessage("must not stand beside a birth: send one of the two.");
        RuleFor(request => request.Birth!).SetValidator(new BirthInputRules()).When(request => request.Birth is not null);
        RuleFor(request => request.Longitudes!).SetValidator(new LongitudesRules()).When(request => request.Longitudes is not null);
        RuleFor(request => request.Settings!).SetValidator(new ChartSettingsRules()).When(request => request.Settings is not null);
    }
}

/// <summary>An answer: the shape of a reading, and what the question was understood as.</summary>
/// <param name="Language">Of its texts.</param>
/// <param name="GeneratedBy"><c>rules</c>, or the name of the model that worded the findings.</param>
/// <param name="Sections">One, with evidence; without evidence where the chart doesn't say or the question is refused.</param>
/// <param name="Unsaid">What is left out and why.</param>
/// <param name="Disclaimer">How to take it.</param>
/// <param name="Understood">Topic, time and refusal.</param>
public sealed record QuestionAnswer(
    string Language, string GeneratedBy, IReadOnlyList<ReadingSection> Sections, IReadOnlyList<string> Unsaid, string Disclaimer, UnderstoodQuestion Understood);

/// <summary>Answers a question from the findings of a chart, or says honestly that the chart doesn't say. Nothing is stored.</summary>
/// <param name="time">For "now" and "next year".</param>
public sealed class AskChart(TimeProvider time)
{
    /// <summary>The answer to what a question was understood as, by the rules alone.</summary>
    public QuestionAnswer Of(FoundChart found, UnderstoodQuestion understood, string language) => Told(found, understood, language).Answer;

    /// <summary>The answer with the findings that it tells; none where it is refused or not understood.</summary>
    internal (QuestionAnswer Answer, ChartFindings Told) Told(FoundChart found, UnderstoodQuestion understood, string language)
    {
        var now = time.GetUtcNow();
        var pack = LanguagePack.Of(language);
        understood = understood.ByTime();
        if (understood.Topic?.IsForAdults() == true && ComposeReading.IsMinor(found, DateOnly.FromDateTime(now.UtcDateTime)))
            understood = understood with { Refusal = Refusal.Minors };
        if (understood.Refusal is { } refusal)
            return (Plain(pack, "refusal", pack.Term("refusals", Words.Key(refusal)).Text, understood, []), new([], []));
        if (understood.Topic is not { } topic)
            return (Plain(pack, "none", pack.Term("notes", "unclear").Text, understood, []), new([], []));
        var findings = Findings.Of(found, now);
        var told = new ChartFindings(Relevant(found, findings, topic, understood, now), findings.Unsaid);
        var reading = Composer.Compose(told, language, ReadingLength.Short, [(Words.Key(topic), topic)], Limits.ShortFindingsMax + Limits.PeriodsMax);
        return (new(reading.Language, reading.GeneratedBy, reading.Sections, reading.Unsaid, reading.Disclaimer, understood), told);
    }

    /// <summary>The strongest findings of the topic, and those of the asked time: periods ahead, and for the near future transits under their own topic.</summary>
    private static List<Finding> Relevant(FoundChart found, ChartFindings findings, Topic topic, UnderstoodQuestion understood, DateTimeOffset now)
    {
        var (from, until) = Span(understood, now);
        IEnumerable<Finding> lasting = findings.About(topic).Where(finding => finding.Window is null || (finding.Window.From < until && finding.Window.Until > from)).Take(Limits.ShortFindingsMax);
        if (understood.Time == AskedTime.Any)
            return [.. lasting];
        var periods = Findings.Ahead(found, topic, from, until).Take(Limits.PeriodsMax);
        return [.. lasting.Where(finding => !finding.Rule.StartsWith("period.", StringComparison.Ordinal)), .. periods];
    }

    private static (DateTimeOffset From, DateTimeOffset Until) Span(UnderstoodQuestion understood, DateTimeOffset now)
    {
        var month = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero);
        var year = new DateTimeOffset(now.Year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return understood.Time switch
        {
            AskedTime.Today or AskedTime.Now => (now, now.AddDays(1)),
            AskedTime.ThisMonth => (month, month.AddMonths(1)),
            AskedTime.NextMonth => (month.AddMonths(1), month.AddMonths(2)),
            AskedTime.ThisYear => (year, year.AddYears(1)),
            AskedTime.NextYear => (year.AddYears(1), year.AddYears(2)),
            AskedTime.Year => (new(understood.Year!.Value, 1, 1, 0, 0, 0, TimeSpan.Zero), new(understood.Year.Value + 1, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            AskedTime.Ahead => (now, now.AddYears(Limits.AheadYears)),
            _ => (now, now.AddDays(Limits.TransitDays)),
        };
    }

    private static QuestionAnswer Plain(LanguagePack pack, string topic, string text, UnderstoodQuestion understood, IReadOnlyList<string> unsaid) =>
        new(pack.Language, Composer.Rules, [new(topic, text, [new(text, [])], [])], unsaid, pack.Term("notes", "disclaimer").Text, understood);
}
