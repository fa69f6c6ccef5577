namespace Kundli.Features.Grievances;

/// <summary>Where a complaint stands.</summary>
public enum GrievanceState
{
    /// <summary>Came in.</summary>
    Received,

    /// <summary>The officer has confirmed that it came in: due within 48 hours.</summary>
    Acknowledged,

    /// <summary>Settled: due within a month.</summary>
    Resolved,
}

/// <summary>A step in the life of a complaint.</summary>
/// <param name="State">The state that was reached.</param>
/// <param name="At">When.</param>
/// <param name="Note">What was said to the customer, or null.</param>
public sealed record GrievanceEvent(GrievanceState State, DateTimeOffset At, string? Note);

/// <summary>
/// A complaint to the grievance officer: acknowledged within 48 hours and redressed within a month of its receipt (Consumer Protection (E-Commerce) Rules 2020,
/// rule 4(5)).
/// </summary>
public sealed record Grievance
{
    /// <summary>Within so long of its receipt it is acknowledged.</summary>
    public static readonly TimeSpan AcknowledgeWithin = TimeSpan.FromHours(48);

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The ticket: 128 random bits, since it opens the complaint.</summary>
    public required string Id { get; init; }

    /// <summary>The member who complains, or null.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Mail address for the answers.</summary>
    public required string Email { get; init; }

    /// <summary>Phone, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Number of the order that it is about, or null.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>In one line.</summary>
    public required string Subject { get; init; }

    /// <summary>The complaint.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands.</summary>
    public GrievanceState State { get; init; }

    /// <summary>How it got there, oldest first.</summary>
    public required IReadOnlyList<GrievanceEvent> History { get; init; }

    /// <summary>When it came in.</summary>
    public DateTimeOffset ReceivedAt => History[0].At;

    /// <summary>By when it is acknowledged.</summary>
    public DateTimeOffset AcknowledgeBy => ReceivedAt + AcknowledgeWithin;

    /// <summary>By when it is redressed: the same day of the next month.</summary>
    public DateTimeOffset ResolveBy => ReceivedAt.AddMonths(1);

    /// <summary>Moves on; states are not skipped backwards, and the same state again changes nothing.</summary>
    public Outcome<Grievance> Move(GrievanceState to, string? note, DateTimeOffset now) =>
        to == State ? this
        : to < State ? GrievanceProblems.Conflict
        : this with { State = to, History = [.. History, new GrievanceEvent(to, now, note)] };
}

/// <summary>The complaints.</summary>
public interface IGrievanceStore
{
    /// <summary>A complaint with its version, or null.</summary>
    Task<(Grievance Grievance, string Tag)?> ReadAsync(string id, CancellationToken cancellation);

    /// <summary>Creates it (<paramref name="tag"/> null) or replaces the version that was read; false if it exists or has changed.</summary>
    Task<bool> SaveAsync(Grievance grievance, string? tag, CancellationToken cancellation);

    /// <summary>Enters it into the list of those that are open, or takes it out.</summary>
    Task ListAsync(Grievance grievance, CancellationToken cancellation);

    /// <summary>Lets a member's complaint be found from the member; written before the complaint, so that none is ever out of reach of an erasure.</summary>
    Task NoteAsync(string userId, string id, CancellationToken cancellation);

    /// <summary>Tickets of a member's complaints, a page at most.</summary>
    Task<IReadOnlyList<string>> OfMemberAsync(string userId, CancellationToken cancellation);

    /// <summary>Removes a member's complaint from everywhere; what leads to it goes last.</summary>
    Task RemoveAsync(string userId, string id, CancellationToken cancellation);

    /// <summary>Those that are open, the oldest first.</summary>
    Task<Page<string>> OpenAsync(int limit, string? after, CancellationToken cancellation);
}

/// <summary>Expected failures of complaints.</summary>
public static class GrievanceProblems
{
    /// <summary>It is further on already.</summary>
    public static Problem Conflict { get; } = new("grievance-state-conflict", "The complaint is further on already.");
}
