using FluentValidation;
using Kundli.Features.Charts;
using Kundli.Features.Privacy;

namespace Kundli.Features.Readings;

/// <summary>A reading that is asked for, of a birth or of given longitudes.</summary>
/// <param name="Name">Whose chart it is; never part of a text.</param>
/// <param name="Birth">When and where.</param>
/// <param name="Longitudes">Sidereal degrees, in place of a birth.</param>
/// <param name="Settings">Conventions of the chart.</param>
/// <param name="Topics">What about, as <c>work</c> or <c>career</c>; everything when absent.</param>
/// <param name="Language">A language that has a pack.</param>
/// <param name="Length">How much.</param>
public sealed record ReadingRequest(
    string? Name = null, BirthInput? Birth = null, IReadOnlyDictionary<string, double>? Longitudes = null, ChartSettings? Settings = null,
    IReadOnlyList<string>? Topics = null, string Language = "en", ReadingLength Length = ReadingLength.Short)
{
    /// <summary>The part that is a chart's.</summary>
    public ChartRequest ToChart() => new(Name, Birth, Longitudes, Settings);

    /// <summary>The part that is the reading's.</summary>
    public ReadingChoice ToChoice() => new(Topics, Language, Length);
}

/// <summary>A reading that is asked for, of a chart that is kept.</summary>
/// <param name="Topics">What about, as <c>work</c> or <c>career</c>; everything when absent.</param>
/// <param name="Language">A language that has a pack.</param>
/// <param name="Length">How much.</param>
public sealed record ReadingChoice(IReadOnlyList<string>? Topics = null, string Language = "en", ReadingLength Length = ReadingLength.Short);

/// <summary>What a choice of a reading must keep.</summary>
public sealed class ReadingChoiceRules : AbstractValidator<ReadingChoice>
{
    /// <summary>The rules.</summary>
    public ReadingChoiceRules()
    {
        RuleFor(choice => choice.Language).MustHaveAPack();
        RuleFor(choice => choice.Topics).MustBeFew().When(choice => choice.Topics is not null);
        RuleForEach(choice => choice.Topics).MustBeATopic().When(choice => choice.Topics is { Count: <= Limits.TopicsMax });
    }
}

/// <summary>What a request for a reading must keep.</summary>
public sealed class ReadingRequestRules : AbstractValidator<ReadingRequest>
{
    /// <summary>The rules.</summary>
    public ReadingRequestRules()
    {
        RuleFor(request => request.Language).MustHaveAPack();
        RuleFor(request => request.Topics).MustBeFew().When(request => request.Topics is not null);
        RuleForEach(request => request.Topics).MustBeATopic().When(request => request.Topics is { Count: <= Limits.TopicsMax });
        RuleFor(request => request.Name).MaximumLength(Charts.Limits.NameLengthMax).WithMessage($"must have at most {Charts.Limits.NameLengthMax} characters.");
        RuleFor(request => request.Birth).NotNull().When(request => request.Longitudes is null).WithMessage("is missing: send a birth, or longitudes in its place.");
        RuleFor(request => request.Longitudes).Null().When(request => request.Birth is not null).WithMessage("must not stand beside a birth: send one of the two.");
        RuleFor(request => request.Birth!).SetValidator(new BirthInputRules()).When(request => request.Birth is not null);
        RuleFor(request => request.Longitudes!).SetValidator(new LongitudesRules()).When(request => request.Longitudes is not null);
        RuleFor(request => request.Settings!).SetValidator(new ChartSettingsRules()).When(request => request.Settings is not null);
    }
}

/// <summary>Reads a chart. Nothing is stored.</summary>
/// <param name="draw">Finds the chart.</param>
/// <param name="time">For what runs now.</param>
public sealed class ComposeReading(DrawChart draw, TimeProvider time)
{
    /// <summary>The reading; topics of marriage and children are not read for a minor.</summary>
    public Outcome<Reading> Run(ReadingRequest request) => Run(request.ToChart(), new(request.Topics, request.Language, request.Length));

    /// <summary>The reading of a chart that is kept.</summary>
    public Outcome<Reading> Run(ChartRequest chart, ReadingChoice choice) => draw.Find(chart).Then(found => Of(found, choice.Topics, choice.Language, choice.Length));

    /// <summary>The reading of a chart that is found already.</summary>
    public Outcome<Reading> Of(FoundChart found, IReadOnlyList<string>? names, string language, ReadingLength length) => Told(found, new(names, language, length)).Map(told => told.Reading);

    /// <summary>The reading with the findings that it is composed from.</summary>
    internal Outcome<(Reading Reading, ChartFindings Findings)> Told(FoundChart found, ReadingChoice choice)
    {
        var now = time.GetUtcNow();
        return Asked(found, choice.Topics, DateOnly.FromDateTime(now.UtcDateTime)).Map(asked =>
        {
            var findings = Findings.Of(found, now);
            return (Composer.Compose(findings, choice.Language, choice.Length, asked), findings);
        });
    }

    /// <summary>The topics that are asked for and may be read: <c>not-for-minors</c> where one of them may not.</summary>
    internal static Outcome<List<(string Name, Topic Topic)>> Asked(FoundChart found, IReadOnlyList<string>? names, DateOnly today)
    {
        var isMinor = IsMinor(found, today);
        if (names is null)
            return Topics.All.Where(topic => !isMinor || !topic.IsForAdults()).Select(topic => (Words.Key(topic), topic)).ToList();
        List<(string Name, Topic Topic)> asked = [.. names.Select(name => (name, Topics.Find(name)!.Value)).DistinctBy(topic => topic.Value)];
        return isMinor && asked.Exists(topic => topic.Topic.IsForAdults()) ? MinorsPolicy.NotForMinors : asked;
    }

    /// <summary>Whether the chart is of somebody under eighteen.</summary>
    internal static bool IsMinor(FoundChart found, DateOnly today) =>
        found.Request.Birth is { } birth && BirthText.Date(birth.Date) is { } date && MinorsPolicy.IsMinor(new DateOnly(date.Year, date.Month, date.Day), today);
}
