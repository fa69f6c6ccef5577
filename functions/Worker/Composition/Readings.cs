using Kundli.Features.Drawings;
using Kundli.Features.Readings;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>What is told and drawn of a chart.</summary>
internal static class Readings
{
    /// <summary>Everything is computed: nothing is configured.</summary>
    public static IServiceCollection AddReadings(this IServiceCollection services) => services
        .AddSingleton<DrawPicture>()
        .AddSingleton<SuggestRemedies>()
        .AddSingleton<ComposeReading>()
        .AddSingleton<AskChart>();
}
