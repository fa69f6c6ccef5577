namespace Kundli.Features.Plants;

/// <summary>Removes an identification before its time: photos, result, feedback, and what was given for training.</summary>
public sealed class RemoveIdentification(IIdentificationStore identifications, IPhotoBlobs blobs, ITrainingPhotos training)
{
    /// <summary>Removes it; removing it again is not found. A guest's goes by its id alone, as it is read.</summary>
    public async Task<Outcome<bool>> RunAsync(Caller caller, string id, CancellationToken cancellation)
    {
        if (!ReadIdentification.IsId(id) || await identifications.FindAsync(id, cancellation) is not { } stored || !stored.Value.IsVisibleTo(caller))
            return Problem.NotFound();
        await EraseAsync(stored.Value, cancellation);
        return true;
    }

    /// <summary>What leads to the photos goes last, so that a death in between leaves the way to them.</summary>
    internal async Task EraseAsync(Identification identification, CancellationToken cancellation)
    {
        await EraseAsync(identification.Id, cancellation);
        if (identification.Owner is not { } owner)
            return;
        await training.RemoveEntryAsync(owner, identification.Id, cancellation);
        await identifications.RemoveEntryAsync(owner, new(identification.Id, identification.CreatedAt), cancellation);
    }

    /// <summary>Everything that an id leads to, also where its document is gone already.</summary>
    internal async Task EraseAsync(string id, CancellationToken cancellation)
    {
        await blobs.RemoveAllAsync(id, cancellation);
        await training.RemoveAsync(id, cancellation);
        await identifications.RemoveAsync(id, cancellation);
    }
}
