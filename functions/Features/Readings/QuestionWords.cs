using System.Globalization;
using System.Text;

namespace Kundli.Features.Readings;

/// <summary>
/// Brings a question of any of the three scripts into one spelling in Latin letters, so that <c>शादी</c>, <c>shaadi</c> and <c>shadi</c> are one word: Devanagari is spelled as it is romanised,
/// without case, marks, doubled letters, and without the vowel <c>a</c> inside a word, which people write, lengthen and leave out as they like (<c>zindagi</c>, <c>jindgi</c>).
/// </summary>
internal static class QuestionWords
{
    private const int LettersLeftMin = 3;
    private const char Nukta = '\u093C';
    private const char Virama = '\u094D';

    private static readonly Dictionary<char, string> Consonants = Pairs(
        "क k ख kh ग g घ gh ङ n च ch छ ch ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n प p फ f ब b भ bh म m य y र r ल l ळ l व v श sh ष sh स s ह h");

    private static readonly Dictionary<char, string> Vowels = Pairs(
        "अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ai ओ o औ au ऑ o ऍ e ा a ि i ी i ु u ू u ृ ri े e ै ai ो o ौ au ॉ o ॅ e ं n ँ n ः h");

    /// <summary>The words, each between two blanks of its own: <c>" when  will  i  marry "</c>, so that a word is found as <c>" marry "</c> and neighbours share no blank.</summary>
    public static string Normalise(string text)
    {
        var line = new StringBuilder(text.Length * 2);
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Replace("ज्ञ", "ग्य", StringComparison.Ordinal).EnumerateRunes())
            if (IsPartOfWord(rune))
                word.Append(rune.ToString());
            else if (!IsSilent(rune))
                End(line, word);
        End(line, word);
        return line.ToString();
    }

    /// <summary>The beginning of a word: as <see cref="Normalise"/>, but without the last <c>a</c>, which goes away where the word goes on.</summary>
    public static string Beginning(string letters) => Normalise(letters).Trim().TrimEnd('a');

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || (rune.Value is >= 0x0900 and <= 0x097F and not Nukta && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark));

    // Accents, apostrophes and joiners stand within words: "don't" is one word.
    private static bool IsSilent(Rune rune) => rune.Value is Nukta or '\u2019' or '\'' or 0x200C or 0x200D or 0x200B or (>= 0x0300 and <= 0x036F);

    private static void End(StringBuilder line, StringBuilder word)
    {
        if (word.Length > 0)
            line.Append(' ').Append(Evened(Romanised(word.ToString()))).Append(' ');
        word.Clear();
    }

    // A consonant carries an "a" unless a vowel or a virama follows; at the end of a word nobody says it. A nasal vowel at the end is written without its "n" by most.
    private static string Romanised(string word)
    {
        var letters = new StringBuilder(word.Length * 2);
        for (var at = 0; at < word.Length; at++)
        {
            var next = at + 1 < word.Length ? word[at + 1] : '\0';
            if (Consonants.TryGetValue(word[at], out var consonant))
                letters.Append(consonant).Append(next != '\0' && (Consonants.ContainsKey(next) || next is 'ं' or 'ँ') ? "a" : "");
            else if (Vowels.TryGetValue(word[at], out var vowel))
                letters.Append(next == '\0' && word[at] is 'ं' or 'ँ' ? "" : vowel);
            else if (char.IsDigit(word[at]))
                letters.Append((int)char.GetNumericValue(word[at]));
            else if (word[at] != Virama)
                letters.Append(word[at]);
        }
        return letters.ToString();
    }

    private static string Evened(string word)
    {
        var evened = Single(word.Replace("aa", "a", StringComparison.Ordinal).Replace("ee", "i", StringComparison.Ordinal).Replace("oo", "u", StringComparison.Ordinal).Replace("ph", "f", StringComparison.Ordinal)
            .Replace('w', 'v').Replace('z', 'j').Replace('q', 'k'));
        evened = Single(evened.Replace("chch", "ch", StringComparison.Ordinal).Replace("chh", "ch", StringComparison.Ordinal).Replace("mb", "nb", StringComparison.Ordinal).Replace("mp", "np", StringComparison.Ordinal)
            .Replace("aye", "ae", StringComparison.Ordinal).Replace("iye", "ie", StringComparison.Ordinal).Replace("oye", "oe", StringComparison.Ordinal));
        return Single(WithoutInnerA(WithoutNasalEnd(evened)));
    }

    // "mein", "jaun", "bachchon": me, jau, bachcho.
    private static string WithoutNasalEnd(string word) => word switch
    {
        "mein" or "mien" => "me",
        "main" => "mai",
        "hun" => "hu",
        "n" => "na",
        "hain" => "hai",
        "nahin" or "nhi" or "nahi" or "nai" => "nahi",
        { Length: > 3 } when word.EndsWith("un", StringComparison.Ordinal) || word.EndsWith("on", StringComparison.Ordinal) => word[..^1],
        { Length: > 4 } when word.EndsWith("ein", StringComparison.Ordinal) => word[..^2],
        _ => word,
    };

    private static string WithoutInnerA(string word)
    {
        if (word.Length <= LettersLeftMin)
            return word;
        var shorter = $"{word[0]}{word[1..^1].Replace("a", "", StringComparison.Ordinal)}{word[^1]}";
        return shorter.Length < LettersLeftMin ? word : shorter;
    }

    private static string Single(string word)
    {
        var single = new StringBuilder(word.Length);
        foreach (var letter in word)
            if (single.Length == 0 || letter != single[^1] || !char.IsAsciiLetter(letter))
                single.Append(letter);
        return single.ToString();
    }

    private static Dictionary<char, string> Pairs(string text)
    {
        var parts = text.Split(' ');
        return Enumerable.Range(0, parts.Length / 2).ToDictionary(at => parts[at * 2].Single(), at => parts[(at * 2) + 1]);
    }
}
