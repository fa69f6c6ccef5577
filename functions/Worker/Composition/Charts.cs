using Kundli.Features.Charts;
using Kundli.Features.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>Charts, their views and matching.</summary>
internal static class Charts
{
    /// <summary>Everything is computed: nothing is configured.</summary>
    public static IServiceCollection AddCharts(this IServiceCollection services) => services
        .AddSingleton<DrawChart>()
        .AddSingleton<ChartDashas>()
        .AddSingleton<ChartSpecialPoints>()
        .AddSingleton<ChartStrengths>()
        .AddSingleton<ChartTransits>()
        .AddSingleton<ChartSensitivity>()
        .AddSingleton<MatchCharts>();
}
