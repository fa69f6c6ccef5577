using Kundli.Features.Aftercare;
using Kundli.Features.Audit;
using Kundli.Features.Orders;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class AftercareRoutes
{
    public const string Damage = "api/v1/orders/{orderId}/damage";
    public const string DamagePhoto = Damage + "/{claimId}/photos/{index}";
    public const string Certificate = "api/v1/orders/{orderId}/plantings/{sku}/certificate.pdf";
    public const string PlantingPhoto = "api/v1/orders/{orderId}/plantings/{sku}/photos/{photoId}";
    public const string Decision = "api/v1/admin/orders/{orderId}/damage/{claimId}";
    public const string Plantings = "api/v1/admin/orders/{orderId}/plantings/{sku}/photos";
}

/// <summary>What follows an order's arrival: goods that came damaged, trees that were planted for somebody.</summary>
public sealed class AftercareFunctions(
    ClaimDamage claim, ReadDamagePhoto damagePhoto, DecideDamage decide, RecordPlanting record, ShowPlanting show, KeepAudit audit)
{
    /// <summary>Claims that goods arrived damaged, with photos taken in at <c>/plants/identifications</c>, within 48 hours of their arrival. The same claim again is one.</summary>
    [Function("OrdersClaimDamage")]
    [Takes<ClaimDamageRequest>]
    [Answers<OrderView>(200)]
    [Fails("damage-claim-late", "not-found", "order-state-conflict")]
    public async Task<IResult> Claim([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AftercareRoutes.Damage)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadAsync<ClaimDamageRequest>(request, cancellation)).ThenAsync(body => claim.RunAsync(request.Caller(), orderId, body, cancellation)));

    /// <summary>A photo of a claim, without place, time or camera.</summary>
    [Function("OrdersDamagePhoto")]
    [Answers<byte[]>(200, "image/jpeg")]
    [Fails("not-found")]
    public async Task<IResult> DamagePhoto(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AftercareRoutes.DamagePhoto)] HttpRequest request, string orderId, string claimId, string index, CancellationToken cancellation) =>
        Answer.File(await damagePhoto.RunAsync(request.Caller(), orderId, claimId, index, cancellation), "image/jpeg", Cache.Revalidate);

    /// <summary>The certificate of a tree that was planted for a customer, once a photo shows it.</summary>
    [Function("OrdersCertificate")]
    [Answers<byte[]>(200, "application/pdf")]
    [Fails("certificate-not-issued", "not-found")]
    public async Task<IResult> Certificate([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AftercareRoutes.Certificate)] HttpRequest request, string orderId, string sku, CancellationToken cancellation) =>
        Answer.File(await show.CertificateAsync(request.Caller(), orderId, sku, cancellation), "application/pdf", Cache.Revalidate, $"certificate-{orderId[..Math.Min(8, orderId.Length)]}.pdf");

    /// <summary>A dated photo of a tree that was planted for a customer.</summary>
    [Function("OrdersPlantingPhoto")]
    [Answers<byte[]>(200, "image/jpeg")]
    [Fails("not-found")]
    public async Task<IResult> PlantingPhoto(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AftercareRoutes.PlantingPhoto)] HttpRequest request, string orderId, string sku, string photoId, CancellationToken cancellation) =>
        Answer.File(await show.PhotoAsync(request.Caller(), orderId, sku, photoId, cancellation), "image/jpeg", Cache.Revalidate);

    /// <summary>Decides about a claim: money, the same goods once more, or nothing with a reason.</summary>
    [Function("AdminDamageDecide")]
    [SignedIn("admin")]
    [Takes<DecideDamageRequest>]
    [Answers<OrderView>(200)]
    [Fails("not-found", "order-state-conflict", "out-of-stock", "refund-too-large")]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AftercareRoutes.Decision)] HttpRequest request, string orderId, string claimId, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadAsync<DecideDamageRequest>(request, cancellation)).ThenAsync(body =>
            audit.RunAsync(request.Caller(), "order.damage", orderId, () => decide.RunAsync(request.Caller(), orderId, claimId, body, cancellation), cancellation)));

    /// <summary>Takes a dated photo of a planted tree to its order; our own finder has looked at it before.</summary>
    [Function("AdminPlantingsRecord")]
    [SignedIn("admin")]
    [Takes<RecordPlantingRequest>]
    [Answers<OrderView>(200)]
    [Fails("not-found", "order-state-conflict", "planting-other-plant")]
    public async Task<IResult> Record([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AftercareRoutes.Plantings)] HttpRequest request, string orderId, string sku, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadAsync<RecordPlantingRequest>(request, cancellation)).ThenAsync(body =>
            audit.RunAsync(request.Caller(), "order.planting", orderId, () => record.RunAsync(request.Caller(), orderId, sku, body, cancellation), cancellation)));
}
