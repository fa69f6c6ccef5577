using Kundli.Features.Orders;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;

namespace Kundli.Features.Checkout;

/// <summary>
/// Asks the gateway for the amount due of an order whose goods are held. No lock is held across the call: what comes back is written by the order's version, and
/// money for an order that ended in the meantime is given back.
/// </summary>
public sealed class PayOrder(ConfirmPayment confirm, IPaymentGateway gateway, IPaymentReferences references)
{
    /// <summary>The gateway's idempotency key of a payment.</summary>
    public static string KeyOf(Order order, string keyHash) => $"{order.Id}-{keyHash[..12]}";

    /// <summary>The order after the gateway answered; <c>payment-declined</c> keeps the holds until the order expires.</summary>
    public async Task<Outcome<PlacedOrder>> RunAsync(Order order, PaymentChoice choice, string keyHash, CancellationToken cancellation)
    {
        if (order.State != OrderState.AwaitingPayment)
            return OrderProblems.Conflict(order.State, OrderState.Confirmed);
        if (choice.Method is not (PaymentMethod.Card or PaymentMethod.Upi))
            return Problem.Invalid(new FieldError("/payment/method", "must be card or upi: this order is paid online."));
        var key = KeyOf(order, keyHash);
        var asked = await confirm.NoteAsync(order.Id, gateway.Provider, key, choice.Method, cancellation);
        if (!asked.IsOk)
            return asked.Problem;
        var answer = await gateway.PayAsync(RequestOf(order, key, choice), cancellation);
        // Before the order knows of it: what comes later may name nothing but this reference.
        await references.NoteAsync(gateway.Provider, answer.Reference, new PaymentReference(order.Id, key), cancellation);
        var after = await confirm.RunAsync(order.Id, key, answer, eventId: null, cancellation);
        if (!after.IsOk)
            return after.Problem;
        return answer.Answer == PaymentAnswer.Declined
            ? PaymentProblems.Declined(order.Id, answer.Reason)
            : PlacedOrder.Of(after.Value, new PlacedPayment(after.Value.Payment.State, answer.ClientSecret, gateway.Provider, gateway.PublicKey, answer.UpiLink, answer.QrImage));
    }

    private static PaymentRequest RequestOf(Order order, string key, PaymentChoice choice) => new(key, order.Id, order.Summary.Totals.Due, choice.Method, choice.Token)
    {
        Flow = choice.UpiFlow,
        Email = order.Summary.Email,
        Phone = order.Summary.Phone,
        PayBy = order.PayBy,
    };
}
