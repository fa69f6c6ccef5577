using System.Security.Cryptography;
using System.Text;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;

namespace Kundli.Adapters.Carriers;

/// <summary>
/// The shop's own van: books every parcel under a number that follows from the order. A carrier with a booking service takes its place by setting.
/// </summary>
public sealed class LocalCarrier(TimeProvider time) : ICarrier
{
    /// <inheritdoc/>
    public Task<Tracking> BookAsync(Order order, CancellationToken cancellation)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"parcel|{order.Id}"));
        var number = $"KV{BitConverter.ToUInt32(hash) % 1_000_000_000:D9}";
        return Task.FromResult(new Tracking("Kundli Van", number, null, "booked", time.GetUtcNow(), order.Summary.Fulfilment.PromisedBy));
    }
}
