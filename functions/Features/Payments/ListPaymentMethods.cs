using Kundli.Features.Pricing;

namespace Kundli.Features.Payments;

/// <summary>How this shop can be paid, as a page must know it before it asks.</summary>
/// <param name="Provider">Name of the gateway.</param>
/// <param name="IsTest">Whether no money moves: then the tokens of the sandbox stand for cards and UPI accounts, and the buyer may play the bank.</param>
/// <param name="PublicKey">What a page needs to open the gateway's dialogue, or null.</param>
/// <param name="Methods">The means. Gift cards lie in the cart.</param>
public sealed record PaymentMethods(string Provider, bool IsTest, string? PublicKey, IReadOnlyList<PaymentMethod> Methods);

/// <summary>Says how this shop can be paid.</summary>
public sealed class ListPaymentMethods(IPaymentGateway gateway)
{
    /// <summary>Gateway and means.</summary>
    public PaymentMethods Run() => new(gateway.Provider, gateway.IsTest, gateway.PublicKey, [PaymentMethod.Cod, PaymentMethod.Upi, PaymentMethod.Card]);
}
