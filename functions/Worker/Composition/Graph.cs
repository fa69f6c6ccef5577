using Kundli.Worker.Graph;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>The graph over everything that can be read.</summary>
internal static class Graph
{
    /// <summary>The areas in this order: the chart's own form is made before another area leads to it.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services) => services
        .AddSingleton<IGraphEdges, ChartEdges>()
        .AddSingleton<IGraphEdges, AlmanacEdges>()
        .AddSingleton<IGraphEdges, ShopEdges>()
        .AddSingleton<IGraphEdges, MemberEdges>()
        .AddSingleton(provider => new GraphSchema(provider.GetServices<IGraphEdges>()))
        .AddSingleton(provider => new RunGraph(provider.GetRequiredService<GraphSchema>()));
}
