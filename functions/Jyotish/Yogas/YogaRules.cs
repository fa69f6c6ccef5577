using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Yogas;

/// <summary>All yogas that are known here.</summary>
public static class YogaRules
{
    /// <summary>Every rule; ids are unique.</summary>
    public static IReadOnlyList<YogaRule> All { get; } = [.. LunarSolarYogas.Rules, .. FamousYogas.Rules, .. LordYogas.Rules, .. NabhasaYogas.Rules, .. MalikaYogas.Rules];

    /// <summary>The yogas of a chart. Nothing can be said unless Sun … Saturn are known; without a lagna only the rules that don't read it are asked.</summary>
    public static IReadOnlyList<YogaFinding>? Of(BirthChart chart)
    {
        if (!chart.Has(Grahas.Seven))
            return null;
        var reading = new YogaChart(chart);
        var findings = new List<YogaFinding>();
        foreach (var rule in All)
            if ((rule.Needs == YogaNeeds.Grahas || reading.HasLagna) && rule.Form(reading) is { } formation)
                findings.Add(new(rule, formation));
        return findings;
    }
}
