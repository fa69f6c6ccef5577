using Kundli.Features.Due;

namespace Kundli.Features.Plants;

/// <summary>
/// Turns photos into a result. A message may arrive twice, late or never: the document tells what is left to do, and a due marker, written before
/// the message, takes it up again if nobody ended it.
/// </summary>
public sealed class AnalysePhotos(
    IIdentificationStore identifications, IPhotoBlobs blobs, IPhotoDecoder decoder, IPhotoModeration moderation, NamePlant name, ISpeciesTable table, IDueMarkers markers,
    AnalysisPlaces places, TimeProvider time)
    : IDueWork
{
    /// <summary>The kind of the markers that take an analysis up again.</summary>
    public const string DueKind = "plant-analysis";

    /// <inheritdoc/>
    public string Kind => DueKind;

    /// <summary>Analyses the photos, unless that is done or being done.</summary>
    public async Task RunAsync(string identificationId, CancellationToken cancellation)
    {
        var stored = await identifications.FindAsync(identificationId, cancellation);
        // Not there yet or not any more: the marker decides later, the message has done its part.
        if (stored is null || stored.Value.IsEnded)
            return;
        // Before the try is counted: a process that dies young, over its own beginning, has tried no photo.
        moderation.Load();
        name.Load();
        if (stored.Value.Start(time.GetUtcNow()) is not { } started)
            return;
        // The marker that was set when the photos were taken in stands until the end: should this process die, it falls due and looks again.
        if (await identifications.SaveAsync(started, stored.ETag, cancellation) is not { } taken)
            return;
        if (!started.IsEnded)
            await EndAsync(taken, cancellation);
        await CleanUpAsync(stored.Value, cancellation);
    }

    /// <inheritdoc/>
    async Task<DateTimeOffset?> IDueWork.RunAsync(string targetId, CancellationToken cancellation)
    {
        await RunAsync(targetId, cancellation);
        var stored = await identifications.FindAsync(targetId, cancellation);
        if (stored is { Value.IsEnded: false })
            return stored.Value.RedriveAt;
        await blobs.RemoveIncomingAsync(targetId, Limits.PhotosMax, cancellation);
        return null;
    }

    private async Task EndAsync(StoredIdentification taken, CancellationToken cancellation)
    {
        var identification = taken.Value;
        var looks = await DecodeAsync(identification, cancellation);
        var clean = looks.Where(look => look.Photo.IsOk).ToList();
        var ended = clean.Count == 0
            ? identification.Fail(new(looks[0].Photo.Problem!.Name, looks[0].Photo.Problem!.Detail ?? looks[0].Photo.Problem!.Title), time.GetUtcNow())
            : identification.Succeed(Judgement.Of(await LookAsync(identification.Owner, clean, cancellation), table, [.. looks.Select(Seen)]), time.GetUtcNow());
        await identifications.SaveAsync(ended, taken.ETag, cancellation);
    }

    private Task<Sighting> LookAsync(string? owner, IReadOnlyList<Look> clean, CancellationToken cancellation) =>
        name.RunAsync(owner, [.. clean.Select(look => look.Photo.Value)], [.. clean.Select(look => look.Sent.Organ)], cancellation);

    private async Task<IReadOnlyList<Look>> DecodeAsync(Identification identification, CancellationToken cancellation)
    {
        var looks = new List<Look>(identification.Photos.Count);
        for (var index = 0; index < identification.Photos.Count; index++)
        {
            var bytes = await blobs.GetIncomingAsync(identification.Id, index, cancellation);
            var photo = bytes is null ? PhotoHeader.Unreadable : await places.RunAsync(() => Decode(bytes), cancellation);
            if (photo.IsOk)
                await blobs.PutPhotoAsync(identification.Id, index, photo.Value, cancellation);
            looks.Add(new(identification.Photos[index], photo));
        }
        return looks;
    }

    private Outcome<CleanPhoto> Decode(byte[] bytes) => PhotoHeader.Read(bytes.AsSpan(0, Math.Min(bytes.Length, Limits.HeaderBytesMax)))
        .Then(_ => decoder.Decode(bytes))
        .Then<CleanPhoto>(photo => moderation.MayKeep(photo) ? photo : Moderation.Refused);

    private static SeenPhoto Seen(Look look) => look.Photo.IsOk
        ? new(look.Photo.Value.Width, look.Photo.Value.Height, look.Sent.Organ, Math.Round(look.Photo.Value.Greenness, 3))
        : new(0, 0, look.Sent.Organ, 0, look.Photo.Problem.Name);

    private async Task CleanUpAsync(Identification before, CancellationToken cancellation)
    {
        await blobs.RemoveIncomingAsync(before.Id, before.Photos.Count, cancellation);
        await markers.ClearAsync(new(DueKind, before.Id, before.RedriveAt), cancellation);
    }

    private readonly record struct Look(SentPhoto Sent, Outcome<CleanPhoto> Photo);
}
