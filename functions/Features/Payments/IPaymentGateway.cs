using Kundli.Features.Pricing;

namespace Kundli.Features.Payments;

/// <summary>What a gateway says of a payment.</summary>
public enum PaymentAnswer
{
    /// <summary>The money is there.</summary>
    Captured,

    /// <summary>The customer must still act, or the bank answers later.</summary>
    Pending,

    /// <summary>Refused.</summary>
    Declined,
}

/// <summary>A payment as a gateway knows it.</summary>
/// <param name="Answer">Where it stands.</param>
/// <param name="Reference">The gateway's name for it.</param>
/// <param name="ClientSecret">What the customer's app needs to go on, or null.</param>
/// <param name="Brand">Card brand, or null.</param>
/// <param name="Last4">Last four digits, or null.</param>
/// <param name="Reason">Why it was declined, or null.</param>
public sealed record GatewayPayment(PaymentAnswer Answer, string Reference, string? ClientSecret = null, string? Brand = null, string? Last4 = null, string? Reason = null)
{
    /// <summary>What was captured; null where the gateway does not say it.</summary>
    public Money? Amount { get; init; }

    /// <summary>A <c>upi://</c> link that opens the customer's UPI app, or null.</summary>
    public string? UpiLink { get; init; }

    /// <summary>Address of a QR code that any UPI app reads, or null.</summary>
    public string? QrImage { get; init; }
}

/// <summary>How a UPI payment is asked for.</summary>
public enum UpiFlow
{
    /// <summary>A link that opens the UPI app on the same phone.</summary>
    Intent,

    /// <summary>A QR code that is read from another screen.</summary>
    Qr,
}

/// <summary>What is asked of a gateway.</summary>
/// <param name="Key">Idempotency key: the order and the try.</param>
/// <param name="OrderId">The order.</param>
/// <param name="Amount">What is due.</param>
/// <param name="Method">Card or UPI.</param>
/// <param name="Token">What the customer's app got from the gateway, or null.</param>
public sealed record PaymentRequest(string Key, string OrderId, Money Amount, PaymentMethod Method, string? Token)
{
    /// <summary>How UPI is asked for.</summary>
    public UpiFlow Flow { get; init; }

    /// <summary>Mail address of the customer, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Phone of the customer, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>Until when the payment may come.</summary>
    public DateTimeOffset? PayBy { get; init; }
}

/// <summary>Takes and gives back money.</summary>
public interface IPaymentGateway
{
    /// <summary>Name in paths and settings: <c>sandbox</c>, <c>razorpay</c>, <c>stripe</c>.</summary>
    string Provider { get; }

    /// <summary>What a page needs beside the client secret to open the gateway's dialogue; public by nature, or null.</summary>
    string? PublicKey => null;

    /// <summary>Whether no money moves: then, and only then, a buyer may play the bank that confirms or refuses a payment.</summary>
    bool IsTest => false;

    /// <summary>Asks for a payment; the same key again answers the same payment.</summary>
    Task<GatewayPayment> PayAsync(PaymentRequest request, CancellationToken cancellation);

    /// <summary>Where a payment stands, by our key or the gateway's reference where it is known; null when the gateway knows none.</summary>
    Task<GatewayPayment?> FindAsync(string key, string? reference, CancellationToken cancellation);

    /// <summary>Gives money back; the same key again gives nothing more.</summary>
    /// <returns>The gateway's name for the refund.</returns>
    Task<string> RefundAsync(string reference, Money amount, string key, CancellationToken cancellation);

    /// <summary>Reads a webhook: the event, or null when signature or time are wrong.</summary>
    GatewayEvent? ReadEvent(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now);
}

/// <summary>An event that a gateway told us.</summary>
/// <param name="Id">The gateway's name for the event; the same one may come often.</param>
/// <param name="OrderId">Our order; null where the event does not say it, and then <see cref="Session"/> leads to it, if anything.</param>
/// <param name="Reference">The payment.</param>
/// <param name="Answer">What became of it.</param>
/// <param name="Amount">How much, of a capture.</param>
/// <param name="Key">Our key of the payment, or null where the gateway does not say it.</param>
public sealed record GatewayEvent(string Id, string? OrderId, string Reference, PaymentAnswer Answer, Money Amount, string? Key = null)
{
    /// <summary>The gateway's name for what we had started (its own order, its QR code), or null.</summary>
    public string? Session { get; init; }

    /// <summary>An event with a good signature that means nothing to us.</summary>
    public static GatewayEvent Other(string id) => new(id, null, "", PaymentAnswer.Pending, Money.Zero);
}

/// <summary>Which order a gateway's reference belongs to.</summary>
/// <param name="OrderId">Our order.</param>
/// <param name="Key">Our key of the payment.</param>
public sealed record PaymentReference(string OrderId, string Key)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>Leads from a gateway's reference to our order, for events that do not name it.</summary>
public interface IPaymentReferences
{
    /// <summary>Notes a reference; twice is once.</summary>
    Task NoteAsync(string provider, string reference, PaymentReference target, CancellationToken cancellation);

    /// <summary>The order of a reference, or null.</summary>
    Task<PaymentReference?> FindAsync(string provider, string reference, CancellationToken cancellation);
}

/// <summary>Expected failures of payments.</summary>
public static class PaymentProblems
{
    /// <summary>The payment was refused; goods stay held until the order expires.</summary>
    public static Problem Declined(string orderId, string? reason) => new("payment-declined", "The payment was declined.")
    {
        Detail = reason,
        Extras = new Dictionary<string, object?> { ["orderId"] = orderId },
    };
}
