using Kundli.Worker.Contract;
using Kundli.Worker.Health;
using Kundli.Worker.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>What the HTTP surface itself needs.</summary>
internal static class Http
{
    /// <summary>Routes, the origins that may call from a browser, and health. Reads <c>Cors:Origins</c>, comma-separated.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(RouteTable.Of(typeof(RouteTable).Assembly))
        .AddSingleton<OpenApi>()
        .AddSingleton(Origins.Parse(configuration["Cors:Origins"]))
        .AddSingleton<PeerAddress>()
        .AddSingleton<Readiness>();
}
