using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;

namespace Kundli.Features.Grievances;

/// <summary>A member's complaints in export and erasure. One that is open goes too: who erases everything waits for no answer. A guest's are reached by their ticket alone.</summary>
public sealed class GrievanceRecords(IGrievanceStore store) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "grievances";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var ticket in await store.OfMemberAsync(userId, cancellation))
            if (await store.ReadAsync(ticket, cancellation) is { Grievance: var grievance })
                yield return new ExportedGrievance(GrievanceView.Of(grievance), grievance.Name, grievance.Email, grievance.Phone, grievance.Text);
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        while (await store.OfMemberAsync(userId, cancellation) is { Count: > 0 } tickets)
            foreach (var ticket in tickets)
                await store.RemoveAsync(userId, ticket, cancellation);
        return Erasure.Done;
    }

    private sealed record ExportedGrievance(GrievanceView Complaint, string Name, string Email, string? Phone, string Text);
}
