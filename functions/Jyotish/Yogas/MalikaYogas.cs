namespace Kundli.Jyotish.Yogas;

/// <summary>The twelve garlands: Sun … Saturn in seven houses in a row, named by the first (Jataka Parijata 7; Raman, Three Hundred Important Combinations 65-76).</summary>
internal static class MalikaYogas
{
    private static readonly string[] Names = ["Lagna", "Dhana", "Vikrama", "Sukha", "Putra", "Satru", "Kalatra", "Randhra", "Bhagya", "Karma", "Labha", "Vyaya"];

    public static IReadOnlyList<YogaRule> Rules { get; } = [.. Names.Select((name, index) => new YogaRule(
        $"{name.ToLowerInvariant()}Malika", $"{name} Malika", "Raman, Three Hundred Important Combinations 65-76", YogaNeeds.Lagna,
        chart => chart.Fill(YogaChart.Run(index + 1, 7)) ? new(Zodiac.Grahas.Seven, []) : null))];
}
