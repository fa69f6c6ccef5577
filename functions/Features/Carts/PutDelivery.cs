using FluentValidation;
using Kundli.Features.Delivery;
using Kundli.Features.Pricing;

namespace Kundli.Features.Carts;

/// <summary>How and where the goods shall come.</summary>
/// <param name="Method">Standard, express or pickup.</param>
/// <param name="Address">Where to; not needed for pickup.</param>
public sealed record PutDeliveryRequest(DeliveryMethod Method, Address? Address = null);

/// <summary>What must be said.</summary>
public sealed class PutDeliveryRules : AbstractValidator<PutDeliveryRequest>
{
    /// <summary>Declares the rules.</summary>
    public PutDeliveryRules()
    {
        RuleFor(request => request.Address).NotNull().When(request => request.Method != DeliveryMethod.Pickup).WithMessage("is missing.");
        RuleFor(request => request.Address!).SetValidator(new AddressRules()).When(request => request.Address is not null);
    }
}

/// <summary>Notes how and where the goods of a cart shall come.</summary>
public sealed class PutDelivery(ChangeCart change, TimeProvider time)
{
    /// <summary>The cart afterwards.</summary>
    public async Task<Outcome<CartView>> RunAsync(Caller caller, string cartId, PutDeliveryRequest request, CancellationToken cancellation)
    {
        var address = request.Address is null ? null : AddressRules.Normalised(request.Address);
        return (await change.RunAsync(caller, cartId, cart => cart.Deliver(request.Method, address, time.GetUtcNow()), cancellation)).Map(CartView.Of);
    }
}

/// <summary>Lists how the goods of a cart could come to a place.</summary>
public sealed class ListDeliveryOptions(ICartStore carts, PriceCart price)
{
    /// <summary>The offers for a PIN, or for the cart's own address without one.</summary>
    public async Task<Outcome<Page<DeliveryOption>>> RunAsync(Caller caller, string cartId, string? postalCode, CancellationToken cancellation)
    {
        if (!ChangeCart.IsId(cartId) || await carts.ReadAsync(cartId, cancellation) is not { } read || !read.Cart.IsOf(caller))
            return Problem.NotFound();
        if (postalCode is not null && !IndianStates.PinExists(postalCode))
            return Problem.Invalid(new FieldError("?postalCode", "must be a PIN code that exists, six digits."));
        return new Page<DeliveryOption>(await price.OffersAsync(read.Cart, postalCode ?? read.Cart.Address?.PostalCode, cancellation), null);
    }
}
