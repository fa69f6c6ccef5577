using Kundli.Features.Pricing;

namespace Kundli.Features.Orders;

/// <summary>Somebody who brings parcels.</summary>
public interface ICarrier
{
    /// <summary>Books the parcel of an order; the same order again gives the same booking.</summary>
    Task<Tracking> BookAsync(Order order, CancellationToken cancellation);
}
