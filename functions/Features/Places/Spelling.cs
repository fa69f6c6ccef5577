using System.Globalization;
using System.Text;

namespace Kundli.Features.Places;

/// <summary>How names are compared: without case, accents and marks, so that "São Paulo" is found by "sao paulo". Devanagari keeps its vowel signs.</summary>
/// <param name="plainLetters">Letters with a mark, each followed by the letter without it: the app runs without the tables of Unicode.</param>
internal sealed class Spelling(string plainLetters)
{
    private readonly Dictionary<char, char> _plain = Enumerable.Range(0, plainLetters.Length / 2).ToDictionary(i => plainLetters[2 * i], i => plainLetters[2 * i + 1]);

    /// <summary>The key of a name.</summary>
    public string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name)
            if (_plain.TryGetValue(letter, out var plain))
                folded.Append(plain);
            else if (char.IsLetterOrDigit(letter) || IsSignOfIndia(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (char.IsWhiteSpace(letter) || letter is '-' or '.')
                Space(folded);
        return folded.ToString().TrimEnd();
    }

    /// <summary>Which letters a key has, one bit each: two keys that differ in more bits than typos are allowed need not be compared.</summary>
    public static uint Letters(string key)
    {
        var letters = 0u;
        foreach (var letter in key)
            letters |= 1u << (letter is >= 'a' and <= 'z' ? letter - 'a' : 26 + letter % 6);
        return letters;
    }

    /// <summary>
    /// The fewest typing errors (a letter wrong, missing, too many, or two swapped) that turn the query into the beginning of a key; more than allowed counts as one
    /// more than allowed. <paramref name="row"/> is room for three rows of the query's length plus one.
    /// </summary>
    public static int Typos(string query, string key, int allowed, Span<int> row)
    {
        var width = query.Length + 1;
        var before = row[..width];
        var last = row.Slice(width, width);
        var now = row.Slice(2 * width, width);
        for (var i = 0; i < width; i++)
            last[i] = i;
        var best = last[query.Length];
        for (var j = 1; j <= Math.Min(key.Length, query.Length + allowed); j++)
        {
            now[0] = j;
            var least = j;
            for (var i = 1; i < width; i++)
            {
                var isSame = query[i - 1] == key[j - 1];
                now[i] = Math.Min(Math.Min(last[i] + 1, now[i - 1] + 1), last[i - 1] + (isSame ? 0 : 1));
                if (i > 1 && j > 1 && query[i - 1] == key[j - 2] && query[i - 2] == key[j - 1])
                    now[i] = Math.Min(now[i], before[i - 2] + 1);
                least = Math.Min(least, now[i]);
            }
            best = Math.Min(best, now[query.Length]);
            if (least > allowed)
                break;
            var free = before;
            before = last;
            last = now;
            now = free;
        }
        return Math.Min(best, allowed + 1);
    }

    private static bool IsSignOfIndia(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark && letter is >= 'ऀ' and < '฀';

    private static void Space(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }
}
