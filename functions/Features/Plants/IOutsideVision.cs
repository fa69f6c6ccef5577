namespace Kundli.Features.Plants;

/// <summary>A photo that leaves the house: re-encoded, so without place, time or camera.</summary>
/// <param name="Jpeg">The photo.</param>
/// <param name="Organ">What it shows, as the sender says.</param>
public sealed record OutsidePhoto(ReadOnlyMemory<byte> Jpeg, Organ Organ);

/// <summary>A service outside this house that names plants.</summary>
public interface IOutsideVision
{
    /// <summary>
    /// What it says of one to five photos of one plant; null where it says nothing: none is set, the day's budget is spent, it is slow, down or
    /// broken. Our own model's word stands then.
    /// </summary>
    Task<Sighting?> AskAsync(IReadOnlyList<OutsidePhoto> photos, CancellationToken cancellation);
}

/// <summary>Nobody outside is asked.</summary>
public sealed class NoOutsideVision : IOutsideVision
{
    /// <inheritdoc/>
    public Task<Sighting?> AskAsync(IReadOnlyList<OutsidePhoto> photos, CancellationToken cancellation) => Task.FromResult<Sighting?>(null);
}
