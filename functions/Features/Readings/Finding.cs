using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Kundli.Features.Readings;

/// <summary>One fact of a chart that a finding rests on.</summary>
/// <param name="Path">Where it stands: <c>grahas.saturn.house</c>, <c>houses.10.lord</c>, <c>dashas.maha.end</c>.</param>
/// <param name="Value">What stands there: a camelCase name, a number, or an ISO date.</param>
public sealed record Fact(string Path, string Value);

/// <summary>Whether a finding helps its topic.</summary>
public enum Polarity
{
    /// <summary>It helps.</summary>
    Supportive,

    /// <summary>It does both.</summary>
    Mixed,

    /// <summary>It asks for effort.</summary>
    Challenging,
}

/// <summary>When a finding holds.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant that no longer belongs to it.</param>
public sealed record FindingWindow(DateTimeOffset From, DateTimeOffset Until);

/// <summary>What a rule of the books finds in a chart: the only thing that a sentence may be made of.</summary>
/// <param name="Id">Unique within a chart, readable: <c>workSaturnInTenth</c>.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Rule">Which rule, and which of its outcomes: <c>occupant.supportive</c>.</param>
/// <param name="Tradition">The school that the rule belongs to; one sentence never mixes two.</param>
/// <param name="Source">Book and chapter.</param>
/// <param name="Facts">Everything that a sentence about it may name.</param>
/// <param name="Placements">The grahas (and <c>lagna</c>) it rests on, at most <see cref="Limits.PlacementsMax"/>.</param>
/// <param name="Strength">0 to 1, by <see cref="FindingWeights"/>.</param>
/// <param name="Polarity">Whether it helps.</param>
/// <param name="Window">When it holds; null for the whole life.</param>
/// <param name="Confidence">Share of the charts within the error of the birth time in which it holds too, 0 to 1.</param>
public sealed record Finding(
    string Id, Topic Topic, string Rule, string Tradition, string Source, IReadOnlyList<Fact> Facts, IReadOnlyList<string> Placements,
    double Strength, Polarity Polarity, FindingWindow? Window, double Confidence)
{
    /// <summary>What the places of a pattern are filled with, as <c>category/key</c> of a language's glossary. Each is backed by a fact.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Slots { get; init; } = new Dictionary<string, string>();

    /// <summary>What must be the same in another chart for the finding to hold there: its id and the facts that are no dates.</summary>
    [JsonIgnore]
    public string Identity => $"{Id}:{string.Join(';', Facts.Where(fact => !fact.Path.StartsWith("dashas.", StringComparison.Ordinal) || fact.Path.EndsWith("lord", StringComparison.Ordinal)).Select(fact => $"{fact.Path}={fact.Value}"))}";

    /// <summary>A hash of everything a sentence may say, so that two readings can be compared without their texts.</summary>
    [JsonIgnore]
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Rule}|{Identity}|{string.Join(';', Facts)}|{Strength:F3}|{Polarity}")))[..16];
}
