using Kundli.Adapters.Documents;
using Kundli.Features.Privacy;
using Kundli.Features.SavedCharts;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>What customers keep of charts.</summary>
internal static class SavedCharts
{
    /// <summary>Nothing is configured.</summary>
    public static IServiceCollection AddSavedCharts(this IServiceCollection services) => services
        .AddSingleton<ISavedCharts, SavedChartStore>()
        .AddSingleton<SaveChart>()
        .AddSingleton<ReadChart>()
        .AddSingleton<ChangeChart>()
        .AddSingleton<IPersonalRecords, SavedChartRecords>();
}
