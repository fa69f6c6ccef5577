namespace Kundli.Features.Plants;

/// <summary>A species that was learned from reference photos.</summary>
/// <param name="Slug">Its key in the species table.</param>
/// <param name="Photos">Reference photos that were used.</param>
public sealed record LearnedSpecies(string Slug, int Photos);

/// <summary>
/// Learns a species from at least five photos, without any training: their vectors are kept, the photos are not. From then on the species takes
/// part in every process. Photos that come later replace those before.
/// </summary>
public sealed class LearnSpecies(ISpeciesTable table, IPhotoDecoder decoder, EmbeddedEye eye, IPrototypeStore prototypes)
{
    /// <summary>Too few or too many reference photos.</summary>
    public static readonly Problem BadCount = Problem.Invalid(new FieldError("/images", $"must be {Prototypes.VectorsMin} to {Limits.ReferencesMax} photos."));

    /// <summary>Keeps the vectors of the photos.</summary>
    public async Task<Outcome<LearnedSpecies>> RunAsync(string slug, IPhotoUpload upload, CancellationToken cancellation)
    {
        if (table.Find(slug) is null)
            return Problem.NotFound("Only a plant of the species table can be learned.");
        var vectors = new List<float[]>();
        string? model = null;
        await foreach (var part in upload.PartsAsync(cancellation))
        {
            if (vectors.Count == Limits.ReferencesMax)
                return BadCount;
            var photo = await part.ThenAsync(value => CleanAsync(value, cancellation));
            if (!photo.IsOk)
                return photo.Problem;
            var sighting = await eye.Vision.LookAsync([photo.Value], cancellation);
            vectors.Add(sighting.Embeddings[0].ToArray());
            model = sighting.Model!.Hash;
        }
        if (vectors.Count < Prototypes.VectorsMin)
            return BadCount;
        await prototypes.PutAsync(new(slug, model!, vectors), cancellation);
        return new LearnedSpecies(slug, vectors.Count);
    }

    /// <summary>Forgets a species; the model's own are not touched.</summary>
    public async Task<Outcome<bool>> ForgetAsync(string slug, CancellationToken cancellation) =>
        table.Find(slug) is not null && await prototypes.RemoveAsync(slug, cancellation) ? true : Problem.NotFound();

    private async Task<Outcome<CleanPhoto>> CleanAsync(PhotoPart part, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        using var bounded = new BoundedStream(ReadOnlyMemory<byte>.Empty, part.Content, Limits.PhotoBytesMax);
        await bounded.CopyToAsync(bytes, cancellation);
        if (bounded.IsOverLimit)
            return SubmitPhotos.TooLarge;
        var all = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return PhotoHeader.Read(all.Span[..Math.Min(all.Length, Limits.HeaderBytesMax)]).Then(_ => decoder.Decode(all));
    }
}

/// <summary>The vision whose vectors are comparable: our own, whatever provider is set for naming.</summary>
/// <param name="Vision">The embedded model.</param>
public sealed record EmbeddedEye(IPlantVision Vision);
