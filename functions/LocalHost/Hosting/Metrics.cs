using Kundli.Adapters.Telemetry;

using Microsoft.AspNetCore.Builder;

using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Kundli.LocalHost.Hosting;

/// <summary>What a Prometheus on the same machine scrapes. On Azure nobody can scrape an instance that comes and goes: there measurements are sent.</summary>
internal static class Metrics
{
    /// <summary>Where it is scraped.</summary>
    public const string Path = "/metrics";

    /// <summary>Begins to measure; the caller disposes it with the host.</summary>
    public static MeterProvider Start() => Sdk.CreateMeterProviderBuilder().AddMeter(TelemetryExport.Ours, TelemetryExport.Runtime).AddPrometheusExporter().Build();

    /// <summary>Answers at <see cref="Path"/>.</summary>
    public static void UseMetrics(this IApplicationBuilder app, MeterProvider measured) =>
        app.UseOpenTelemetryPrometheusScrapingEndpoint(measured, predicate: null, path: Path, configureBranchedPipeline: null, optionsName: null);
}
