using System.Text;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kundli.Worker.Tests.Http;

public sealed class EventStreamTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Recorder _log = new();

    [Fact]
    public async Task What_fails_is_an_error_event_that_is_logged_by_type_and_never_by_its_words()
    {
        var text = await TellAsync(async (part, token) =>
        {
            await part("first", token);
            throw new InvalidOperationException("Asha was born in Pune.");
        });
        Assert.StartsWith("event: part\ndata: \"first\"\n\nevent: error\ndata: {\"type\":\"urn:kundli:problem:internal\"", text, StringComparison.Ordinal);
        var line = Assert.Single(_log.Lines);
        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Asha", line + text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_down_is_unavailable() =>
        Assert.Contains("urn:kundli:problem:unavailable", await TellAsync((_, _) => throw new HttpRequestException("down")), StringComparison.Ordinal);

    [Fact]
    public async Task A_silent_stream_says_that_it_is_still_there_and_ends_at_its_time()
    {
        var body = new MemoryStream();
        var told = RunAsync(body, async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return "";
        });
        for (var second = 0; second < EventStreams.TimeMax.TotalSeconds + 1 && !told.IsCompleted; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            // The comment is written by another task.
            await Task.Delay(1);
        }
        await told;
        var text = Encoding.UTF8.GetString(body.ToArray());
        Assert.StartsWith(": still there\n\n", text, StringComparison.Ordinal);
        Assert.InRange(text.Split(": still there").Length - 1, 2, (int)(EventStreams.TimeMax / EventStreams.CommentEvery));
        Assert.Contains("event: error", text, StringComparison.Ordinal);
        Assert.Contains("urn:kundli:problem:unavailable", text, StringComparison.Ordinal);
    }

    private async Task<string> TellAsync(Telling<string> tell)
    {
        var body = new MemoryStream();
        await RunAsync(body, tell);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    private async Task RunAsync(MemoryStream body, Telling<string> tell)
    {
        await using var services = new ServiceCollection().AddLogging(logging => logging.AddProvider(_log)).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = body } };
        await new EventStream<string>(tell, _clock).ExecuteAsync(http);
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
