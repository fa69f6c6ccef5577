namespace Kundli.Features.Orders;

/// <summary>A claim as its customer sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sku">Of which goods.</param>
/// <param name="Quantity">How many of them.</param>
/// <param name="Wish">What the customer wants.</param>
/// <param name="State">Where it stands.</param>
/// <param name="At">When it was made.</param>
/// <param name="Note">In the customer's words, or null.</param>
/// <param name="Answer">What the shop said, or null.</param>
/// <param name="Photos">Paths of its photos.</param>
/// <param name="ReplacementOrderId">The order that replaces the goods, or null.</param>
public sealed record DamageView(
    string Id, string Sku, int Quantity, DamageWish Wish, DamageState State, DateTimeOffset At, string? Note, string? Answer, IReadOnlyList<string> Photos, string? ReplacementOrderId)
{
    /// <summary>The view of a claim.</summary>
    public static DamageView Of(string orderId, DamageClaim claim) => new(
        claim.Id, claim.Sku, claim.Quantity, claim.Wish, claim.State, claim.At, claim.Note, claim.Answer,
        [.. Enumerable.Range(0, claim.PhotoCount).Select(index => $"/api/v1/orders/{orderId}/damage/{claim.Id}/photos/{index}")], claim.ReplacementOrderId);
}

/// <summary>How far a tree is that a partner plants.</summary>
public enum PlantingState
{
    /// <summary>Ordered.</summary>
    Asked,

    /// <summary>Seen on a photo.</summary>
    Planted,
}

/// <summary>A photo of a tree as its customer sees it.</summary>
/// <param name="Href">Path of the photo.</param>
/// <param name="TakenOn">Local date on which it was taken.</param>
/// <param name="Check">What our own finder says of it.</param>
public sealed record PlantingPhotoView(string Href, DateOnly TakenOn, PlantingCheck Check);

/// <summary>A tree that a partner plants, as its customer sees it.</summary>
/// <param name="Sku">The line of the order.</param>
/// <param name="Plant">Slug of the tree.</param>
/// <param name="State">How far it is.</param>
/// <param name="Place">Village and district, or null.</param>
/// <param name="Photos">Oldest first.</param>
/// <param name="CertificateHref">Path of the certificate, once the tree was seen; null before.</param>
public sealed record PlantingView(string Sku, string Plant, PlantingState State, string? Place, IReadOnlyList<PlantingPhotoView> Photos, string? CertificateHref)
{
    /// <summary>The view of a line.</summary>
    public static PlantingView Of(Order order, OrderLine line)
    {
        var planting = order.Plantings.FirstOrDefault(planting => planting.Sku == line.Sku);
        var path = $"/api/v1/orders/{order.Id}/plantings/{line.Sku}";
        return new PlantingView(
            line.Sku, line.Plant!, planting?.Proof is null ? PlantingState.Asked : PlantingState.Planted, planting?.Place,
            [.. (planting?.Photos ?? []).Select(photo => new PlantingPhotoView($"{path}/photos/{photo.Id}", photo.TakenOn, photo.Check))], planting?.Proof is null ? null : $"{path}/certificate.pdf");
    }
}
