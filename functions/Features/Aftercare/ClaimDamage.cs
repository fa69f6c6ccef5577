using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Kundli.Features.Checkout;
using Kundli.Features.Notices;
using Kundli.Features.Orders;
using Kundli.Features.Plants;
using Kundli.Features.Pricing;

namespace Kundli.Features.Aftercare;

/// <summary>What a customer shows of goods that arrived damaged.</summary>
/// <param name="Sku">Of which goods.</param>
/// <param name="IdentificationId">The upload of the photos, as <c>POST /plants/identifications</c> answered it; it must have come after the goods.</param>
/// <param name="Quantity">How many of them are damaged.</param>
/// <param name="Wish">Money or the same goods once more.</param>
/// <param name="Note">In the customer's words, or null.</param>
public sealed record ClaimDamageRequest(string Sku, string IdentificationId, int Quantity = 1, DamageWish Wish = DamageWish.Refund, string? Note = null);

/// <summary>What a claim must say.</summary>
public sealed class ClaimDamageRules : AbstractValidator<ClaimDamageRequest>
{
    /// <summary>Declares the rules.</summary>
    public ClaimDamageRules()
    {
        RuleFor(request => request.Sku).Must(sku => sku.Length is > 0 and <= 40).WithMessage("is the SKU of goods of this order.");
        RuleFor(request => request.IdentificationId).Must(ReadIdentification.IsId).WithMessage("is the id of an upload of photos.");
        RuleFor(request => request.Quantity).InclusiveBetween(1, Carts.Limits.QuantityMax).WithMessage($"must be from 1 to {Carts.Limits.QuantityMax}.");
        RuleFor(request => request.Note).MaximumLength(Orders.Limits.ReasonLengthMax).WithMessage($"has at most {Orders.Limits.ReasonLengthMax} characters.");
    }
}

/// <summary>
/// Takes the claim that goods arrived damaged: with photos, within 48 hours of their arrival. The photos come by the plant finder's own road, which bounds, checks and
/// re-encodes them; they are gone with their upload after 30 days, by when the shop has to have decided.
/// </summary>
public sealed class ClaimDamage(ReadOrder read, ChangeOrder change, DriveOrder drive, IIdentificationStore uploads, ShopPolicy policy, TimeProvider time)
{
    /// <summary>The order with the claim; <c>damage-claim-late</c>, <c>order-state-conflict</c> before the goods are there, or invalid fields.</summary>
    public async Task<Outcome<OrderView>> RunAsync(Caller caller, string orderId, ClaimDamageRequest request, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        if (await uploads.FindAsync(request.IdentificationId, cancellation) is not { Value: { Status: not IdentificationStatus.Failed, Photos.Count: > 0 } upload } || !upload.IsVisibleTo(caller))
            return Problem.Invalid(new FieldError("/identificationId", "leads to no photos."));
        var claim = new DamageClaim(IdOf(orderId, request), request.Sku, request.Quantity, request.Wish, request.Note, upload.Id, upload.Photos.Count, time.GetUtcNow());
        await drive.RemindAsync(orderId, cancellation);
        var claimed = await change.RunAsync(orderId, current => DamagedGoods.Claim(current, claim, upload.CreatedAt).Map(next => (next, ReferenceEquals(next, current) ? OrderEffects.None : ToShop(next, claim))), cancellation);
        return claimed.Map(OrderView.Of);
    }

    private static string IdOf(string orderId, ClaimDamageRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"damage|{orderId}|{request.Sku}|{request.IdentificationId}")))[..32];

    private OrderEffects ToShop(Order order, DamageClaim claim) => new(null,
    [
        new Notice($"damageClaimed-{claim.Id}", policy.Seller.Email, $"Damaged on arrival: order {order.Number}",
            $"{claim.Quantity} × {claim.Sku}; the customer wants a {claim.Wish.ToString().ToLowerInvariant()}. Photos: {claim.PhotoCount}. Decide within 48 hours, under the order in the back office.", claim.At),
    ]);
}

/// <summary>Shows a photo of a claim to its customer and to who decides.</summary>
public sealed class ReadDamagePhoto(ReadOrder read, IPhotoBlobs blobs)
{
    /// <summary>The photo as a JPEG without place and time; not found before it was re-encoded and after its time.</summary>
    public async Task<Outcome<byte[]>> RunAsync(Caller caller, string orderId, string claimId, string index, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        if (order.Value.Damage.FirstOrDefault(claim => claim.Id == claimId) is not { } claim || !(index is [var digit] && char.IsAsciiDigit(digit)))
            return Problem.NotFound();
        return await blobs.GetPhotoAsync(claim.PhotosOf, digit - '0', PhotoSize.Full, cancellation) is { } jpeg ? jpeg : Problem.NotFound();
    }
}
