using Kundli.Features.Charts;

namespace Kundli.Features.Readings;

/// <summary>Takes a section as soon as it is final, in the order of the answer.</summary>
/// <param name="section">The section.</param>
/// <param name="cancellation">Gives up.</param>
public delegate Task SectionTold(ReadingSection section, CancellationToken cancellation);

/// <summary>
/// A reading or an answer that is composed already and may still be told in a model's words. What can fail has failed before: telling always succeeds.
/// </summary>
/// <typeparam name="T"><see cref="Reading"/> or <see cref="QuestionAnswer"/>.</typeparam>
/// <param name="Findings">What it rests on.</param>
/// <param name="Language">Of its words.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="With">The same with other sections, worded by somebody.</param>
public sealed record Tellable<T>(ChartFindings Findings, string Language, IReadOnlyList<ReadingSection> Sections, Func<WordedSections, T> With);

/// <summary>Tells readings and answers: by the rules, and in a model's words for a customer who agreed to that. Nothing is stored.</summary>
/// <param name="draw">Finds the chart.</param>
/// <param name="compose">Reads by the rules.</param>
/// <param name="ask">Answers questions by the rules.</param>
/// <param name="understand">Understands questions.</param>
/// <param name="word">Asks the model for words.</param>
public sealed class TellReading(DrawChart draw, ComposeReading compose, AskChart ask, UnderstandQuestion understand, WordReading word)
{
    /// <summary>The reading of a chart; <c>not-for-minors</c> for marriage and children of a minor.</summary>
    public Outcome<Tellable<Reading>> Compose(ChartRequest chart, ReadingChoice choice) => draw.Find(chart).Then(found => compose.Told(found, choice)).Map(told =>
        new Tellable<Reading>(told.Findings, choice.Language, told.Reading.Sections, worded => told.Reading with { Sections = worded.Sections, GeneratedBy = worded.GeneratedBy }));

    /// <summary>The answer to a question about a chart. Of the question itself nothing but topic and time goes any further.</summary>
    public Task<Outcome<Tellable<QuestionAnswer>>> AnswerAsync(Caller caller, ChartRequest chart, ChartQuestion asked, CancellationToken cancellation) =>
        draw.Find(chart).ThenAsync<Tellable<QuestionAnswer>>(async found => Answer(found, await understand.RunAsync(caller.UserId, asked.Question, cancellation), asked.Language));

    /// <summary>The answer to what a question was understood as.</summary>
    public Tellable<QuestionAnswer> Answer(FoundChart found, UnderstoodQuestion understood, string language)
    {
        var (answer, told) = ask.Told(found, understood, language);
        return new(told, language, answer.Sections, worded => answer with { Sections = worded.Sections, GeneratedBy = worded.GeneratedBy });
    }

    /// <summary>Tells it, each section to <paramref name="told"/> as soon as it is final.</summary>
    public async Task<T> TellAsync<T>(Caller caller, Tellable<T> tellable, SectionTold? told, CancellationToken cancellation) =>
        tellable.With(await word.RunAsync(caller.UserId, tellable.Findings, tellable.Language, tellable.Sections, told, cancellation));
}
