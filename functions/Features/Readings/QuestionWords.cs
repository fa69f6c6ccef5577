using System.Globalization;
using System.Text;

namespace Kundli.Features.Readings;

/// <summary>
/// Brings a question of any of the three scripts into one spelling: without case, marks and doubled letters, and with the vowels of romanised Hindi evened out,
/// so that <c>shaadi</c> and <c>shadi</c>, <c>ज़</c> and <c>ज</c> are one.
/// </summary>
internal static class QuestionWords
{
    private const char Nukta = '\u093C';
    private const char Virama = '\u094D';
    private const char Anusvara = '\u0902';
    private const char Candrabindu = '\u0901';

    /// <summary>The words, with a blank before, between and after them, so that a phrase is found as <c>" phrase "</c>.</summary>
    public static string Normalise(string text)
    {
        var line = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
            Append(line, rune);
        return Evened(line.Append(' ').ToString());
    }

    private static void Append(StringBuilder line, Rune rune)
    {
        if (rune.Value is Nukta or '\u2019' or '\'' or 0x200C or 0x200D or 0x200B)
            return;
        if (rune.Value == Candrabindu)
            line.Append(Anusvara);
        else if (rune.Value is >= 0x0300 and <= 0x036F)
            return;
        else if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark)
            line.Append(rune.ToString());
        else if (line[^1] != ' ')
            line.Append(' ');
    }

    // Longer spellings first. A half nasal before a consonant is written as anusvara, as most do today: सन्तान and संतान.
    private static string Evened(string line)
    {
        foreach (var nasal in "नमण")
            line = line.Replace($"{nasal}{Virama}", $"{Anusvara}", StringComparison.Ordinal);
        line = line.Replace("aa", "a", StringComparison.Ordinal).Replace("ee", "i", StringComparison.Ordinal).Replace("oo", "u", StringComparison.Ordinal)
            .Replace("ph", "f", StringComparison.Ordinal).Replace('w', 'v').Replace('z', 'j').Replace("ayegi", "aegi", StringComparison.Ordinal).Replace("ayega", "aega", StringComparison.Ordinal)
            .Replace("mein ", "me ", StringComparison.Ordinal).Replace("nahin ", "nahi ", StringComparison.Ordinal);
        var evened = new StringBuilder(line.Length);
        foreach (var letter in line)
            if (evened.Length == 0 || letter != evened[^1] || !char.IsAsciiLetter(letter))
                evened.Append(letter);
        return evened.ToString();
    }
}
