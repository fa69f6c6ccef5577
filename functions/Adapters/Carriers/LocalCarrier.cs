using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Payments;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;

namespace Kundli.Adapters.Carriers;

/// <summary>
/// The shop's own van: books every parcel under a number that follows from its id. A carrier with a booking service takes its place by setting.
/// </summary>
public sealed class LocalCarrier(TimeProvider time, byte[] webhookSecret) : ICarrier
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string Name => "van";

    /// <inheritdoc/>
    public CarrierEvent? ReadEvent(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!StandardWebhook.IsValid(body, headers, now, Tolerance, webhookSecret) || StandardWebhook.IdOf(headers) is not { } id)
            return null;
        var moved = JsonSerializer.Deserialize<Moved>(body, TypedDocuments.Json);
        return moved is { OrderId: { } orderId, State: { } state } ? new CarrierEvent(id, orderId, moved.Number, state) : null;
    }

    /// <inheritdoc/>
    public Task<Tracking> BookAsync(Order order, PackedParcel parcel, CancellationToken cancellation)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"parcel|{parcel.Id}"));
        var number = $"KV{BitConverter.ToUInt32(hash) % 1_000_000_000:D9}";
        // Packed before an outage and booked after it: no parcel leaves yesterday.
        var leaves = order.DispatchOn is { } planned && Days.Today(time) is var today && planned < today ? today : order.DispatchOn;
        return Task.FromResult(new Tracking("Kundli Van", number, null, "booked", time.GetUtcNow(), order.ArrivesBy ?? order.Summary.Fulfilment.PromisedBy) { Items = parcel.Items, LeavesOn = leaves });
    }

    private sealed record Moved(string? OrderId, string? Number, string? State);
}
