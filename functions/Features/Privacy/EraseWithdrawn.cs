using Kundli.Features.Due;

namespace Kundli.Features.Privacy;

/// <summary>Records that are kept on the strength of a consent alone.</summary>
public interface IConsentedRecords : IPersonalRecords
{
    /// <summary>The consent without which they may not be kept.</summary>
    ConsentPurpose KeptBy { get; }
}

/// <summary>Erases what a withdrawn consent had allowed to keep (Digital Personal Data Protection Act 2023, section 8(7)). Who has agreed again meanwhile keeps it.</summary>
/// <param name="store">What was decided.</param>
/// <param name="records">What is kept by consent.</param>
public sealed class EraseWithdrawn(IConsentStore store, IEnumerable<IConsentedRecords> records) : IDueWork
{
    /// <summary>The kind of its markers.</summary>
    public const string MarkerKind = "consent-withdrawn";

    /// <summary>From the request to the erasure: the decision is written in between.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Kind => MarkerKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        var (decided, _) = await store.ReadAsync(targetId, cancellation);
        var result = Erasure.Done;
        foreach (var kept in records.Where(kept => decided.IsWithdrawn(kept.KeptBy)))
            result = result.And(await kept.EraseAsync(targetId, cancellation));
        return result.Again;
    }
}
