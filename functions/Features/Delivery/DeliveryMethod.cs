namespace Kundli.Features.Delivery;

/// <summary>How a customer wants the goods.</summary>
public enum DeliveryMethod
{
    /// <summary>By a carrier, at the usual pace.</summary>
    Standard,

    /// <summary>By a carrier, faster; not to remote places.</summary>
    Express,

    /// <summary>Fetched at the store.</summary>
    Pickup,
}

/// <summary>What of a basket matters to a carrier.</summary>
/// <param name="WeightGrams">All parcels together.</param>
/// <param name="HasLivePlants">Whether something alive travels.</param>
/// <param name="TransitDaysMax">The shortest bearable journey of what travels; 0 for no limit.</param>
/// <param name="Goods">Price of the goods after discounts.</param>
/// <param name="IsSent">False when nothing travels: only work and documents.</param>
public sealed record Parcel(int WeightGrams, bool HasLivePlants, int TransitDaysMax, Money Goods, bool IsSent);

/// <summary>An offer to bring a basket to a place.</summary>
/// <param name="Method">How.</param>
/// <param name="Label">For a person.</param>
/// <param name="Fee">With GST.</param>
/// <param name="DispatchOn">Local date on which the parcel leaves; null while no PIN is known.</param>
/// <param name="PromisedBy">Local date by which it arrives; null while no PIN is known.</param>
public sealed record DeliveryOption(DeliveryMethod Method, string Label, Money Fee, DateOnly? DispatchOn, DateOnly? PromisedBy)
{
    /// <summary>Why it is later than usual, or why nothing else is offered; in a sentence, or null.</summary>
    public string? Note { get; init; }
}
