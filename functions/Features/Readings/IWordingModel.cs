namespace Kundli.Features.Readings;

/// <summary>What a model is asked: how to answer, and about what.</summary>
/// <param name="Instructions">How to answer; the same for everybody.</param>
/// <param name="Data">JSON of findings (ids, rules, facts) that are to be worded, or of a question that is to be sorted; of a person nothing else.</param>
/// <param name="TokensMax">Tokens it may answer with.</param>
public sealed record WordingPrompt(string Instructions, string Data, int TokensMax);

/// <summary>What a model answered.</summary>
/// <param name="Text">As it came: words are judged by <see cref="WordingJudge"/> before anybody sees them, of a sorted question our own names alone are taken.</param>
/// <param name="Tokens">Tokens of question and answer, as the provider counts them.</param>
public sealed record Wording(string Text, int Tokens);

/// <summary>A language model that words findings and sorts questions.</summary>
public interface IWordingModel
{
    /// <summary>Its name, for <c>generatedBy</c>.</summary>
    string Name { get; }

    /// <summary>Asks once. Null when it is down, too slow or over its own limit: then the composed text stands.</summary>
    Task<Wording?> AskAsync(WordingPrompt prompt, CancellationToken cancellation);
}
