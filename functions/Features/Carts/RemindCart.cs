using Kundli.Features.Due;
using Kundli.Features.Notices;
using Kundli.Features.Privacy;

namespace Kundli.Features.Carts;

/// <summary>Where a member may be written to.</summary>
public interface IMemberMail
{
    /// <summary>The member's proven mail address; null where there is none.</summary>
    Task<string?> FindAsync(string userId, CancellationToken cancellation);
}

/// <summary>
/// Reminds a member of a cart that lies untouched, who has agreed to such mails: once some hours after the last change, once some days after. The cart remembers what
/// was sent before it is sent, so that a timer that fires twice, late or not at all sends at most one mail a stage.
/// </summary>
public sealed class RemindCart(ICartStore carts, IMemberMail members, IConsents consents, IMailer mailer, IDueMarkers due, TimeProvider time) : IDueWork
{
    /// <summary>Kind of the due markers of carts.</summary>
    public const string MarkerKind = "cart";

    /// <summary>How long a cart lies before each mail.</summary>
    public static readonly IReadOnlyList<TimeSpan> Stages = [TimeSpan.FromHours(4), TimeSpan.FromDays(3)];

    /// <summary>A mail that is later than this is not sent any more: the moment has passed.</summary>
    public static readonly TimeSpan LateMax = TimeSpan.FromDays(1);

    private static readonly TimeSpan AgainAfterConflict = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Kind => MarkerKind;

    /// <summary>Begins to watch a cart that has got its first goods; of a guest nobody knows where to write.</summary>
    public Task WatchAsync(Cart cart, CancellationToken cancellation) =>
        cart.CustomerId is null || cart.Reminded >= Stages.Count ? Task.CompletedTask : due.SetAsync(new DueMarker(MarkerKind, cart.Id, cart.UpdatedAt + Stages[cart.Reminded]), cancellation);

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (await carts.ReadAsync(targetId, cancellation) is not { Cart: { IsOpen: true, CustomerId: { } member, Items.Count: > 0 } cart } read || cart.Reminded >= Stages.Count)
            return null;
        var (now, at) = (time.GetUtcNow(), cart.UpdatedAt + Stages[cart.Reminded]);
        if (now < at)
            return at;
        // Who does not want mails, or has no address, is not watched any longer: the next cart that is begun asks again.
        if (!await consents.MayAsync(member, ConsentPurpose.Marketing, cancellation) || await members.FindAsync(member, cancellation) is not { } to)
            return null;
        var reminded = cart with { Reminded = cart.Reminded + 1 };
        if (!await carts.SaveAsync(reminded, read.Tag, cancellation))
            return now + AgainAfterConflict;
        if (now < at + LateMax)
            await mailer.SendAsync($"{cart.Id}-cart-{reminded.Reminded}", Mail(cart, to, now), cancellation);
        return reminded.Reminded < Stages.Count ? cart.UpdatedAt + Stages[reminded.Reminded] : null;
    }

    private static Notice Mail(Cart cart, string to, DateTimeOffset now)
    {
        var count = cart.Items.Sum(item => item.Quantity);
        var goods = count == 1 ? "One thing waits" : $"{count} things wait";
        return new Notice("cartWaiting", to, "Your cart is still there",
            $"{goods} in your cart. Prices and stock may change; nothing is reserved.\n\nYou get this because you agreed to offers by mail. You can take that back in your account, under consents.", now);
    }
}
