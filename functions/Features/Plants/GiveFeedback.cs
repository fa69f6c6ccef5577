namespace Kundli.Features.Plants;

/// <summary>What a person says of a result.</summary>
/// <param name="Right">Whether the first suggestion is right; null where another species is told.</param>
/// <param name="Species">The plant that it is; null where the first suggestion is right.</param>
/// <param name="TrainingConsent">Whether the photos may be used to train later models.</param>
public sealed record Feedback(bool? Right = null, string? Species = null, bool TrainingConsent = false);

/// <summary>Feedback as it is kept.</summary>
/// <param name="At">When it was given.</param>
/// <param name="Right">Whether the first suggestion was right.</param>
/// <param name="Species">The plant that it is.</param>
/// <param name="TrainingConsent">Whether the photos may be used to train later models.</param>
public sealed record GivenFeedback(DateTimeOffset At, bool Right, string Species, bool TrainingConsent);

/// <summary>Where feedback is kept, beside its identification and as long.</summary>
public interface IFeedbackStore
{
    /// <summary>Keeps feedback, over that which was given before.</summary>
    Task PutAsync(Identification identification, GivenFeedback feedback, CancellationToken cancellation);
}

/// <summary>Takes feedback on a result.</summary>
public sealed class GiveFeedback(IIdentificationStore identifications, IFeedbackStore feedbacks, ISpeciesTable table, TimeProvider time)
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
        var given = new GivenFeedback(time.GetUtcNow(), species == first, species, feedback.TrainingConsent);
        await feedbacks.PutAsync(stored.Value, given, cancellation);
        return given;
    }
}
