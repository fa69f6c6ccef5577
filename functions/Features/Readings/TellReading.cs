using Kundli.Features.Charts;

namespace Kundli.Features.Readings;

/// <summary>A reading as its asker gets it: composed by the rules, and in a model's words for a customer who agreed to that. Nothing is stored.</summary>
/// <param name="draw">Finds the chart.</param>
/// <param name="word">Asks the model.</param>
/// <param name="time">For what runs now.</param>
public sealed class TellReading(DrawChart draw, WordReading word, TimeProvider time)
{
    /// <summary>The reading; topics of marriage and children are not read for a minor.</summary>
    public Task<Outcome<Reading>> RunAsync(Caller caller, ReadingRequest request, CancellationToken cancellation) =>
        draw.Find(request.ToChart()).ThenAsync(found => TellAsync(caller, request, found, cancellation));

    private async Task<Outcome<Reading>> TellAsync(Caller caller, ReadingRequest request, FoundChart found, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var asked = ComposeReading.Asked(found, request.Topics, DateOnly.FromDateTime(now.UtcDateTime));
        if (!asked.IsOk)
            return asked.Problem;
        var findings = Findings.Of(found, now);
        return await word.RunAsync(caller.UserId, findings, Composer.Compose(findings, request.Language, request.Length, asked.Value), cancellation);
    }
}
