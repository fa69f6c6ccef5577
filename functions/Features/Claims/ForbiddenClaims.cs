using System.Text.RegularExpressions;

namespace Kundli.Features.Claims;

/// <summary>
/// Finds what no text of the product may say, in English and Hindi: to cure, prevent or diagnose an ailment, to help with fertility, potency or pregnancy, or to
/// bring a result for certain. The Drugs and Magic Remedies (Objectionable Advertisements) Act 1954, sections 3 and 5, counts talismans and mantras among the
/// remedies; the Consumer Protection Act 2019, section 2(28), forbids promises that can't be kept. One check for catalog rows, remedies, readings and answers of models.
/// </summary>
public static class ForbiddenClaims
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    // The words of an ailment alone are no claim ("not to be eaten in pregnancy"): what it is said to do makes the claim, or a promise for certain.
    private static readonly Regex[] Patterns =
    [
        new(@"\b(cures?|curing|cured|heals?|healing|remed(y|ies) for|treats?|treatment (of|for)|medicine for|antidote)\b", Options),
        new(@"\b(prevents?|wards? off|gets? rid of|relieves?|reduces?|lowers?|controls?)\b[^.!?।]{0,40}\b(diseases?|illness(es)?|ailments?|diabetes|sugar|cancers?|tumou?rs?|blood pressure|asthma|arthritis|pains?|fevers?|infections?|anxiety|depression|insomnia|migraines?|obesity|piles|paralysis|epilepsy|covid)\b", Options),
        new(@"\b(boosts?|increases?|improves?|restores?|enhances?)\b[^.!?।]{0,40}\b(fertility|potency|virility|libido|conception|immunity|eyesight|memory|sexual)\b", Options),
        new(@"\b(fertility|infertility|impotence|barrenness|miscarriages?)\b", Options),
        new(@"\b(guarantees?|guaranteed|100 ?(%|per ?cent)|surely|certainly|without fail|instant(ly)?|miracles?|miraculous)\b[^.!?।]{0,60}\b(results?|success|marriage|wealth|money|jobs?|child(ren)?|sons?|luck|win(s|ning)?|benefits?|effects?|works?|profits?|promotion|love|health)\b", Options),
        new(@"\b(results?|success|marriage|wealth|money|jobs?|luck|benefits?|profits?|love|health)\b[^.!?।]{0,30}\b(guaranteed|assured|for sure|without fail)\b", Options),
        new(@"\b(removes?|destroys?|reverses?|breaks?)\b[^.!?।]{0,30}\b(black magic|evil eye|curses?|spells?)\b", Options),
        new(@"\b(clinically|scientifically|medically) (proven|tested)\b", Options),
        new(@"(रोग|बीमारी|बीमारियों|मधुमेह|शुगर|कैंसर|रक्तचाप|दमा|गठिया|दर्द|बुखार|संक्रमण|अवसाद|अनिद्रा)[^.!?।]{0,30}(ठीक|दूर|नष्ट|समाप्त|ख़त्म|खत्म|मुक्ति|राहत|इलाज|उपचार|निवारण|बचाव)", Options),
        new(@"(इलाज|उपचार|चिकित्सा|औषधि|दवा)[^.!?।]{0,20}(करता|करती|करते|है|के लिए)", Options),
        new(@"(संतान|पुत्र)[^.!?।]{0,12}(प्राप्ति|सुख|योग बन)", Options),
        new(@"(बांझपन|बाँझपन|नपुंसकता|गर्भधारण|प्रजनन क्षमता|यौन शक्ति)", Options),
        new(@"(गारंटी|गारण्टी|शर्तिया|अचूक|चमत्कारी|निश्चित (लाभ|फल|सफलता|परिणाम)|सौ प्रतिशत|१००%|100 ?%)", Options),
        new(@"(काला जादू|टोना|नज़र दोष|नजर दोष|भूत|प्रेत)[^.!?।]{0,20}(दूर|नष्ट|समाप्त|मुक्ति|हटा)", Options),
    ];

    /// <summary>The phrases of a text that claim too much, in the order of the rules; empty when it may be published.</summary>
    public static IReadOnlyList<string> Find(string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. Patterns.Select(pattern => pattern.Match(text)).Where(match => match.Success).Select(match => match.Value)];

    /// <summary>Whether a text claims nothing that it may not.</summary>
    public static bool IsClean(string? text) => Find(text).Count == 0;
}
