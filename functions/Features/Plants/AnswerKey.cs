namespace Kundli.Features.Plants;

/// <summary>Answers to the key.</summary>
/// <param name="Answers">By question the chosen option; a question may be left open.</param>
/// <param name="Species">The plant chosen among those that the answers leave; null while none is.</param>
public sealed record KeyAnswers(IReadOnlyDictionary<string, string> Answers, string? Species = null);

/// <summary>What the key leaves.</summary>
/// <param name="Verdict"><see cref="Verdict.ConfirmedByUser"/> once one plant is left or chosen, else <see cref="Verdict.Unsure"/>.</param>
/// <param name="Candidates">The plants that agree with the answers, each with its mark.</param>
public sealed record KeyResult(Verdict Verdict, IReadOnlyList<KeyCandidate> Candidates);

/// <summary>Takes a person's answers where the net was unsure.</summary>
public sealed class AnswerKey(IIdentificationStore identifications, GuidedKey key)
{
    private const int AnswersMax = 4;
    private const int TriesMax = 3;

    /// <summary>The key is not asked here: the analysis has not ended, or it was sure.</summary>
    public static readonly Problem NotAsked = new("key-not-asked", "The key is asked only where a plant is seen and not known.");

    /// <summary>Somebody else wrote at the same time, again and again.</summary>
    public static readonly Problem Busy = new("identification-busy", "The identification is being changed by somebody else.");

    /// <summary>Narrows, and notes the plant once one is left or chosen.</summary>
    public async Task<Outcome<KeyResult>> RunAsync(Caller caller, string id, KeyAnswers answers, CancellationToken cancellation)
    {
        if (Check(answers) is { Count: > 0 } errors)
            return Problem.Invalid(errors);
        var left = key.Narrow(answers.Answers);
        var chosen = answers.Species is null ? left : [.. left.Where(candidate => candidate.Slug == answers.Species)];
        if (answers.Species is not null && chosen.Count == 0)
            return Problem.Invalid(new FieldError("/species", "is not among the plants that the answers leave."));
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            if (!ReadIdentification.IsId(id) || await identifications.FindAsync(id, cancellation) is not { } stored || !stored.Value.IsVisibleTo(caller))
                return Problem.NotFound();
            if (stored.Value.Result?.Verdict != Verdict.Unsure)
                return NotAsked;
            if (chosen.Count != 1)
                return new KeyResult(Verdict.Unsure, left);
            var confirmed = stored.Value.Confirm(chosen[0].Slug);
            if (!confirmed.IsOk)
                return confirmed.Problem;
            if (await identifications.SaveAsync(confirmed.Value, stored.ETag, cancellation) is not null)
                return new KeyResult(Verdict.ConfirmedByUser, chosen);
        }
        return Busy;
    }

    private static List<FieldError> Check(KeyAnswers answers) =>
        answers.Answers.Count > AnswersMax ? [new("/answers", $"has at most {AnswersMax} answers.")] : [.. GuidedKey.Check(answers.Answers)];
}
