using Kundli.Adapters;
using Kundli.Features.Checkout;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

/// <summary>Confirmed orders, one message each.</summary>
public sealed class FulfilmentFunctions(DriveOrder drive)
{
    /// <summary>Name of the queue.</summary>
    internal const string Queue = "order-fulfilment";

    /// <summary>Packs and ships. The order's own state decides, so a message that comes twice or too late does no harm; one that comes too early is fetched by the due marker.</summary>
    [Function("FulfilOrder")]
    public async Task Fulfil([ServiceBusTrigger(Queue, Connection = "ServiceBus")] Message message, CancellationToken cancellation)
    {
        try
        {
            await drive.RunAsync(message.Id, cancellation);
        }
        catch (Exception failure) when (Outage.IsOne(failure))
        {
            // Thrown, the message would burn its deliveries within seconds. The order's due marker was written before the order, and comes back to it.
        }
    }
}
