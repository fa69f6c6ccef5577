using System.Globalization;
using System.Text;

namespace Kundli.Features.Catalog;

/// <summary>
/// Finds products by words in English and Hindi: whole words first, then beginnings, then words with one letter wrong (two from eight letters on). Every
/// word of the text must be found.
/// </summary>
public sealed class CatalogSearch
{
    private const int ExactScore = 8;
    private const int PrefixScore = 4;
    private const int TypoScore = 1;
    private const int NameWeight = 4;
    private const int WordsMax = 8;

    private readonly string[] _words;
    private readonly (int Product, int Weight)[][] _postings;

    /// <summary>Reads the words of the products; what is found is an index into <paramref name="products"/>.</summary>
    public CatalogSearch(IReadOnlyList<Product> products)
    {
        var postings = new SortedDictionary<string, Dictionary<int, int>>(StringComparer.Ordinal);
        for (var index = 0; index < products.Count; index++)
            foreach (var (word, weight) in WordsOf(products[index]))
            {
                if (!postings.TryGetValue(word, out var found))
                    postings[word] = found = [];
                found[index] = Math.Max(weight, found.GetValueOrDefault(index));
            }
        _words = [.. postings.Keys];
        _postings = [.. postings.Values.Select(found => found.Select(entry => (entry.Key, entry.Value)).ToArray())];
    }

    /// <summary>The products that hold every word of the text, with a score; the higher the closer.</summary>
    public IReadOnlyDictionary<int, int> Find(string text)
    {
        Dictionary<int, int>? all = null;
        foreach (var word in Split(text).Take(WordsMax))
        {
            var found = FindWord(word);
            all = all is null ? found : all.Where(entry => found.ContainsKey(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value + found[entry.Key]);
        }
        return all ?? [];
    }

    private Dictionary<int, int> FindWord(string word)
    {
        var found = new Dictionary<int, int>();
        var start = Array.BinarySearch(_words, word, StringComparer.Ordinal);
        for (var index = start < 0 ? ~start : start; index < _words.Length && _words[index].StartsWith(word, StringComparison.Ordinal); index++)
            Add(found, index, _words[index].Length == word.Length ? ExactScore : PrefixScore);
        if (found.Count > 0 || word.Length < 4)
            return found;
        var allowed = word.Length >= 8 ? 2 : 1;
        for (var index = 0; index < _words.Length; index++)
            if (Math.Abs(_words[index].Length - word.Length) <= allowed && IsWithin(word, _words[index], allowed))
                Add(found, index, TypoScore);
        return found;
    }

    private void Add(Dictionary<int, int> found, int word, int score)
    {
        foreach (var (product, weight) in _postings[word])
            found[product] = Math.Max(found.GetValueOrDefault(product), score * weight);
    }

    private static IEnumerable<(string Word, int Weight)> WordsOf(Product product)
    {
        var names = $"{product.Name.En} {product.Name.Hi} {product.ScientificName}";
        var others = string.Join(' ', product.Variants.Select(variant => $"{variant.Title.En} {variant.Title.Hi}").Prepend(product.Category)
            .Concat(product.Collections).Concat(product.Attributes.Values.SelectMany(values => values)).Append(product.Slug));
        return Split(names).Select(word => (word, NameWeight)).Concat(Split(others).Select(word => (word, 1)));
    }

    /// <summary>Lower-case words without marks on Latin letters; Devanagari keeps its vowel signs, without the nukta that people leave out.</summary>
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in Spaced(text).Normalize(NormalizationForm.FormD).Append(' '))
        {
            var isDevanagari = character is >= '\u0900' and <= '\u097F';
            if (char.IsLetterOrDigit(character) || (isDevanagari && character is not ('\u093C' or '\u0964' or '\u0965')))
                word.Append(char.ToLowerInvariant(character));
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return words;
    }

    /// <summary><c>uttaraPhalguni</c> is two words for a person.</summary>
    private static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length + 8);
        for (var index = 0; index < text.Length; index++)
        {
            if (index > 0 && char.IsAsciiLetterUpper(text[index]) && char.IsAsciiLetterLower(text[index - 1]))
                spaced.Append(' ');
            spaced.Append(text[index]);
        }
        return spaced.ToString();
    }

    /// <summary>Whether so few insertions, deletions, replacements or swaps of neighbours lead from one word to the other (optimal string alignment).</summary>
    private static bool IsWithin(string left, string right, int allowed)
    {
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> above = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            above[column] = column;
        for (var line = 1; line <= left.Length; line++)
        {
            var least = row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[line - 1] == right[column - 1] ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1], above[column]) + 1, above[column - 1] + cost);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                least = Math.Min(least, row[column]);
            }
            if (least > allowed)
                return false;
            above.CopyTo(before);
            row.CopyTo(above);
        }
        return above[right.Length] <= allowed;
    }
}
