using System.Security.Cryptography;
using System.Text;
using Kundli.Features.Payments;

namespace Kundli.Adapters.Documents;

/// <summary>Gateways' references: <c>paymentRefs / {provider}-{hash of the reference} / ref</c>.</summary>
public sealed class PaymentReferenceStore(IDocuments documents) : IPaymentReferences
{
    private const string Id = "ref";

    /// <inheritdoc/>
    public async Task NoteAsync(string provider, string reference, PaymentReference target, CancellationToken cancellation) =>
        // One that is there already says the same: a reference belongs to one payment for ever.
        await documents.CreateAsync(PartitionOf(provider, reference), TypedDocuments.Document(Id, target), cancellation);

    /// <inheritdoc/>
    public async Task<PaymentReference?> FindAsync(string provider, string reference, CancellationToken cancellation) =>
        (await documents.ReadAsync<PaymentReference>(PartitionOf(provider, reference), Id, cancellation))?.Value;

    private static Partition PartitionOf(string provider, string reference) =>
        new(Containers.PaymentRefs, $"{provider}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(reference)))[..40]}");
}
