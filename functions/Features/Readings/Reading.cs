namespace Kundli.Features.Readings;

/// <summary>How much a reading says.</summary>
public enum ReadingLength
{
    /// <summary>The strongest findings of each topic.</summary>
    Short,

    /// <summary>All of them, at least <see cref="Limits.FullWordsMin"/> words.</summary>
    Full,
}

/// <summary>A sentence and what it rests on.</summary>
/// <param name="Text">One sentence, or two that belong together.</param>
/// <param name="Findings">The ids of the findings it is made of; empty for what says that something can't be said.</param>
public sealed record ReadingSentence(string Text, IReadOnlyList<string> Findings);

/// <summary>A finding as an answer shows it.</summary>
/// <param name="Finding">Its id.</param>
/// <param name="Placements">The grahas, and <c>lagna</c>, that it rests on: at most four.</param>
/// <param name="Source">Book and chapter.</param>
/// <param name="Tradition">The school.</param>
/// <param name="Facts">Paths and values.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Polarity">Whether it helps.</param>
/// <param name="Window">When it holds; absent for the whole life.</param>
/// <param name="Confidence">Share of the charts within the error of the birth time in which it holds too.</param>
public sealed record Evidence(
    string Finding, IReadOnlyList<string> Placements, string Source, string Tradition, IReadOnlyList<Fact> Facts, double Strength, Polarity Polarity, FindingWindow? Window, double Confidence)
{
    /// <summary>The evidence of a finding.</summary>
    public static Evidence Of(Finding finding) => new(
        finding.Id, finding.Placements, finding.Source, finding.Tradition, finding.Facts, finding.Strength, finding.Polarity, finding.Window, finding.Confidence);
}

/// <summary>What is said of one topic.</summary>
/// <param name="Topic">As it was asked for.</param>
/// <param name="Text">The sentences, joined.</param>
/// <param name="Sentences">Each with what it rests on.</param>
/// <param name="Evidence">Every finding that a sentence rests on.</param>
public sealed record ReadingSection(string Topic, string Text, IReadOnlyList<ReadingSentence> Sentences, IReadOnlyList<Evidence> Evidence);

/// <summary>A reading. It never holds products: nothing is sold from fear.</summary>
/// <param name="Language">Of its texts.</param>
/// <param name="GeneratedBy"><c>rules</c>, or the name of the model that worded the findings.</param>
/// <param name="Sections">By topic.</param>
/// <param name="Unsaid">What is left out and why, in a sentence each.</param>
/// <param name="Disclaimer">How to take it.</param>
public sealed record Reading(string Language, string GeneratedBy, IReadOnlyList<ReadingSection> Sections, IReadOnlyList<string> Unsaid, string Disclaimer);
