using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Kundli.EndToEnd.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>A14: a secret word in every text of every body and query, as a guest and signed in, is in no log line, no trace, no measurement, no error and nobody else's export.</summary>
[Collection(RunningHost.Name)]
public sealed class CanaryTests(RunningHost host)
{
    private const string Canary = "canarysecretword";

    [Fact]
    public async Task A14_a_secret_in_every_input_is_in_no_log_trace_error_or_export_of_another()
    {
        var logs = new Recorder();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => logs.Lines.Enqueue($"trace {span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(item => item.Tags))} {string.Join(' ', span.Baggage)}"),
        };
        ActivitySource.AddActivityListener(traces);

        var full = await FullAccount.OpenAsync(host, Canary);
        var document = await ApiDocument.ReadAsync(host.Http);
        var (other, _) = host.SignedIn();
        var errors = new List<string>();
        foreach (var operation in document.Operations)
            foreach (var http in new[] { host.Http, other })
            {
                using var request = Request(operation);
                using var response = await http.SendAsync(request);
                var body = (int)response.StatusCode >= 400 ? await response.Content.ReadAsStringAsync() : "";
                if (body.Contains(Canary, StringComparison.OrdinalIgnoreCase))
                    errors.Add($"{operation} {(int)response.StatusCode}: {body}");
            }
        Assert.Empty(errors);
        var (stranger, _) = host.SignedIn();
        Assert.DoesNotContain(Canary, await stranger.GetStringAsync("/api/v1/me/export"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Canary, await full.Http.GetStringAsync("/api/v1/me/export"), StringComparison.OrdinalIgnoreCase);
        Console.WriteLine($"A14: {document.Operations.Count} operations, {logs.Lines.Count} log lines and spans");
        Assert.DoesNotContain(Canary, await host.Http.GetStringAsync("/metrics"), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(logs.Lines);
        Assert.Empty(logs.Lines.Where(line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase)).Take(5));
    }

    private static HttpRequestMessage Request(Operation operation)
    {
        // Ids in paths name things and are no personal data; what a person writes goes into bodies and queries.
        var query = string.Join('&', operation.QueryParameters.Select(parameter => $"{parameter.GetProperty("name").GetString()}={Canary}"));
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.With(_ => "x") + (query.Length > 0 && operation.Method == "GET" ? "?" + query : ""));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Headers.UserAgent.ParseAdd($"{Canary}-agent");
        if (operation.BodySchema is { } schema)
            request.Content = new StringContent(Filled(operation.Document.Example(schema))?.ToJsonString() ?? "{}", Encoding.UTF8, "application/json");
        return request;
    }

    private static JsonNode? Filled(JsonNode? node) => node switch
    {
        JsonObject made => new JsonObject(made.Select(member => KeyValuePair.Create(member.Key, Filled(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Filled)]),
        JsonValue value when value.TryGetValue<string>(out var text) => text == "text" ? $"{Canary}@example.org" : value.DeepClone(),
        _ => node?.DeepClone(),
    };

    /// <summary>Keeps what is logged, from the debug level on, with the values that structured sinks would get.</summary>
    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")}");

        public void Dispose()
        {
        }
    }
}
