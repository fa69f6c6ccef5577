using System.Net.Http.Headers;
using System.Text;
using Kundli.Adapters.Documents;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Kundli.Adapters.Mail;

/// <summary>Sends short messages.</summary>
public interface ISmsGateway
{
    /// <summary>Sends one; false where it isn't sent: the number is not served, the day's messages are spent, or the gateway is down.</summary>
    Task<bool> SendAsync(string number, string text, CancellationToken cancellation);
}

/// <summary>How short messages are sent.</summary>
public sealed record SmsOptions
{
    /// <summary>The gateway's address, with a slash at its end.</summary>
    public Uri Address { get; init; } = new("https://api.twilio.com/");

    /// <summary>The account there.</summary>
    public required string Account { get; init; }

    /// <summary>The account's secret.</summary>
    public required string Key { get; init; }

    /// <summary>The number or name that messages come from.</summary>
    public required string Sender { get; init; }

    /// <summary>Messages of a UTC day over all processes: whoever makes us write to thousands of numbers costs no more than this.</summary>
    public int PerDay { get; init; } = 2_000;

    /// <summary>Beginnings of the numbers that are served; those of dear countries are what fraud asks for.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = ["+91"];
}

/// <summary>
/// Twilio's messages call, which several gateways speak: a form with <c>To</c>, <c>From</c> and <c>Body</c>. It is asked twice at most, and left alone for a while after
/// half of some calls failed.
/// </summary>
public sealed class SmsGateway : ISmsGateway
{
    private const int CallsMin = 6;
    private const int TriesMax = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BreakTime = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly SmsOptions _options;
    private readonly DailyBudget _budget;
    private readonly ResiliencePipeline _pipeline;

    /// <summary>A gateway over a transport that it does not own.</summary>
    public SmsGateway(HttpClient http, SmsOptions options, DailyBudget budget, TimeProvider time)
    {
        (_http, _options, _budget) = (http, options, budget);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Account}:{options.Key}")));
        var failures = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>();
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions { FailureRatio = 0.5, MinimumThroughput = CallsMin, SamplingDuration = BreakTime, BreakDuration = BreakTime, ShouldHandle = failures })
            // Only what surely was not sent is tried again: a second message costs as much as the first.
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = TriesMax - 1,
                Delay = TimeSpan.FromMilliseconds(300),
                UseJitter = true,
                ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>(failure => failure.StatusCode is System.Net.HttpStatusCode.TooManyRequests or System.Net.HttpStatusCode.ServiceUnavailable || failure.HttpRequestError == HttpRequestError.ConnectionError),
            })
            .AddTimeout(Patience)
            .Build();
    }

    /// <inheritdoc/>
    public async Task<bool> SendAsync(string number, string text, CancellationToken cancellation)
    {
        if (!_options.Prefixes.Any(prefix => number.StartsWith(prefix, StringComparison.Ordinal)) || !await _budget.TakeAsync(cancellation))
            return false;
        try
        {
            return await _pipeline.ExecuteAsync(async inner => await PostAsync(number, text, inner), cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutRejectedException or BrokenCircuitException)
        {
            return false;
        }
    }

    private async Task<bool> PostAsync(string number, string text, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["To"] = number, ["From"] = _options.Sender, ["Body"] = text });
        using var answer = await _http.PostAsync(new Uri(_options.Address, $"2010-04-01/Accounts/{Uri.EscapeDataString(_options.Account)}/Messages.json"), form, cancellation);
        if ((int)answer.StatusCode is 429 or >= 500)
            throw new HttpRequestException($"The gateway answers with {(int)answer.StatusCode}.", null, answer.StatusCode);
        return answer.IsSuccessStatusCode;
    }
}
