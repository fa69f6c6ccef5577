using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;

namespace Kundli.Features.Readings;

/// <summary>What an account has spent on a model today.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Day">Which day, UTC.</param>
/// <param name="Tokens">Tokens taken on that day.</param>
public sealed record WordingSpending(string UserId, DateOnly Day, int Tokens)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The spending with some tokens more on a day, or null when they are over the day's budget.</summary>
    public WordingSpending? Take(int tokens, DateOnly today, int perDay)
    {
        var spent = Day == today ? Tokens : 0;
        return spent + tokens > perDay ? null : this with { Day = today, Tokens = spent + tokens };
    }
}

/// <summary>Where spendings are kept.</summary>
public interface IWordingSpendings
{
    /// <summary>An account's spending and its version; no version where there is none yet.</summary>
    Task<(WordingSpending Spending, string? Version)> ReadAsync(string userId, CancellationToken cancellation);

    /// <summary>Writes it back. False when somebody else did meanwhile.</summary>
    Task<bool> SaveAsync(WordingSpending spending, string? version, CancellationToken cancellation);

    /// <summary>Removes it.</summary>
    Task RemoveAsync(string userId, CancellationToken cancellation);
}

/// <summary>A daily budget for each account. It is taken before a model is asked, so that a thousand requests at once can't spend more.</summary>
/// <param name="spendings">Where it is kept.</param>
/// <param name="time">Which day it is.</param>
/// <param name="perDay">Tokens a day.</param>
public sealed class WordingBudget(IWordingSpendings spendings, TimeProvider time, int perDay) : IWordingBudget, IPersonalRecords
{
    /// <summary>The sections of one reading take at once; whoever loses this often gets the composed text.</summary>
    private const int ConflictTriesMax = 12;

    /// <inheritdoc/>
    public string Section => "modelUse";

    /// <inheritdoc/>
    public async Task<bool> TakeAsync(string userId, int tokens, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < ConflictTriesMax; attempt++)
        {
            var (spending, version) = await spendings.ReadAsync(userId, cancellation);
            if (spending.Take(tokens, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), perDay) is not { } taken)
                return false;
            if (await spendings.SaveAsync(taken, version, cancellation))
                return true;
        }
        return false;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await spendings.ReadAsync(userId, cancellation) is { Version: not null, Spending: var spending })
            yield return new { spending.Day, spending.Tokens };
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        await spendings.RemoveAsync(userId, cancellation);
        return Erasure.Done;
    }
}
