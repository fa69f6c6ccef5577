using System.Runtime.CompilerServices;

namespace Kundli.Features.Privacy;

/// <summary>The decisions of a customer, in export and erasure.</summary>
public sealed class ConsentRecords(IConsentStore store) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "consents";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var consent in (await store.ReadAsync(userId, cancellation)).Record.History)
            yield return consent;
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        await store.RemoveAsync(userId, cancellation);
        return Erasure.Done;
    }
}
