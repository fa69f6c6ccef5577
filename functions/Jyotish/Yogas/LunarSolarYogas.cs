using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Yogas;

/// <summary>Yogas from the Moon (BPHS 37) and from the Sun (BPHS 38). The nodes are not read; nor is the Sun from the Moon, nor the Moon from the Sun.</summary>
internal static class LunarSolarYogas
{
    private static readonly Graha[] Gentle = [Graha.Mercury, Graha.Jupiter, Graha.Venus];

    public static IReadOnlyList<YogaRule> Rules { get; } =
    [
        new("sunapha", "Sunapha", "BPHS 37.7", YogaNeeds.Grahas, chart => Flank(chart, Graha.Moon, 2, 12)),
        new("anapha", "Anapha", "BPHS 37.7", YogaNeeds.Grahas, chart => Flank(chart, Graha.Moon, 12, 2)),
        new("durudhara", "Durudhara", "BPHS 37.7", YogaNeeds.Grahas, chart => Both(chart, Graha.Moon)),
        new("kemadruma", "Kemadruma", "BPHS 37.8-13", YogaNeeds.Grahas, Kemadruma),
        new("gajakesari", "Gajakesari", "BPHS 36.3-4", YogaNeeds.Grahas, Gajakesari),
        new("chandraMangala", "Chandra-Mangala", "Phaladeepika 6; Raman 4", YogaNeeds.Grahas, chart => chart.Together(Graha.Moon, Graha.Mars) ? YogaFormation.Of(Graha.Moon, Graha.Mars) : null),
        new("adhi", "Adhi (Chandradhi)", "BPHS 37.5", YogaNeeds.Grahas, chart => Gentle.All(graha => chart.From(Graha.Moon, graha) is 6 or 7 or 8) ? YogaFormation.Of(Gentle) : null),
        new("lagnadhi", "Lagnadhi", "Phaladeepika 6.17", YogaNeeds.Lagna, chart => Gentle.All(graha => chart.H(graha) is 6 or 7 or 8) ? YogaFormation.Of(Gentle) : null),
        new("vasumati", "Vasumati", "Phaladeepika 6.19; Raman 7", YogaNeeds.Grahas, Vasumati),
        new("amala", "Amala", "BPHS 36.5-6", YogaNeeds.Grahas, Amala),
        new("sakataFromMoon", "Sakata (from the Moon)", "Phaladeepika 6.16; Raman 10", YogaNeeds.Grahas, Sakata),
        new("dhanaFromMoon", "Dhana (from the Moon)", "BPHS 37.6", YogaNeeds.Grahas, chart => Gentle.All(graha => chart.From(Graha.Moon, graha) is 3 or 6 or 10 or 11) ? YogaFormation.Of(Gentle) : null),
        new("vesi", "Vesi", "BPHS 38.1", YogaNeeds.Grahas, chart => Flank(chart, Graha.Sun, 2, 12)),
        new("vosi", "Vosi", "BPHS 38.1", YogaNeeds.Grahas, chart => Flank(chart, Graha.Sun, 12, 2)),
        new("ubhayachari", "Ubhayachari", "BPHS 38.1", YogaNeeds.Grahas, chart => Both(chart, Graha.Sun)),
        new("budhaditya", "Budha-Aditya (Nipuna)", "Saravali 15", YogaNeeds.Grahas, chart => !chart.Together(Graha.Sun, Graha.Mercury) ? null
            : new([Graha.Sun, Graha.Mercury], chart.IsCombust(Graha.Mercury) ? ["mercuryCombust"] : [])),
    ];

    /// <summary>The tara grahas in one house from a luminary. Sunapha and Anapha, Vesi and Vosi stand also where the other side is taken: together they are the third.</summary>
    private static YogaFormation? Flank(YogaChart chart, Graha luminary, int house, int other)
    {
        var there = chart.Within(Grahas.Five, luminary, house);
        return there.Length == 0 ? null : new(there, chart.Within(Grahas.Five, luminary, other).Length > 0 ? ["partOfBothSides"] : []);
    }

    private static YogaFormation? Both(YogaChart chart, Graha luminary)
    {
        var (second, twelfth) = (chart.Within(Grahas.Five, luminary, 2), chart.Within(Grahas.Five, luminary, 12));
        return second.Length == 0 || twelfth.Length == 0 ? null : new([.. second, .. twelfth], []);
    }

    /// <summary>No tara graha beside the Moon or with her, and none in a kendra of the lagna; Jupiter's glance or a tara graha in her kendra relieves it.</summary>
    private static YogaFormation? Kemadruma(YogaChart chart)
    {
        if (chart.Within(Grahas.Five, Graha.Moon, 1, 2, 12).Length > 0 || (chart.HasLagna && Grahas.Five.Any(chart.InKendra)))
            return null;
        var exceptions = new List<string>();
        if (chart.Within(Grahas.Five, Graha.Moon, 4, 7, 10).Length > 0)
            exceptions.Add("grahaInKendraFromMoon");
        if (chart.Looks(Graha.Jupiter, Graha.Moon))
            exceptions.Add("jupiterLooksAtMoon");
        if (chart.HasLagna && chart.InKendra(Graha.Moon))
            exceptions.Add("moonInKendra");
        return new([Graha.Moon], exceptions);
    }

    private static YogaFormation? Gajakesari(YogaChart chart)
    {
        if (!YogaChart.IsKendra(chart.From(Graha.Moon, Graha.Jupiter)))
            return null;
        var exceptions = new List<string>();
        if (chart.IsDebilitated(Graha.Jupiter))
            exceptions.Add("jupiterDebilitated");
        if (chart.IsCombust(Graha.Jupiter))
            exceptions.Add("jupiterCombust");
        return new([Graha.Moon, Graha.Jupiter], exceptions);
    }

    private static YogaFormation? Vasumati(YogaChart chart) =>
        Gentle.All(graha => chart.From(Graha.Moon, graha) is 3 or 6 or 10 or 11) || (chart.HasLagna && Gentle.All(graha => chart.H(graha) is 3 or 6 or 10 or 11))
            ? YogaFormation.Of(Gentle) : null;

    private static YogaFormation? Amala(YogaChart chart)
    {
        var fromMoon = Alone(chart, graha => chart.From(Graha.Moon, graha) == 10);
        var fromLagna = chart.HasLagna ? Alone(chart, graha => chart.H(graha) == 10) : [];
        return fromMoon.Length + fromLagna.Length == 0 ? null : new([.. fromMoon.Union(fromLagna)], []);
    }

    /// <summary>The gentle grahas of a house that no malefic shares.</summary>
    private static Graha[] Alone(YogaChart chart, Func<Graha, bool> isThere)
    {
        Graha[] there = [.. Grahas.Seven.Where(isThere)];
        return there.Length > 0 && there.All(Gentle.Contains) ? there : [];
    }

    private static YogaFormation? Sakata(YogaChart chart)
    {
        if (chart.From(Graha.Jupiter, Graha.Moon) is not (6 or 8 or 12))
            return null;
        return new([Graha.Moon, Graha.Jupiter], chart.HasLagna && chart.InKendra(Graha.Moon) ? ["moonInKendra"] : []);
    }
}
