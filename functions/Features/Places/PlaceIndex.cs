using System.Globalization;
using System.Text;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Places;

/// <summary>
/// All places by their names (GeoNames.org, CC BY 4.0): names that begin with the query, an exact name weighing as much as ten times the people,
/// then names with a typing error. Read on first
/// use; kept as one text and sorted keys, about 20 MB.
/// </summary>
public sealed class PlaceIndex
{
    private const int TypoLengthMin = 4;
    private const int TwoTyposLengthMin = 8;
    private const double CoordinateSteps = 1e5;

    private const double ExactBonus = 1;
    private const double OwnNameBonus = 0.5;

    private readonly Lazy<Loaded> _loaded = new(Load);

    // Keys are all names, folded and sorted; an owner is the number of the place, doubled, plus one where the name is its own and no other name of it.
    private sealed record Loaded(Spelling Spelling, string[] Zones, string[] Regions, string[] Lines, int[] Populations, string[] Keys, int[] Owners, uint[] Letters);

    /// <summary>How many places there are.</summary>
    public int Count => _loaded.Value.Lines.Length;

    /// <summary>The most populous places, the largest first.</summary>
    public IReadOnlyList<Place> Largest(int count)
    {
        var index = _loaded.Value;
        return [.. Enumerable.Range(0, Math.Min(count, index.Lines.Length)).Select(place => PlaceOf(index, place))];
    }

    /// <summary>The places that a query means, best first. What follows a comma must begin the region's or the country's name.</summary>
    public IReadOnlyList<Place> Search(string query, int limit)
    {
        var index = _loaded.Value;
        var parts = query.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(index.Spelling.Fold).Where(part => part.Length > 0).ToList();
        if (parts.Count == 0)
            return [];
        var found = ByName(index, parts[0], parts.Skip(1).ToList(), limit);
        // "jaipur rajasthan": what is no name as a whole may be a name and a region.
        if (found.Count == 0 && parts.Count == 1 && parts[0].LastIndexOf(' ') is > 0 and var gap)
            found = ByName(index, parts[0][..gap], [parts[0][(gap + 1)..]], limit);
        return [.. found.Take(limit).Select(place => PlaceOf(index, place))];
    }

    private static List<int> ByName(Loaded index, string name, List<string> within, int limit)
    {
        var scores = new Dictionary<int, double>();
        var from = Array.BinarySearch(index.Keys, name, StringComparer.Ordinal);
        for (var i = from < 0 ? ~from : First(index.Keys, from); i < index.Keys.Length && index.Keys[i].StartsWith(name, StringComparison.Ordinal); i++)
        {
            var place = index.Owners[i] / 2;
            var score = Weight(index, place) + (index.Keys[i].Length == name.Length ? ExactBonus + OwnNameBonus * (index.Owners[i] % 2) : 0);
            if ((!scores.TryGetValue(place, out var known) || known < score) && IsWithin(index, place, within))
                scores[place] = score;
        }
        var found = scores.OrderByDescending(row => row.Value).ThenBy(row => row.Key).Take(limit).Select(row => row.Key).ToList();
        return found.Count >= limit || name.Length < TypoLengthMin ? found : [.. found, .. Misspelt(index, name, within, limit).Where(place => !found.Contains(place))];
    }

    /// <summary>Ten times the people weigh as much as an exact name.</summary>
    private static double Weight(Loaded index, int place) => Math.Log10(index.Populations[place] + 10);

    // A typing error is rarely in the first letter: only where no name with the same one is near are all names looked at.
    private static IEnumerable<int> Misspelt(Loaded index, string name, List<string> within, int limit)
    {
        var (from, until) = (Bound(index.Keys, name[0]), Bound(index.Keys, (char)(name[0] + 1)));
        var found = Near(index, name, within, limit, from, until);
        return found.Count > 0 ? found : Near(index, name, within, limit, 0, index.Keys.Length);
    }

