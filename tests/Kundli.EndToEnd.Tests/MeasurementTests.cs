using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kundli.Adapters.Telemetry;
using Kundli.Features;
using Kundli.Testing;
using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>What the host measures, and that dashboard and alerts ask for nothing else.</summary>
[Collection(RunningHost.Name)]
public sealed class MeasurementTests(RunningHost host)
{
    private const string Requests = "http_server_request_duration_seconds_count";

    [Fact]
    public async Task A_request_is_counted_under_its_route_status_and_problem_and_never_under_its_path()
    {
        await host.Http.GetAsync("/api/v1/products/not-a-plant-of-ours");
        await host.Http.SendAsync(new(new HttpMethod("INVENTED"), "/api/v1/products"));

        var lines = (await ScrapeAsync("http_request_method=\"_OTHER\"")).Where(line => line.StartsWith(Requests, StringComparison.Ordinal)).ToList();
        var missing = Assert.Single(lines, line => line.Contains("http_route=\"api/v1/products/{slug}\"", StringComparison.Ordinal) && line.Contains("http_response_status_code=\"404\"", StringComparison.Ordinal));
        Assert.Contains("error_type=\"not-found\"", missing, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("http_request_method=\"_OTHER\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("not-a-plant", StringComparison.Ordinal) || line.Contains("INVENTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dashboard_and_alerts_name_only_what_is_measured()
    {
        await host.Http.GetAsync("/api/v1/products/tulsi");
        var measured = Published();
        Assert.Superset(new HashSet<string> { "http_server_request_duration_seconds", "kundli_documents_duration_seconds", "kundli_ratelimit_calls_total" }, measured);
        // That series are called so is shown by those that have counted already.
        var scraped = string.Join('\n', await ScrapeAsync("kundli_documents_duration_seconds_bucket"));
        Assert.Contains("\nhttp_server_request_duration_seconds_bucket", scraped, StringComparison.Ordinal);
        Assert.Contains("\nkundli_documents_duration_seconds_bucket", scraped, StringComparison.Ordinal);

        foreach (var file in new[] { "grafana.json", "alerts.yml" })
        {
            var asked = Regex.Matches(await File.ReadAllTextAsync(Repository.At("infra", "monitoring", file)), @"\b(?:http|kundli|dotnet)_[a-z_]+\b(?=[\[{)\s""])").Select(match => match.Value)
                .Where(name => !name.StartsWith("http_r", StringComparison.Ordinal)).Distinct().ToList();
            Assert.True(asked.Count >= 3, $"{file}: nothing was found that it asks for.");
            Assert.All(asked, name => Assert.True(measured.Contains(name) || measured.Contains(Regex.Replace(name, "_(bucket|count|sum)$", "")) || scraped.Contains($"\n{name}{{", StringComparison.Ordinal) || scraped.Contains($"\n{name} ", StringComparison.Ordinal), $"{file} asks for {name}, which nothing measures."));
        }
    }

    /// <summary>The scrape that tells of something: a request counts when its answer has gone, and a scrape is kept for a moment.</summary>
    private async Task<string[]> ScrapeAsync(string told)
    {
        for (var attempt = 0; ; attempt++)
        {
            var text = await host.Http.GetStringAsync("/metrics");
            if (text.Contains(told, StringComparison.Ordinal))
                return text.Split('\n');
            Assert.True(attempt < 100, $"Nothing tells of {told}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>The series of every instrument of ours: dots become underscores, the unit and a counter's ending are added.</summary>
    private static HashSet<string> Published()
    {
        foreach (var type in new[] { typeof(Problem), typeof(TelemetryExport), typeof(Worker.Program) }.SelectMany(mark => mark.Assembly.GetTypes())
            .Where(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Any(field => field.FieldType == typeof(Meter))))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith("Kundli.", StringComparison.Ordinal))
                    names.Add(instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (instrument is Counter<long> ? "_total" : ""));
            },
        };
        listener.Start();
        return names;
    }
}
