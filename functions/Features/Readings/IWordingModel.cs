namespace Kundli.Features.Readings;

/// <summary>What a model is asked: rules of its own and findings, nothing of a person.</summary>
/// <param name="Instructions">How to answer; the same for everybody.</param>
/// <param name="Findings">JSON of findings: ids, rules, facts.</param>
/// <param name="TokensMax">Tokens it may answer with.</param>
public sealed record WordingPrompt(string Instructions, string Findings, int TokensMax);

/// <summary>What a model answered.</summary>
/// <param name="Text">As it came: judged by <see cref="WordingJudge"/> before anybody sees it.</param>
/// <param name="Tokens">Tokens of question and answer, as the provider counts them.</param>
public sealed record Wording(string Text, int Tokens);

/// <summary>A language model that words findings.</summary>
public interface IWordingModel
{
    /// <summary>Its name, for <c>generatedBy</c>.</summary>
    string Name { get; }

    /// <summary>Asks once. Null when it is down, too slow or over its own limit: then the composed text stands.</summary>
    Task<Wording?> AskAsync(WordingPrompt prompt, CancellationToken cancellation);
}
