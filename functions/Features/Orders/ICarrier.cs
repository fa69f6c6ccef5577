using Kundli.Features.Pricing;

namespace Kundli.Features.Orders;

/// <summary>A parcel moved.</summary>
/// <param name="Id">The carrier's name for the event.</param>
/// <param name="OrderId">Our order, which the booking named.</param>
/// <param name="Number">The carrier's number of the parcel; null for all of the order.</param>
/// <param name="State">For example <c>inTransit</c>, <c>delivered</c>.</param>
public sealed record CarrierEvent(string Id, string OrderId, string? Number, string State);

/// <summary>Somebody who brings parcels.</summary>
public interface ICarrier
{
    /// <summary>Books a parcel of an order, to be fetched on the order's day of dispatch; a parcel of the same id again gives the same booking.</summary>
    Task<Tracking> BookAsync(Order order, PackedParcel parcel, CancellationToken cancellation);

    /// <summary>Name in paths: <c>van</c>.</summary>
    string Name { get; }

    /// <summary>Reads what the carrier tells on its own, or null when signature or time are wrong.</summary>
    CarrierEvent? ReadEvent(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now);
}
