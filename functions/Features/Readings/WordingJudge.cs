using System.Text.Json;
using System.Text.RegularExpressions;
using Kundli.Features.Claims;

namespace Kundli.Features.Readings;

/// <summary>Judges what a model answered. A sentence passes only if it cites known findings and names nothing that their facts don't hold; one false sentence refuses the whole answer.</summary>
public static partial class WordingJudge
{
    private const int SentencesMax = 40;
    private const int SentenceLengthMax = 500;
    private const int CitedMax = 4;

    private static readonly char[] Markup = ['<', '>', '{', '}', '[', ']', '`', '#', '*', '\\'];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    /// <summary>The sentences, or null when anything about them is false.</summary>
    public static IReadOnlyList<ReadingSentence>? Judge(string answer, IReadOnlyList<Finding> findings)
    {
        if (Parse(answer) is not { Sentences: { Count: > 0 and <= SentencesMax } sentences })
            return null;
        var known = findings.ToDictionary(finding => finding.Id, StringComparer.Ordinal);
        var judged = new List<ReadingSentence>(sentences.Count);
        foreach (var sentence in sentences)
        {
            if (sentence is not { Text: { Length: > 0 and <= SentenceLengthMax } text, Findings: { Count: > 0 and <= CitedMax } cited } || !cited.TrueForAll(known.ContainsKey) || !IsTrue(text, cited.ConvertAll(id => known[id])))
                return null;
            judged.Add(new(text.Trim(), cited));
        }
        return judged.DistinctBy(sentence => sentence.Text).Count() == judged.Count ? judged : null;
    }

    private static bool IsTrue(string text, List<Finding> cited)
    {
        if (text.IndexOfAny(Markup) >= 0 || text.Any(char.IsControl) || text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || !ForbiddenClaims.IsClean(text))
            return false;
        if (cited.Select(finding => finding.Tradition).Distinct(StringComparer.Ordinal).Count() > 1)
            return false;
        if (Untold().IsMatch(text))
            return false;
        var allowed = SpokenNames.Allowed(cited.SelectMany(finding => finding.Facts));
        return SpokenNames.In(text).All(allowed.Contains);
    }

    // What is refused when it is asked is not told unasked either. Words of a statement, where the phrases of questions would not do: "I have second thoughts" asks for help, "second thoughts" tells of Mercury.
    [GeneratedRegex(
        @"\b(die[sd]?|dying|death|dead|lifespan|suicid\w*|kill\w*|accident\w*|disease\w*|illness\w*|diagnos\w*|tumou?r\w*|surger\w*|pregnan\w*|unborn|abort\w*|miscarr\w*|baby (boy|girl)|male child|lotter\w*|jackpot|gambl\w*|stock market|shares will|court|lawsuit\w*|verdict\w*|prison|jail|divorce\w*|adulter\w*|black magic|curse[sd]?|buy now|order now)\b|मृत्यु|मौत|मरें|मरेंगे|निधन|आत्महत्या|आयु कम|अल्पायु|दुर्घटना|बीमारी|रोग|निदान|गर्भ|लॉटरी|सट्टा|जुआ|शेयर बाज़ार|शेयर बाजार|मुक़दमा|मुकदमा|अदालत|जेल|तलाक|श्राप|अभिशाप|काला जादू|अभी खरीदें",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Untold();

    private static Answered? Parse(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize<Answered>(answer, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Answered(List<AnsweredSentence?>? Sentences);

    private sealed record AnsweredSentence(string? Text, List<string>? Findings);
}
