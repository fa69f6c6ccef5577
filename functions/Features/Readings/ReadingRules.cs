using FluentValidation;
using Kundli.Features.Charts;

namespace Kundli.Features.Readings;

/// <summary>Rules that readings and questions, of a preview and of a kept chart, have in common.</summary>
internal static class ReadingRules
{
    /// <summary>A language that can be written.</summary>
    public static IRuleBuilderOptions<T, string> MustHaveAPack<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(language => LanguagePack.Languages.Contains(language)).WithMessage($"must be one of: {string.Join(", ", LanguagePack.Languages)}.");

    /// <summary>Not none and not too many topics.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> MustBeFew<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule) =>
        rule.Must(topics => topics!.Count is > 0 and <= Limits.TopicsMax).WithMessage($"must name 1 to {Limits.TopicsMax} topics.");

    /// <summary>A topic by one of its names.</summary>
    public static IRuleBuilderOptions<T, string> MustBeATopic<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(topic => topic is { Length: <= Limits.NameLengthMax } && Topics.Find(topic) is not null).WithMessage($"must be one of: {string.Join(", ", Topics.All.Select(topic => Words.Key(topic)))}.");

    /// <summary>A question that is one and no book.</summary>
    public static IRuleBuilderOptions<T, string> MustBeAQuestion<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(question => !string.IsNullOrWhiteSpace(question) && question.Length <= Limits.QuestionLengthMax).WithMessage($"must have 1 to {Limits.QuestionLengthMax} characters.");
}
