using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;

namespace Kundli.Features.Plants;

/// <summary>An identification as its owner gets it handed over. The photos themselves are read under its id, as long as they are kept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When the photos were accepted.</param>
/// <param name="Photos">The photos as they were sent.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Result">The result, once it succeeded.</param>
/// <param name="ConfirmedSlug">The plant that its owner found by the key.</param>
/// <param name="Feedback">What its owner said of the result.</param>
/// <param name="RemovedAt">When photos and result are removed.</param>
public sealed record PersonalIdentification(
    string Id, DateTimeOffset CreatedAt, IReadOnlyList<SentPhoto> Photos, IdentificationStatus Status, PlantResult? Result, string? ConfirmedSlug, GivenFeedback? Feedback,
    DateTimeOffset RemovedAt);

/// <summary>Photos that were given for training and outlive their identification.</summary>
/// <param name="Id">The identification that they came with.</param>
public sealed record PersonalTrainingPhotos(string Id);

/// <summary>Identifications, photos, feedback and training photos of a customer.</summary>
public sealed class PersonalPlants(IIdentificationStore identifications, IFeedbackStore feedbacks, ITrainingPhotos training, RemoveIdentification remove) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "plantIdentifications";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var page = await identifications.ListAsync(userId, Page.LimitMax, after, cancellation);
            foreach (var entry in page.Items)
                if (await identifications.FindAsync(entry.Id, cancellation) is { } stored)
                    yield return Shown(stored.Value, await feedbacks.FindAsync(entry.Id, cancellation));
            after = page.Next;
        }
        while (after is not null);
        foreach (var id in await training.OfAsync(userId, Page.LimitMax, cancellation))
            yield return new PersonalTrainingPhotos(id);
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        // Always the first page: what was erased is no longer on it.
        while (await identifications.ListAsync(userId, Page.LimitMax, null, cancellation) is { Items: { Count: > 0 } entries })
            foreach (var entry in entries)
            {
                await remove.EraseAsync(entry.Id, cancellation);
                await identifications.RemoveEntryAsync(userId, entry, cancellation);
            }
        while (await training.OfAsync(userId, Page.LimitMax, cancellation) is { Count: > 0 } given)
            foreach (var id in given)
            {
                await training.RemoveAsync(id, cancellation);
                await training.RemoveEntryAsync(userId, id, cancellation);
            }
        return Erasure.Done;
    }

    private static PersonalIdentification Shown(Identification identification, GivenFeedback? feedback) => new(
        identification.Id, identification.CreatedAt, identification.Photos, identification.Status, identification.Result, identification.ConfirmedSlug, feedback, identification.ExpiresAt);
}
