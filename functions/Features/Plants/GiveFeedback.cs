using Kundli.Features.Due;
using Kundli.Features.Privacy;

namespace Kundli.Features.Plants;

/// <summary>What a person says of a result.</summary>
/// <param name="Right">Whether the first suggestion is right; null where another species is told.</param>
/// <param name="Species">The plant that it is; null where the first suggestion is right.</param>
/// <param name="TrainingConsent">Whether these photos may be used to train later models; where nothing is said, what the customer's account says counts.</param>
public sealed record Feedback(bool? Right = null, string? Species = null, bool? TrainingConsent = null);

/// <summary>Feedback as it is kept.</summary>
/// <param name="At">When it was given.</param>
/// <param name="Right">Whether the first suggestion was right.</param>
/// <param name="Species">The plant that it is.</param>
/// <param name="TrainingConsent">Whether the photos may be used to train later models.</param>
public sealed record GivenFeedback(DateTimeOffset At, bool Right, string Species, bool TrainingConsent);

/// <summary>Where feedback is kept, beside its identification and as long.</summary>
public interface IFeedbackStore
{
    /// <summary>What was given; null while nothing was.</summary>
    Task<GivenFeedback?> FindAsync(string identificationId, CancellationToken cancellation);

    /// <summary>Keeps feedback, over that which was given before.</summary>
    Task PutAsync(Identification identification, GivenFeedback feedback, CancellationToken cancellation);
}

/// <summary>
/// Takes feedback on a result. Where its photos may be trained with, they are copied beside the species that was told; saying no later takes the
/// copies back.
/// </summary>
public sealed class GiveFeedback(
    IIdentificationStore identifications, IFeedbackStore feedbacks, ITrainingPhotos training, IConsents consents, ISpeciesTable table, IDueMarkers markers, TimeProvider time)
{
    /// <summary>There is no result, or it suggests nothing that could be right.</summary>
    public static readonly Problem NoResult = new("identification-not-ready", "There is no result to judge.");

    /// <summary>Keeps it.</summary>
    public async Task<Outcome<GivenFeedback>> RunAsync(Caller caller, string id, Feedback feedback, CancellationToken cancellation)
    {
        if (feedback.Right != true && (feedback.Species is null || table.Find(feedback.Species) is null))
            return Problem.Invalid(new FieldError("/species", "must be a plant of the species table where \"right\" is not true."));
        if (!ReadIdentification.IsId(id) || await identifications.FindAsync(id, cancellation) is not { } stored || !stored.Value.IsVisibleTo(caller))
            return Problem.NotFound();
        if (stored.Value.Result is not { } result || (feedback.Right == true && result.Suggestions.Count == 0))
            return NoResult;
        var first = result.Suggestions.Count > 0 ? result.Suggestions[0].Slug : null;
        var species = feedback.Right == true ? first! : feedback.Species!;
        var consent = feedback.TrainingConsent ?? await consents.MayAsync(caller.UserId, ConsentPurpose.PhotoTraining, cancellation);
        var given = new GivenFeedback(time.GetUtcNow(), species == first, species, consent);
        await feedbacks.PutAsync(stored.Value, given, cancellation);
        await KeepForTrainingAsync(stored.Value, given, cancellation);
        return given;
    }

    private async Task KeepForTrainingAsync(Identification identification, GivenFeedback given, CancellationToken cancellation)
    {
        // Copies of an earlier word go first: the species may have changed, or the consent.
        await training.RemoveAsync(identification.Id, cancellation);
        if (!given.TrainingConsent)
            return;
        var until = given.At + Limits.TrainingRetention;
        await markers.SetAsync(new(RemoveTrainingPhotos.DueKind, identification.Id, until), cancellation);
        await training.KeepAsync(identification, given.Species, until, cancellation);
    }
}
