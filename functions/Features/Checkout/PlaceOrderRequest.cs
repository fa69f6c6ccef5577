using FluentValidation;
using Kundli.Features.Delivery;
using Kundli.Features.Orders;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;

namespace Kundli.Features.Checkout;

/// <summary>How the order shall be paid.</summary>
/// <param name="Method">The means.</param>
/// <param name="Token">What the customer's app got from the gateway; null for payment at the door.</param>
/// <param name="UpiFlow">For UPI: a link for the same phone, or a QR code.</param>
public sealed record PaymentChoice(PaymentMethod Method, string? Token = null, UpiFlow UpiFlow = UpiFlow.Intent);

/// <summary>An order as a customer sends it.</summary>
/// <param name="CartId">The cart.</param>
/// <param name="SummaryHash">Of the summary that the customer saw.</param>
/// <param name="Customer">Who buys.</param>
/// <param name="Payment">How it is paid.</param>
/// <param name="TermsAccepted">Must be true.</param>
/// <param name="BillingAddress">Where the bill goes; null for the delivery address.</param>
/// <param name="DeliveryAddress">Where the goods go; null for the cart's.</param>
/// <param name="DeliveryMethod">How they come; null for the cart's.</param>
/// <param name="Email">For confirmations.</param>
/// <param name="Phone">For the courier.</param>
public sealed record PlaceOrderRequest(
    string CartId, string SummaryHash, CustomerDetails Customer, PaymentChoice Payment, bool TermsAccepted, Address? BillingAddress = null,
    Address? DeliveryAddress = null, DeliveryMethod? DeliveryMethod = null, string? Email = null, string? Phone = null);

/// <summary>What an order must hold.</summary>
public sealed class PlaceOrderRules : AbstractValidator<PlaceOrderRequest>
{
    private const int TokenLengthMax = 200;

    /// <summary>Declares the rules.</summary>
    public PlaceOrderRules()
    {
        RuleFor(request => request.CartId).Must(id => id.Length is > 0 and <= 64).WithMessage("is the id of a cart.");
        RuleFor(request => request.SummaryHash).Must(hash => hash.Length is > 0 and <= 64).WithMessage("is the summaryHash of the cart's summary.");
        RuleFor(request => request.Customer).SetValidator(new CustomerRules());
        RuleFor(request => request.BillingAddress!).SetValidator(new AddressRules()).When(request => request.BillingAddress is not null);
        RuleFor(request => request.DeliveryAddress!).SetValidator(new AddressRules()).When(request => request.DeliveryAddress is not null);
        RuleFor(request => request.Payment.Token).MaximumLength(TokenLengthMax).WithMessage($"has at most {TokenLengthMax} characters.");
        RuleFor(request => request.TermsAccepted).Equal(true).WithMessage("must be true: an order needs the terms of sale to be accepted.");
        RuleFor(request => request.Email).Must(email => email is null || AddressRules.IsEmail(email)).WithMessage("must be a mail address.");
        RuleFor(request => request.Phone).Must(phone => phone is null || AddressRules.IsPhone(phone)).WithMessage("must be a phone number of 10 to 15 digits, with or without +.");
    }
}

/// <summary>What the customer's app needs to finish a payment.</summary>
/// <param name="State">Where the payment stands.</param>
/// <param name="ClientSecret">For the gateway's dialogue, or null.</param>
/// <param name="Provider">Name of the gateway, or null.</param>
/// <param name="PublicKey">What a page needs to open the gateway's dialogue, or null.</param>
/// <param name="UpiLink">Opens the customer's UPI app, or null.</param>
/// <param name="QrImage">Address of a QR code, or null.</param>
public sealed record PlacedPayment(PaymentState State, string? ClientSecret, string? Provider = null, string? PublicKey = null, string? UpiLink = null, string? QrImage = null);

/// <summary>An order that was placed.</summary>
/// <param name="OrderId">Its id.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="Status"><c>awaitingPayment</c> or <c>confirmed</c>, or what became of it since.</param>
/// <param name="Payment">How the payment goes on.</param>
/// <param name="Summary">The summary.</param>
public sealed record PlacedOrder(string OrderId, string OrderNumber, OrderState Status, PlacedPayment Payment, OrderSummary Summary)
{
    /// <summary>The answer of an order.</summary>
    public static PlacedOrder Of(Order order, PlacedPayment? payment = null) =>
        new(order.Id, order.Number, order.State, payment ?? new PlacedPayment(order.Payment.State, null, order.Payment.Provider), order.Summarise());
}

/// <summary>Expected failures of checkout.</summary>
public static class CheckoutProblems
{
    /// <summary>The price is another than the one that the customer agreed to; the answer carries the new summary.</summary>
    public static Problem SummaryChanged(OrderSummary summary) => new("summary-changed", "The summary has changed; please look at it again.")
    {
        Extras = new Dictionary<string, object?> { ["summary"] = summary },
    };

    /// <summary>This buyer, or this address, holds as much unpaid as one may.</summary>
    public static Problem TooManyUnpaid { get; } = new("too-many-unpaid-orders", "You have several orders that wait for their payment.")
    {
        Detail = "Pay or cancel one of them first; an order that is not paid ends by itself within minutes.",
    };

    /// <summary>A webhook without a valid signature, or an old one.</summary>
    public static Problem WebhookRefused { get; } = new("webhook-refused", "The signature is missing, wrong or too old.");
}
