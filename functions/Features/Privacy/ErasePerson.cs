using Kundli.Features.Due;
using Microsoft.Extensions.Logging;

namespace Kundli.Features.Privacy;

/// <summary>How an erasure stands. It holds no personal data and stays as the proof that the wish was carried out.</summary>
/// <param name="UserId">Whose; the id is random and leads nowhere afterwards.</param>
/// <param name="RequestedAt">When it was asked for.</param>
public sealed record ErasureNote(string UserId, DateTimeOffset RequestedAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>When the last pass over every section ended.</summary>
    public DateTimeOffset? LastPassAt { get; init; }

    /// <summary>When nothing but what a law holds was left; null until then.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>What a law still holds.</summary>
    public IReadOnlyList<StatutoryHold> Holds { get; init; } = [];
}

/// <summary>Where erasures are noted.</summary>
public interface IErasureNotes
{
    /// <summary>The note of a customer with its version; null when nothing was asked for.</summary>
    Task<(ErasureNote Note, string Version)?> ReadAsync(string userId, CancellationToken cancellation);

    /// <summary>Writes it; new where <paramref name="version"/> is null. False when somebody else did meanwhile.</summary>
    Task<bool> SaveAsync(ErasureNote note, string? version, CancellationToken cancellation);
}

/// <summary>
/// Erases a person from every store, as one job driven by a due marker: it goes through all sections, again and again until each says that it is done, and may die
/// at any line. What a law holds is named in the note and erased when its hold ends.
/// </summary>
public sealed partial class ErasePerson(IEnumerable<IPersonalRecords> sections, IErasureNotes notes, IDueMarkers markers, TimeProvider time, ILogger<ErasePerson> logger) : IDueWork
{
    /// <summary>The kind of its markers.</summary>
    public const string DueKind = "erasure";

    private readonly List<IPersonalRecords> _sections = ExportPerson.Sorted(sections);

    /// <inheritdoc/>
    public string Kind => DueKind;

    /// <summary>Notes the wish; the marker is there before, so that it can't be forgotten.</summary>
    public async Task RequestAsync(string userId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await markers.SetAsync(new DueMarker(DueKind, userId, now), cancellation);
        if (await notes.ReadAsync(userId, cancellation) is null)
            await notes.SaveAsync(new ErasureNote(userId, now), null, cancellation);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (await notes.ReadAsync(targetId, cancellation) is not { Note: var note })
            return null;
        var result = Erasure.Done;
        foreach (var section in _sections)
            result = result.And(await section.EraseAsync(targetId, cancellation));
        if (time.GetUtcNow() < note.RequestedAt + Limits.SecondPass)
            result = result.And(Erasure.Unfinished(note.RequestedAt + Limits.SecondPass));
        await SaveAsync(targetId, result, cancellation);
        return result.Again;
    }

    private async Task SaveAsync(string userId, Erasure result, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Limits.ConflictTriesMax; attempt++)
        {
            var (note, version) = (await notes.ReadAsync(userId, cancellation))!.Value;
            var now = time.GetUtcNow();
            // Only holds are left when the next look is due to the first of them.
            var isErased = result.Again is null || result.Holds.Any(hold => hold.Until == result.Again);
            if (await notes.SaveAsync(note with { LastPassAt = now, Holds = result.Holds, ErasedAt = note.ErasedAt ?? (isErased ? now : null) }, version, cancellation))
            {
                LogPass(isErased, result.Holds.Count);
                return;
            }
        }
        throw new TimeoutException("The note about an erasure was written by others again and again.");
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "erasure-pass", Message = "A person was erased (finished: {IsErased}, held by law: {Holds}).")]
    private partial void LogPass(bool isErased, int holds);
}
