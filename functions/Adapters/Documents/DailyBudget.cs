using System.Globalization;

namespace Kundli.Adapters.Documents;

/// <summary>Calls of a UTC day that cost money, counted over all processes: <c>guards / {what} / {day}</c>.</summary>
/// <param name="documents">Where they are counted.</param>
/// <param name="what">Name of what is called: letters and hyphens.</param>
/// <param name="callsPerDay">How many a day may have.</param>
/// <param name="time">Tells the day.</param>
public sealed class DailyBudget(IDocuments documents, string what, int callsPerDay, TimeProvider time)
{
    private const int TriesMax = 5;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private readonly Partition _counters = new(Containers.Guards, what);

    /// <summary>Takes one call. False when the day's are spent, or when too many take one at once.</summary>
    public async Task<bool> TakeAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var day = now.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            var stored = await documents.ReadAsync<Spent>(_counters, day, cancellation);
            var calls = stored?.Value.Calls ?? 0;
            if (calls >= callsPerDay)
                return false;
            if ((await documents.SaveAsync(_counters, TypedDocuments.Document(day, new Spent(calls + 1), now + Kept), stored?.ETag, cancellation)).IsDone)
                return true;
        }
        return false;
    }

    private sealed record Spent(int Calls);
}
