using System.Text;
using System.Text.RegularExpressions;

namespace Kundli.Features.Readings;

/// <summary>
/// Turns the patterns of the question files into one expression over <see cref="QuestionWords"/>. A pattern is a row of words: <c>pregnan*</c> is a beginning, <c>(a|b c)</c> a choice, <c>word?</c>
/// may be missing, <c>..</c> stands for up to four words between, <c>&lt;child&gt;</c> for an age below eighteen and <c>&lt;old&gt;</c> for one of fifty and more, in numbers or words.
/// </summary>
internal static partial class QuestionPattern
{
    private const int TimeoutMilliseconds = 1000;
    private const int BeginningMin = 2;
    private const int BeginningAloneMin = 3;
    private const string NothingSaid = " ~ ";

    // The words are spelled as QuestionWords spells them when they come out of here.
    private static readonly Dictionary<string, string> Numbers = new(StringComparer.Ordinal)
    {
        ["<child>"] = Choice("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            + "tin char paanch panch chhah chhe cheh saat aath nau das dus gyarah barah terah chaudah pandrah solah satrah gyara bara tera chauda pandra sola satra"),
        ["<old>"] = Choice("50 55 60 65 70 75 80 85 90 95 100 110 120 51 52 58 61 62 68 71 72 78 81 82 84 88 91 92 99 101 fifty sixty seventy eighty ninety hundred fiftieth sixtieth seventieth eightieth ninetieth hundredth 60th 65th 70th 75th 80th 85th 90th 100th "
            + "pachas sath saath sattar assi nabbe sau sahasra shatabdi"),
    };

    /// <summary>
    /// One expression for all patterns. What it may try is bounded by the patterns, whose gaps end after four words; the kind of expression that needs no such bound takes
    /// seconds to build, and a first question would wait for it.
    /// </summary>
    /// <exception cref="InvalidDataException">A pattern fits what says nothing, and so would fit every question; or it stands there twice, in whatever script.</exception>
    public static Regex Any(IReadOnlyList<string> patterns)
    {
        var expressions = patterns.ToLookup(Expression, StringComparer.Ordinal);
        if (expressions.FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"These come to the same pattern: {string.Join(", ", twice)}.");
        var any = new Regex(string.Join('|', expressions.Select(same => same.Key)), RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(TimeoutMilliseconds));
        return any.IsMatch(NothingSaid) ? throw new InvalidDataException($"A pattern from '{patterns[0]}' to '{patterns[^1]}' fits every question.") : any;
    }

    private static string Expression(string pattern)
    {
        var expression = new StringBuilder();
        var pieces = Pieces().Matches(pattern);
        foreach (Match piece in pieces)
            expression.Append(piece.Value switch
            {
                "(" => "(?:",
                ")" or "|" or "?" => piece.Value,
                ".." => @"(?: \S+ ){0,4}",
                ['<', ..] => Numbers[piece.Value],
                [.., '*'] => $@"(?: {Beginning(piece.Value[..^1], pieces.Count == 1 ? BeginningAloneMin : BeginningMin)}\S* )",
                _ => $"(?:{Regex.Escape(QuestionWords.Normalise(piece.Value))})",
            });
        return expression.ToString();
    }

    // Short words keep their inner "a", which the longer words that begin with them lose: "kat", "ktna".
    private static string Beginning(string letters, int lettersMin) => QuestionWords.Beginning(letters) switch
    {
        { Length: var length } when length < lettersMin => throw new InvalidDataException($"'{letters}*' comes to fewer than {lettersMin} letters and fits too many words."),
        [var first, 'a', var last] => $"(?:{first}a?{last})",
        var beginning => Regex.Escape(beginning),
    };

    private static string Choice(string words) => $"(?:{string.Join('|', words.Split(' ').Select(QuestionWords.Normalise).Distinct(StringComparer.Ordinal))})";

    [GeneratedRegex(@"\(|\)|\||\?|\.\.|<[a-z]+>|[^\s()|?<>*.]+\*?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pieces();
}
