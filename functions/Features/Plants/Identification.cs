namespace Kundli.Features.Plants;

/// <summary>What of the plant a photo shows.</summary>
public enum Organ
{
    /// <summary>Not said.</summary>
    Auto,

    /// <summary>A leaf, both sides alike.</summary>
    Leaf,

    /// <summary>A flower or an inflorescence.</summary>
    Flower,

    /// <summary>A fruit or a seed.</summary>
    Fruit,

    /// <summary>Bark or stem.</summary>
    Bark,

    /// <summary>The whole plant.</summary>
    Habit,
}

/// <summary>How far an identification is.</summary>
public enum IdentificationStatus
{
    /// <summary>Waiting for a worker.</summary>
    Queued,

    /// <summary>A worker has taken it up.</summary>
    Running,

    /// <summary>There is a result, which may well be that the plant is not known.</summary>
    Succeeded,

    /// <summary>There will be no result; the failure says why.</summary>
    Failed,
}

/// <summary>One photo of an identification.</summary>
/// <param name="Format">Its format as it was sent.</param>
/// <param name="Bytes">Its length as it was sent.</param>
/// <param name="Organ">What it shows, as the sender says.</param>
public sealed record SentPhoto(PhotoFormat Format, long Bytes, Organ Organ);

/// <summary>Why there is no result.</summary>
/// <param name="Reason">Stable kebab-case name.</param>
/// <param name="Detail">The same in a sentence for a person.</param>
public sealed record IdentificationFailure(string Reason, string Detail);

/// <summary>
/// A request to name the plant in one to five photos of it, from the upload to the result. The document is the truth: a message only says that
/// there is something to look at.
/// </summary>
/// <param name="Id">128 random bits in hexadecimal: whoever knows it may read it, so it is never logged.</param>
/// <param name="Owner">The customer who asked; null for a guest.</param>
/// <param name="CreatedAt">When the photos were accepted.</param>
/// <param name="Photos">The photos, one to five.</param>
public sealed record Identification(string Id, string? Owner, DateTimeOffset CreatedAt, IReadOnlyList<SentPhoto> Photos)
{
    /// <summary>How far it is.</summary>
    public IdentificationStatus Status { get; init; }

    /// <summary>How many times an analysis was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>When the last analysis was begun.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The result, once it succeeded.</summary>
    public PlantResult? Result { get; init; }

    /// <summary>The plant that a person found by the key; null while nobody did.</summary>
    public string? ConfirmedSlug { get; init; }

    /// <summary>The reason, once it failed.</summary>
    public IdentificationFailure? Failure { get; init; }

    /// <summary>Whether nothing more will happen.</summary>
    public bool IsEnded => Status is IdentificationStatus.Succeeded or IdentificationStatus.Failed;

    /// <summary>When photos and result are removed.</summary>
    public DateTimeOffset ExpiresAt => CreatedAt + Limits.Retention;

    /// <summary>When the analysis is looked at again if nothing ended it.</summary>
    public DateTimeOffset RedriveAt => (StartedAt ?? CreatedAt) + Limits.AnalysisLease;

    /// <summary>The plant that a person confirmed, else the one that the model named; null while there is none.</summary>
    public string? NamedSlug => ConfirmedSlug ?? (Result is { Verdict: Verdict.Identified } result ? result.Suggestions[0].Slug : null);

    /// <summary>Whether the caller may see it: a guest's by its id alone, a customer's only by that customer.</summary>
    public bool IsVisibleTo(Caller caller) => Owner is null || Owner == caller.UserId;

    /// <summary>
    /// Takes it up. Null when there is nothing to do: it has ended, or another worker began less than a lease ago. A photo that killed the worker
    /// <see cref="Limits.AttemptsMax"/> times fails instead of killing it again.
    /// </summary>
    public Identification? Start(DateTimeOffset now)
    {
        if (IsEnded || (Status == IdentificationStatus.Running && now < RedriveAt))
            return null;
        return Attempts >= Limits.AttemptsMax
            ? Fail(new("analysis-gave-up", $"The analysis was begun {Attempts} times and never came to an end."), now)
            : this with { Status = IdentificationStatus.Running, Attempts = Attempts + 1, StartedAt = now };
    }

    /// <summary>Ends it with a result.</summary>
    public Identification Succeed(PlantResult result, DateTimeOffset now) => this with { Status = IdentificationStatus.Succeeded, Result = result, EndedAt = now };

    /// <summary>Notes what a person found by the key. Only where the net was unsure: what it names is not talked over, and what is no plant has no name.</summary>
    public Outcome<Identification> Confirm(string slug) => Result?.Verdict is Verdict.Unsure ? this with { ConfirmedSlug = slug } : AnswerKey.NotAsked;

    /// <summary>Ends it without one.</summary>
    public Identification Fail(IdentificationFailure failure, DateTimeOffset now) => this with { Status = IdentificationStatus.Failed, Failure = failure, EndedAt = now };
}
