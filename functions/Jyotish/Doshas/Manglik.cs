using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Doshas;

/// <summary>
/// Mars in the 1st, 2nd, 4th, 7th, 8th or 12th sign from lagna, Moon or Venus (common Parashari practice; North and South differ about the 1st and 2nd), and
/// what cancels it. A fact about places, never a verdict.
/// </summary>
/// <param name="Present">Whether Mars stands in such a house from any of the three.</param>
/// <param name="Cancelled">Whether an exception of the policy <c>parashari</c> applies.</param>
/// <param name="FromLagna">The house of Mars from the lagna, or null.</param>
/// <param name="FromMoon">The house of Mars from the Moon, or null.</param>
/// <param name="FromVenus">The house of Mars from Venus, or null.</param>
/// <param name="Reasons">From where it is present, by name.</param>
/// <param name="Exceptions">The exceptions that apply, by name.</param>
public sealed record Manglik(bool Present, bool Cancelled, int? FromLagna, int? FromMoon, int? FromVenus, IReadOnlyList<string> Reasons, IReadOnlyList<string> Exceptions)
{
    // What only some almanacs accept, and what all do (own sign, exaltation): the policies differ by these.
    private static readonly string[] OfSome = ["marsInLeoOrAquarius", "marsCombust"];
    private static readonly string[] OfAll = ["marsInOwnSign", "marsExalted"];

    /// <summary>Exceptions that some almanacs accept beside those of the policy.</summary>
    public IReadOnlyList<string> OtherExceptions { get; init; } = [];

    /// <summary>What each tradition says: the North counts the 1st, 4th, 7th, 8th and 12th, the South the 2nd in place of the 1st.</summary>
    public IReadOnlyList<MarsTradition> Traditions { get; init; } = [];

    /// <summary>The fact for a chart; null when Mars, or everything it is counted from, is not known.</summary>
    public static Manglik? Of(BirthChart chart)
    {
        if (!chart.Has(Graha.Mars) || (chart.Lagna is null && !chart.Has(Graha.Moon) && !chart.Has(Graha.Venus)))
            return null;
        var mars = chart.Sign(Graha.Mars);
        int? fromLagna = chart.Lagna is { } lagna ? mars.HouseFrom(lagna.Rashi) : null;
        int? fromMoon = chart.Has(Graha.Moon) ? mars.HouseFrom(chart.Sign(Graha.Moon)) : null;
        int? fromVenus = chart.Has(Graha.Venus) ? mars.HouseFrom(chart.Sign(Graha.Venus)) : null;
        var reasons = new List<string>(3);
        Note(reasons, fromLagna, "fromLagna");
        Note(reasons, fromMoon, "fromMoon");
        Note(reasons, fromVenus, "fromVenus");
        var all = reasons.Count == 0 ? [] : Exception(chart, mars, fromLagna ?? fromMoon ?? fromVenus!.Value);
        var exceptions = all.Except(OfSome).ToList();
        var north = Any(house => house is 1 or 4 or 7 or 8 or 12);
        var south = Any(house => house is 2 or 4 or 7 or 8 or 12);
        return new(reasons.Count > 0, exceptions.Count > 0, fromLagna, fromMoon, fromVenus, reasons, exceptions)
        {
            OtherExceptions = [.. all.Intersect(OfSome)],
            Traditions =
            [
                new("north", north, north && exceptions.Count > 0), new("south", south, south && exceptions.Count > 0),
                new("strict", reasons.Count > 0, all.Intersect(OfAll).Any()), new("lenient", reasons.Count > 0, all.Count > 0),
            ],
        };

        bool Any(Func<int, bool> counts) => new[] { fromLagna, fromMoon, fromVenus }.Any(house => house is { } there && counts(there));
    }

    /// <summary>The houses that count, North and South together.</summary>
    public static bool IsHouse(int house) => house is 1 or 2 or 4 or 7 or 8 or 12;

    private static void Note(List<string> reasons, int? house, string reason)
    {
        if (house is { } there && IsHouse(there))
            reasons.Add(reason);
    }

    private static List<string> Exception(BirthChart chart, Rashi mars, int house)
    {
        var exceptions = new List<string>();
        if (mars is Rashi.Aries or Rashi.Scorpio)
            exceptions.Add("marsInOwnSign");
        if (mars == Rashi.Capricorn)
            exceptions.Add("marsExalted");
        if (mars is Rashi.Leo or Rashi.Aquarius)
            exceptions.Add("marsInLeoOrAquarius");
        if (Combustion.IsCombust(chart, Graha.Mars))
            exceptions.Add("marsCombust");
        if (IsHarmless(house, mars))
            exceptions.Add("signOfTheHouse");
        if (chart.Has(Graha.Jupiter) && Aspects.Together(chart, Graha.Jupiter, Graha.Mars))
            exceptions.Add("marsWithJupiter");
        if (chart.Has(Graha.Jupiter) && Aspects.Looks(chart, Graha.Jupiter, Graha.Mars))
            exceptions.Add("jupiterLooksAtMars");
        if (chart.Has(Graha.Moon) && Aspects.Together(chart, Graha.Moon, Graha.Mars))
            exceptions.Add("marsWithMoon");
        if (chart.Lagna is not null)
            foreach (var graha in (Graha[])[Graha.Jupiter, Graha.Venus])
                if (chart.Has(graha) && chart.SignHouse(graha) is 1 or 7 && Dignities.IsStrong(graha, chart.Sign(graha)))
                    exceptions.Add($"strong{graha}InFirstOrSeventh");
        return exceptions;
    }

    /// <summary>Pairs of house and sign in which Mars is held harmless.</summary>
    private static bool IsHarmless(int house, Rashi sign) => (house, sign) is (1, Rashi.Aries) or (2, Rashi.Gemini or Rashi.Virgo) or (4, Rashi.Aries or Rashi.Scorpio)
        or (7, Rashi.Cancer or Rashi.Capricorn) or (8, Rashi.Sagittarius or Rashi.Pisces) or (12, Rashi.Taurus or Rashi.Libra);
}

/// <summary>What one tradition says of Mars.</summary>
/// <param name="Name"><c>north</c> and <c>south</c> by the houses that count, with the exceptions of the policy; <c>strict</c> and <c>lenient</c> by the exceptions that are accepted, with all the houses.</param>
/// <param name="Present">Whether Mars stands in a house that counts.</param>
/// <param name="Cancelled">Whether an exception that it accepts applies.</param>
public sealed record MarsTradition(string Name, bool Present, bool Cancelled);
