using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>What a rule says about a stretch of time.</summary>
public enum Verdict
{
    /// <summary>It speaks for it.</summary>
    For,

    /// <summary>It speaks against it, and others may outweigh it.</summary>
    Against,

    /// <summary>Nothing is begun in it.</summary>
    Forbids,
}

/// <summary>One reason for or against a stretch of time.</summary>
/// <param name="Id">The rule's key: <c>nakshatra</c>, <c>bhadra</c>, <c>tarabala</c> …</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Text">A sentence for people.</param>
/// <param name="Source">The book or the custom.</param>
/// <param name="Person">Whose birth it is about, from 1; null when it holds for everybody.</param>
public sealed record MuhurtaReason(string Id, Verdict Verdict, LocalName Text, string Source, int? Person = null);

/// <summary>A reason and the time for which it holds.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Time">From when until when.</param>
public sealed record MuhurtaMark(MuhurtaReason Reason, Period Time);
