namespace Kundli.Features.Orders;

/// <summary>What our own plant finder says of a photo of a planted tree.</summary>
public enum PlantingCheck
{
    /// <summary>It sees the tree that was ordered.</summary>
    Matches,

    /// <summary>It can't tell, as with most seedlings; somebody of the shop has looked and vouches for it.</summary>
    Confirmed,

    /// <summary>It can't tell, and nobody has looked yet.</summary>
    Unsure,
}

/// <summary>A dated photo of a planted tree.</summary>
/// <param name="Id">Name of the kept photo.</param>
/// <param name="TakenOn">Local date on which it was taken.</param>
/// <param name="Check">What the finder says.</param>
public sealed record PlantingPhoto(string Id, DateOnly TakenOn, PlantingCheck Check);

/// <summary>A tree that a partner plants for the customer.</summary>
/// <param name="Sku">The line of the order.</param>
/// <param name="Place">Village and district, as the partner names them.</param>
/// <param name="Photos">Oldest first.</param>
public sealed record Planting(string Sku, string Place, IReadOnlyList<PlantingPhoto> Photos)
{
    /// <summary>Photos of one tree.</summary>
    public const int PhotosMax = 12;

    /// <summary>The first photo on which the tree is seen proves it planted; null before.</summary>
    public PlantingPhoto? Proof => Photos.FirstOrDefault(photo => photo.Check != PlantingCheck.Unsure);

    /// <summary>The order with one more photo of a tree; the same photo again only takes over what was found of it.</summary>
    public static Outcome<Order> Show(Order order, string sku, string place, PlantingPhoto photo, DateTimeOffset now)
    {
        if (order.Lines.FirstOrDefault(line => line.Sku == sku)?.Plant is null)
            return Problem.NotFound();
        if (order.State is not (OrderState.Shipped or OrderState.Delivered))
            return OrderProblems.Conflict(order.State, OrderState.Delivered);
        var known = order.Plantings.FirstOrDefault(planting => planting.Sku == sku) ?? new Planting(sku, place, []);
        if (known.Photos.Count >= PhotosMax && known.Photos.All(other => other.Id != photo.Id))
            return Problem.Invalid(new FieldError("/identificationId", $"is one too many: a tree has at most {PhotosMax} photos."));
        var shown = known with { Place = place, Photos = [.. known.Photos.Where(other => other.Id != photo.Id).Append(photo).OrderBy(other => other.TakenOn).ThenBy(other => other.Id, StringComparer.Ordinal)] };
        var next = order with { Plantings = [.. order.Plantings.Where(planting => planting.Sku != sku), shown] };
        var isDone = order is { State: OrderState.Shipped, Tracking.Count: 0 } && next.Lines.All(line => next.Plantings.Any(planting => planting.Sku == line.Sku && planting.Proof is not null));
        return isDone ? next.Move(OrderState.Delivered, now) : next;
    }
}
