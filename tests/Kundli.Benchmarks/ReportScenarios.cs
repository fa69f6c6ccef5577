using Kundli.Adapters.Reports;
using Kundli.Features.Catalog;
using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Features.Idempotency;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Features.Plants;
using Kundli.Features.Readings;
using Kundli.Features.Reports;
using Kundli.Features.SavedCharts;

namespace Kundli.Benchmarks;

/// <summary>What a printed report costs.</summary>
internal static class ReportScenarios
{
    private static readonly TimeProvider Time = TimeProvider.System;
    private static readonly DrawChart Draw = new(new ZoneMap(), Time);
    private static readonly ComposeReport Compose = new(new ReadChart(new NoCharts(), Draw, Time), Draw, new ComposeReading(Draw, Time), new SuggestRemedies(Draw, new OfferPlants(new NoShop()), Time), new SpeciesTable(), new ReadDay(new ZoneMap(), Time), Time);
    private static readonly SkiaReportPrinter Printer = new();

    /// <summary>Birth to PDF: every chapter, in English or Hindi.</summary>
    public static double Report(int operation)
    {
        var day = new DateOnly(1950, 1, 1).AddDays(operation * 7919 % 25000);
        var birth = new BirthInput($"{day:yyyy-MM-dd}", $"{operation % 24:00}:{operation % 60:00}", 28.6139, 77.2090, UtcOffset: "+05:30");
        var now = Time.GetUtcNow();
        var saved = new SavedChart(SavedChart.IdAt(now, "00000000"), "u", new ChartRequest("Asha", birth), ChartSubject.Self, new(MayEnter: true, IsParent: false), now, now);
        var content = Compose.RunAsync(saved, operation % 2 == 0 ? "en" : "hi", ChartStyle.North, CancellationToken.None).GetAwaiter().GetResult();
        return Printer.Print(content.Value).Pdf.Length;
    }

    /// <summary>A report is composed from the chart at hand: nothing is read.</summary>
    private sealed class NoCharts : ISavedCharts
    {
        public Task<(SavedChart Chart, string Version)?> ReadAsync(string userId, string chartId, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Creation> AddAsync(SavedChart chart, Repeat? repeat, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> SaveAsync(SavedChart chart, string version, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Features.Page<SavedChart>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation) => throw new NotSupportedException();

        public Task RemoveAsync(string userId, string chartId, CancellationToken cancellation) => throw new NotSupportedException();
    }

    /// <summary>Nothing is for sale in a report.</summary>
    private sealed class NoShop : ICatalogIndex
    {
        public ValueTask<CatalogIndex> CurrentAsync(CancellationToken cancellation) => throw new NotSupportedException();
    }
}
