using System.Text.Json;
using Kundli.Adapters.Documents;
using Kundli.Features.Plants;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Kundli.Adapters.Vision.Outside;

/// <summary>
/// Asks a service outside within a budget and with little patience. It is not asked twice: a customer waits, and our own model's word is there. After
/// half of some calls failed it is left alone for a while.
/// </summary>
public sealed class GuardedVision : IOutsideVision
{
    /// <summary>How long a service is left alone that fails.</summary>
    public static readonly TimeSpan BreakTime = TimeSpan.FromMinutes(1);

    private const int CallsMin = 4;

    private readonly IOutsideVision _service;
    private readonly DailyBudget _budget;
    private readonly ResiliencePipeline _pipeline;

    /// <summary>Guards a service that throws when it fails.</summary>
    public GuardedVision(IOutsideVision service, DailyBudget budget, OutsideOptions options, TimeProvider time)
    {
        (_service, _budget) = (service, budget);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = CallsMin,
                SamplingDuration = BreakTime,
                BreakDuration = BreakTime,
                ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>().Handle<JsonException>(),
            })
            .AddTimeout(options.Patience)
            .Build();
    }

    /// <inheritdoc/>
    public async Task<Sighting?> AskAsync(IReadOnlyList<OutsidePhoto> photos, CancellationToken cancellation)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async inner => await _budget.TakeAsync(inner) ? await _service.AskAsync(photos, inner) : null, cancellation);
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutRejectedException or BrokenCircuitException or JsonException)
        {
            return null;
        }
    }
}
