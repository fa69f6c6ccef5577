using System.Text.Json;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Features.Tests.Readings;
using Kundli.Jyotish.Doshas;
using Kundli.Testing;
using Xunit;

namespace Kundli.Features.Tests.Texts;

/// <summary>What speaks for and against a dosha is told as keys; pages and reports have the words.</summary>
public sealed class DoshaWordTests
{
    private const int Charts = 1500;
    private const int ReasonsMin = 20;

    [Fact]
    public void Every_reason_has_words_on_the_page_and_in_the_report()
    {
        var draw = new DrawChart(new ZoneMap(), TimeProvider.System);
        var reasons = Enumerable.Range(0, Charts).SelectMany(number => ReasonsOf(draw.Run(new ChartRequest(Longitudes: RandomCharts.Longitudes(number))).Value.Doshas!)).ToHashSet(StringComparer.Ordinal);
        // Enough charts to meet every rule, or the rest proves little.
        Assert.True(reasons.Count >= ReasonsMin, string.Join(", ", reasons));
        foreach (var language in new[] { "en", "hi" })
        {
            var (page, report) = (Keys("Web", "src", "packs", $"{language}.json"), Keys("Features", "Reports", "Data", $"{language}.json"));
            Assert.Empty(reasons.Where(reason => !page.Contains($"dosha.{reason}")));
            Assert.Empty(reasons.Where(reason => !reason.StartsWith("from", StringComparison.Ordinal) && !report.Contains($"fact.{reason}")));
            Assert.Empty(Enum.GetValues<KaalSarpKind>().Select(kind => $"kaalSarp.{Words.Key(kind)}").Where(kind => !page.Contains(kind)));
            Assert.Empty(new[] { SaturnPhase.Rising, SaturnPhase.Peak, SaturnPhase.Setting }.Where(phase => !page.Contains($"dosha.{Words.Key(phase)}")));
        }
    }

    private static IEnumerable<string> ReasonsOf(DoshasAnswer doshas) =>
    [
        .. doshas.Manglik?.Reasons ?? [], .. doshas.Manglik?.Exceptions ?? [], .. doshas.Manglik?.OtherExceptions ?? [],
        .. new[] { doshas.Pitra, doshas.GuruChandal, doshas.Grahan }.SelectMany(fact => fact?.Reasons ?? []),
    ];

    private static HashSet<string> Keys(params string[] path) =>
        [.. JsonDocument.Parse(File.ReadAllText(Repository.At(["functions", .. path]))).RootElement.EnumerateObject().Select(entry => entry.Name)];
}
