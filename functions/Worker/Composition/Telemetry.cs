using Kundli.Adapters.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>Metrics and traces.</summary>
internal static class Telemetry
{
    /// <summary>
    /// Reads <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> (a collector) and <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>, which the identity <c>Storage:clientId</c> writes to;
    /// without either nothing is sent.
    /// </summary>
    /// <exception cref="InvalidOperationException">The collector's address is none.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration) =>
        new TelemetryExport(Collector(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]), Given(configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"]), Given(configuration["Storage:clientId"])).AddTo(services);

    private static Uri? Collector(string? setting) => Given(setting) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new InvalidOperationException("The setting 'OTEL_EXPORTER_OTLP_ENDPOINT' is no address.");

    private static string? Given(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting;
}
