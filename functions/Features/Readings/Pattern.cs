using System.Globalization;
using System.Text;

namespace Kundli.Features.Readings;

/// <summary>
/// Fills the places of a pattern: <c>{graha}</c> a term, <c>{house.obl}</c> a form of it, <c>{theme?m:अच्छा|f:अच्छी}</c> a word that agrees with it.
/// A list of terms is joined as the language joins, and agrees as plural.
/// </summary>
internal static class Pattern
{
    public static string Fill(LanguagePack pack, string pattern, IReadOnlyDictionary<string, string> slots)
    {
        var text = new StringBuilder(pattern.Length * 2);
        for (var at = 0; at < pattern.Length;)
        {
            var open = pattern.IndexOf('{', at);
            if (open < 0)
            {
                text.Append(pattern, at, pattern.Length - at);
                break;
            }
            var close = pattern.IndexOf('}', open);
            text.Append(pattern, at, open - at).Append(Place(pack, pattern[(open + 1)..close], slots));
            at = close + 1;
        }
        return Capitalised(text.ToString());
    }

    private static string Place(LanguagePack pack, string place, IReadOnlyDictionary<string, string> slots)
    {
        if (place.IndexOf('?', StringComparison.Ordinal) is > 0 and var question)
            return Agreeing(place[(question + 1)..].Split('|'), Agreement(pack, slots[place[..question]]));
        var dot = place.IndexOf('.', StringComparison.Ordinal);
        var terms = slots[dot < 0 ? place : place[..dot]].Split('+');
        var form = dot < 0 ? "" : place[(dot + 1)..];
        return Joined(pack, [.. terms.Select(term => Text(pack, term, form))]);
    }

    private static string Agreeing(string[] choices, string agreement)
    {
        var chosen = choices.FirstOrDefault(choice => choice.StartsWith(agreement + ":", StringComparison.Ordinal)) ?? choices[0];
        return chosen[(chosen.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private static string Agreement(LanguagePack pack, string slot)
    {
        if (slot.Contains('+', StringComparison.Ordinal))
            return "p";
        var parts = slot.Split('/', 2);
        return pack.Has(parts[0], parts[1]) ? pack.Term(parts[0], parts[1]).Agreement : "m";
    }

    private static string Joined(LanguagePack pack, string[] texts) => texts.Length == 1
        ? texts[0]
        : string.Join(pack.Term("joints", "comma").Text, texts[..^1]) + pack.Term("joints", "and").Text + texts[^1];

    private static string Text(LanguagePack pack, string term, string form)
    {
        var slash = term.IndexOf('/', StringComparison.Ordinal);
        var (category, key) = (term[..slash], term[(slash + 1)..]);
        return category switch
        {
            "number" => key,
            "until" => string.Format(CultureInfo.InvariantCulture, pack.Term("joints", "until").Text, Text(pack, $"day/{key}", form)),
            "day" or "month" => Date(pack, category, DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            _ => pack.Term(category, key).Form(form),
        };
    }

    private static string Date(LanguagePack pack, string kind, DateOnly date) => string.Format(
        CultureInfo.InvariantCulture, pack.Term("joints", kind).Text, date.Day, pack.Term("months", date.Month.ToString(CultureInfo.InvariantCulture)).Text, date.Year);

    private static string Capitalised(string text) => text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
