using Kundli.Features.Promotions;

namespace Kundli.Features.Orders;

/// <summary>Looks through a member's orders for one that was not cancelled.</summary>
public sealed class PastOrders(IOrderStore orders) : IPastOrders
{
    /// <summary>Orders that are looked at; whoever has cancelled more is taken for a customer.</summary>
    public const int LookedAtMax = 100;

    private const int PageSize = 20;

    /// <inheritdoc/>
    public async Task<bool> AnyAsync(string memberId, CancellationToken cancellation)
    {
        string? after = null;
        for (var seen = 0; seen < LookedAtMax; seen += PageSize)
        {
            var page = await orders.ListAsync(memberId, PageSize, after, cancellation);
            var read = await Task.WhenAll(page.Items.Select(entry => orders.ReadAsync(entry.OrderId, cancellation)));
            if (read.Any(found => found?.Order is { State: not OrderState.Cancelled }))
                return true;
            if (page.Next is null)
                return false;
            after = page.Next;
        }
        return true;
    }
}
