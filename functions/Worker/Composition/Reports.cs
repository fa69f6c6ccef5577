using Kundli.Adapters.Blobs;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Reports;
using Kundli.Features.Due;
using Kundli.Features.Reports;
using Kundli.Features.SavedCharts;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>Printed reports.</summary>
internal static class Reports
{
    /// <summary>Nothing is configured.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<ReportBlobs>()
        .AddSingleton<ReportStore>()
        .AddSingleton<IReportStore>(provider => provider.GetRequiredService<ReportStore>())
        .AddSingleton<IChartAttachments>(provider => provider.GetRequiredService<ReportStore>())
        .AddSingleton<IReportPrinter, SkiaReportPrinter>()
        .AddSingleton<ComposeReport>()
        .AddSingleton<RequestReport>()
        .AddSingleton<MakeReport>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<MakeReport>());
}
