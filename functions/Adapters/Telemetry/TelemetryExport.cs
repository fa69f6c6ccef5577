using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Kundli.Adapters.Telemetry;

/// <summary>
/// Where measurements and spans go. Sampling and the protocol's details follow OpenTelemetry's own variables (<c>OTEL_TRACES_SAMPLER</c>,
/// <c>OTEL_EXPORTER_OTLP_HEADERS</c> …). Only our own sources are told: those of client libraries put addresses with keys into their spans.
/// </summary>
/// <param name="Collector">An OTLP collector; null for none.</param>
/// <param name="AzureMonitor">The connection string of Application Insights; null for none.</param>
/// <param name="ClientId">The identity that may write to Application Insights; null where the connection string is enough.</param>
public sealed record TelemetryExport(Uri? Collector, string? AzureMonitor, string? ClientId)
{
    /// <summary>All meters and sources of the app.</summary>
    public const string Ours = "Kundli.*";

    /// <summary>The runtime's own: memory, collections, threads, exceptions.</summary>
    public const string Runtime = "System.Runtime";

    private const string App = "kundli";

    /// <summary>Whether anything is told to anybody.</summary>
    public bool IsWanted => Collector is not null || AzureMonitor is not null;

    /// <summary>Registers what sends; nothing at all where nobody listens.</summary>
    public IServiceCollection AddTo(IServiceCollection services)
    {
        if (IsWanted)
            services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(App)).WithMetrics(Metrics).WithTracing(Traces);
        return services;
    }

    private void Metrics(MeterProviderBuilder metrics)
    {
        metrics.AddMeter(Ours, Runtime);
        if (Collector is not null)
            metrics.AddOtlpExporter(otlp => otlp.Endpoint = Collector);
        if (AzureMonitor is not null)
            metrics.AddAzureMonitorMetricExporter(options => options.ConnectionString = AzureMonitor, Credential());
    }

    private void Traces(TracerProviderBuilder traces)
    {
        traces.AddSource(Ours);
        if (Collector is not null)
            traces.AddOtlpExporter(otlp => otlp.Endpoint = Collector);
        if (AzureMonitor is not null)
            traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = AzureMonitor, Credential());
    }

    private TokenCredential? Credential() => ClientId is null ? null : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(ClientId));
}
