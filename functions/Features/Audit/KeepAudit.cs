namespace Kundli.Features.Audit;

/// <summary>One thing that somebody with a role did.</summary>
/// <param name="Id">Its name: the instant and a random part.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="By">User id of who did it.</param>
/// <param name="Action">What, as <c>product.replace</c>.</param>
/// <param name="Target">On what: a slug, a SKU, an order id.</param>
/// <param name="Outcome"><c>asked</c> until it ended, then <c>done</c> or the name of the problem. One that stays <c>asked</c> died on its way.</param>
public sealed record AuditEntry(string Id, DateTimeOffset At, string By, string Action, string Target, string Outcome)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>The book of what people with a role did. Nothing is ever taken out of it.</summary>
public interface IAuditBook
{
    /// <summary>Writes an entry, or its outcome over it.</summary>
    Task WriteAsync(AuditEntry entry, CancellationToken cancellation);

    /// <summary>The entries of a day (UTC), oldest first.</summary>
    Task<Page<AuditEntry>> ListAsync(DateOnly day, int limit, string? after, CancellationToken cancellation);
}

/// <summary>Does something in the name of somebody with a role and keeps account of it: written before, so that nothing is done without a trace, and again after.</summary>
public sealed class KeepAudit(IAuditBook book, TimeProvider time)
{
    /// <summary>What the act answers.</summary>
    public async Task<Outcome<T>> RunAsync<T>(Caller caller, string action, string target, Func<Task<Outcome<T>>> act, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var entry = new AuditEntry($"{now:yyyyMMddTHHmmssfffffff}-{Guid.NewGuid():N}", now, caller.UserId ?? "", action, Shortened(target), "asked");
        await book.WriteAsync(entry, cancellation);
        var outcome = await act();
        // The act is done: that it is noted does not depend on whether the client still waits.
        await book.WriteAsync(entry with { Outcome = outcome.IsOk ? "done" : outcome.Problem.Name }, CancellationToken.None);
        return outcome;
    }

    /// <summary>A day of the book.</summary>
    public async Task<Outcome<Page<AuditEntry>>> ListAsync(DateOnly? day, int limit, string? after, CancellationToken cancellation) =>
        await book.ListAsync(day ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), limit, after, cancellation);

    private static string Shortened(string target) => target.Length <= 80 ? target : target[..80];
}
