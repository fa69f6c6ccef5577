using Kundli.Features.Audit;
using Kundli.Features.Carts;
using Kundli.Features.Promotions;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class DiscountRoutes
{
    public const string Promotion = "api/v1/carts/{cartId}/promotions/{code}";
    public const string GiftCard = "api/v1/carts/{cartId}/gift-cards/{code}";
    public const string Promotions = "api/v1/admin/promotions";
    public const string GiftCards = "api/v1/admin/gift-cards";
}

/// <summary>Promotion codes and gift cards.</summary>
public sealed class DiscountFunctions(PutPromotion promotion, PutGiftCard card, MakePromotion make, IssueGiftCard issue, KeepAudit audit)
{
    /// <summary>Puts a promotion code into a cart, in place of the one before.</summary>
    [Function("CartsPutPromotion")]
    [Answers<CartView>(200)]
    [Fails("cart-merged", "cart-ordered", "not-found")]
    public async Task<IResult> PutPromotion([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = DiscountRoutes.Promotion)] HttpRequest request, string cartId, string code, CancellationToken cancellation) =>
        Answer.Ok(await promotion.RunAsync(request.Caller(), cartId, code, cancellation));

    /// <summary>Takes the promotion code out.</summary>
    [Function("CartsRemovePromotion")]
    [Answers<CartView>(200)]
    [Fails("cart-merged", "cart-ordered", "not-found")]
    public async Task<IResult> RemovePromotion([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = DiscountRoutes.Promotion)] HttpRequest request, string cartId, string code, CancellationToken cancellation) =>
        Answer.Ok(await promotion.RemoveAsync(request.Caller(), cartId, cancellation));

    /// <summary>Puts a gift card into a cart.</summary>
    [Function("CartsPutGiftCard")]
    [Answers<CartView>(200)]
    [Fails("cart-merged", "cart-ordered", "not-found")]
    public async Task<IResult> PutGiftCard([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = DiscountRoutes.GiftCard)] HttpRequest request, string cartId, string code, CancellationToken cancellation) =>
        Answer.Ok(await card.RunAsync(request.Caller(), cartId, code, cancellation));

    /// <summary>Takes a gift card out.</summary>
    [Function("CartsRemoveGiftCard")]
    [Answers<CartView>(200)]
    [Fails("cart-merged", "cart-ordered", "not-found")]
    public async Task<IResult> RemoveGiftCard([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = DiscountRoutes.GiftCard)] HttpRequest request, string cartId, string code, CancellationToken cancellation) =>
        Answer.Ok(await card.RemoveAsync(request.Caller(), cartId, code, cancellation));

    /// <summary>Makes a promotion.</summary>
    [Function("PromotionsMake")]
    [SignedIn("admin")]
    [Takes<MakePromotionRequest>]
    [Answers<Promotion>(201)]
    [Fails("promotion-exists")]
    public async Task<IResult> Make([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DiscountRoutes.Promotions)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Created(await (await Body.ReadAsync<MakePromotionRequest>(request, cancellation)).ThenAsync(body => audit.RunAsync(request.Caller(), "promotion.make", body.Code, () => make.RunAsync(body, cancellation), cancellation)), made => $"/{DiscountRoutes.Promotions}/{made.Code}");

    /// <summary>Issues a gift card; its code is shown this once.</summary>
    [Function("GiftCardsIssue")]
    [SignedIn("admin")]
    [Takes<IssueGiftCardRequest>]
    [Answers<IssuedGiftCard>(201)]
    public async Task<IResult> Issue([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DiscountRoutes.GiftCards)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Created(await (await Body.ReadAsync<IssueGiftCardRequest>(request, cancellation)).ThenAsync(body => audit.RunAsync(request.Caller(), "giftCard.issue", $"{body.Amount} paise", () => issue.RunAsync(body, cancellation), cancellation)), _ => $"/{DiscountRoutes.GiftCards}");
}
