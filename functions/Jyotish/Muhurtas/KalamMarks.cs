using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;
using static Kundli.Jyotish.Muhurtas.Verdict;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>What the parts of the day say.</summary>
internal static class KalamMarks
{
    private const string South = "Custom of the south";
    private const string Chintamani = "Muhurta Chintamani, Shubhashubha Prakarana";
    private const string Stars = "Muhurta Chintamani, Nakshatra Prakarana";

    /// <summary>The direction in which no journey begins on a weekday, Sunday first (dik shula).</summary>
    private static readonly Direction[] Shula = [Direction.West, Direction.East, Direction.North, Direction.North, Direction.South, Direction.West, Direction.East];

    /// <summary>The marks of the parts of a day.</summary>
    public static IEnumerable<MuhurtaMark> Of(PurposeRules rules, AlmanacDay day, PlaceAlmanac almanac, Direction? direction)
    {
        var marks = new List<MuhurtaMark>();
        Add(DayParts.RahuKalam(day), "rahuKalam", Forbids, new("Rahu kalam.", "राहु काल।"), South);
        Add(DayParts.Yamaganda(day), "yamaganda", Against, new("Yamaganda.", "यमगण्ड।"), South);
        Add(DayParts.GulikaKalam(day), "gulikaKalam", Against, new("Gulika kalam.", "गुलिक काल।"), South);
        foreach (var part in DayParts.Durmuhurtas(day))
            Add(part, "durmuhurta", Forbids, new("Durmuhurta.", "दुर्मुहूर्त।"), Chintamani);
        var stars = almanac.Limbs(Limb.Nakshatra, day.Whole);
        foreach (var part in stars.SelectMany(Ghatis.Varjyam))
            Add(part, "varjyam", Forbids, new("Varjyam, the shunned part of the star.", "वर्ज्यम्, नक्षत्र का त्याज्य भाग।"), Stars);
        foreach (var part in stars.Select(Ghatis.Amrita))
            Add(part, "amritKalam", For, new("Amrit kalam, the sought part of the star.", "अमृत काल, नक्षत्र का शुभ भाग।"), Stars);
        if (day.Vara != Vara.Wednesday)
            Add(DayParts.Abhijit(day), "abhijit", For, new("Abhijit muhurta around noon.", "मध्याह्न का अभिजित मुहूर्त।"), Chintamani);
        if (rules.Purpose == Purpose.Travel)
            marks.Add(Journey(day, direction));
        return marks;

        void Add(Period? time, string id, Verdict verdict, LocalName text, string source)
        {
            if (time is { } there)
                marks.Add(new(new(id, verdict, text, source), there));
        }
    }

    private static MuhurtaMark Journey(AlmanacDay day, Direction? direction)
    {
        var shunned = Shula[(int)day.Vara];
        var (name, vara) = (MuhurtaWords.Of(shunned), AlmanacNames.Of(day.Vara));
        var text = new LocalName($"On {vara.En} no journey begins to the {name.En} (dik shula).", $"{vara.Hi} को {name.Hi} दिशा की यात्रा वर्जित है (दिशाशूल)।");
        var verdict = direction == shunned ? Forbids : direction is null ? Against : For;
        return new(
            new("dikShula", verdict, verdict == For ? new($"The {name.En} alone is shunned on {vara.En}.", $"{vara.Hi} को केवल {name.Hi} दिशा वर्जित है।") : text, "Muhurta Chintamani, Yatra Prakarana"), day.Whole);
    }
}

/// <summary>Whither a journey goes.</summary>
public enum Direction
{
    /// <summary>Uttara.</summary>
    North,

    /// <summary>Purva.</summary>
    East,

    /// <summary>Dakshina.</summary>
    South,

    /// <summary>Pashchima.</summary>
    West,
}