    private static List<int> Near(Loaded index, string name, List<string> within, int limit, int from, int until)
    {
        var allowed = name.Length >= TwoTyposLengthMin ? 2 : 1;
        var letters = Spelling.Letters(name);
        Span<int> row = stackalloc int[3 * (Limits.QueryLengthMax + 1)];
        // The number of a place is its rank by population, so that the smaller number is the better place.
        var found = new SortedSet<(int Typos, int Place)>();
        for (var i = from; i < until; i++)
        {
            if (System.Numerics.BitOperations.PopCount(letters & ~index.Letters[i]) > allowed || index.Keys[i].Length < name.Length - allowed)
                continue;
            var one = (Typos: Spelling.Typos(name, index.Keys[i], allowed, row), Place: index.Owners[i] / 2);
            if (one.Typos > allowed || (found.Count >= limit && one.CompareTo(found.Max) > 0) || !IsWithin(index, one.Place, within))
                continue;
            found.Add(one);
            if (found.Count > limit)
                found.Remove(found.Max);
        }
        return [.. found.Select(one => one.Place).Distinct()];
    }

    /// <summary>The first key that does not stand before a letter.</summary>
    private static int Bound(string[] keys, char letter) => Array.BinarySearch(keys, letter.ToString(), StringComparer.Ordinal) is var at && at < 0 ? ~at : First(keys, at);

    private static int First(string[] keys, int at)
    {
        while (at > 0 && keys[at - 1] == keys[at])
            at--;
        return at;
    }

    private static bool IsWithin(Loaded index, int place, List<string> within)
    {
        if (within.Count == 0)
            return true;
        var fields = index.Lines[place].Split('\t');
        var region = index.Spelling.Fold(index.Regions[Number(fields[2])]);
        var country = fields[1].ToLowerInvariant();
        return within.All(word => region.StartsWith(word, StringComparison.Ordinal) || country == word || CountryName(country).StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>English names of the countries that users of this app name; others are found by their code.</summary>
    private static string CountryName(string code) => code switch
    {
        "in" => "india", "np" => "nepal", "lk" => "sri lanka", "bd" => "bangladesh", "pk" => "pakistan", "us" => "united states", "gb" => "united kingdom", "ae" => "united arab emirates",
        "ca" => "canada", "au" => "australia", "mu" => "mauritius", "sg" => "singapore", "za" => "south africa", "de" => "germany", "fr" => "france", _ => code,
    };

    private static Place PlaceOf(Loaded index, int place)
    {
        var fields = index.Lines[place].Split('\t');
        var region = index.Regions[Number(fields[2])];
        var hindi = fields[7].Split('|')[0];
        return new(
            fields[0], region.Length == 0 ? null : region, fields[1], Number(fields[3]) / CoordinateSteps, Number(fields[4]) / CoordinateSteps,
            index.Zones[Number(fields[5])], Number(fields[6]), place + 1, hindi.Length == 0 ? null : new LocalName(fields[0], hindi));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static Loaded Load()
    {
        var lines = Encoding.UTF8.GetString(Pack.Read("places.br")).Split('\n');
        var (zones, regions, spelling, places) = (lines[0].Split('\t'), lines[1].Split('\t'), new Spelling(lines[2]), lines[3..]);
        var keys = new List<(string Key, int Owner)>(places.Length * 2);
        var populations = new int[places.Length];
        for (var place = 0; place < places.Length; place++)
        {
            var fields = places[place].Split('\t');
            populations[place] = Number(fields[6]);
            var (own, others) = (fields[7].Split('|').Append(fields[0]), fields[8].Split('|'));
            var names = own.Select(name => (Key: spelling.Fold(name), IsOwn: 1)).Concat(others.Select(name => (Key: spelling.Fold(name), IsOwn: 0)));
            keys.AddRange(names.Where(name => name.Key.Length > 0).DistinctBy(name => name.Key).Select(name => (name.Key, place * 2 + name.IsOwn)));
        }
        keys.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key) is not 0 and var order ? order : left.Owner.CompareTo(right.Owner));
        var sorted = keys.Select(row => row.Key).ToArray();
        return new(spelling, zones, regions, places, populations, sorted, [.. keys.Select(row => row.Owner)], [.. sorted.Select(Spelling.Letters)]);
    }
}
