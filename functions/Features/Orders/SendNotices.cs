using Kundli.Features.Notices;

namespace Kundli.Features.Orders;

/// <summary>Sends what an order has written down to be sent. The mailer knows each mail by its name, so that a repetition sends nothing twice.</summary>
public sealed class SendNotices(IOrderStore orders, IMailer mailer, TimeProvider time)
{
    /// <summary>Sends every unsent notice of an order.</summary>
    public async Task RunAsync(string orderId, CancellationToken cancellation)
    {
        var unsent = await orders.UnsentAsync(orderId, cancellation);
        foreach (var (notice, _) in unsent)
            await mailer.SendAsync($"{orderId}-{notice.Kind}", notice, cancellation);
        if (unsent.Count > 0)
            await orders.MarkSentAsync(orderId, unsent, time.GetUtcNow(), cancellation);
    }
}
