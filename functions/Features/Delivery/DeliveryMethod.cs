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

    /// <summary>The same in Hindi.</summary>
    public string? NoteHindi { get; init; }

    /// <summary>What keeps the parcel back although it could be ready earlier; null when nothing does.</summary>
    public DispatchWait? Wait { get; init; }
}

/// <summary>Why a parcel does not leave as soon as it could.</summary>
public enum WaitCause
{
    /// <summary>The journey would lie over a day on which carriers rest.</summary>
    RestDay,

    /// <summary>It is too hot on the way for what is alive.</summary>
    Heat,

    /// <summary>The first weeks of the monsoon.</summary>
    Monsoon,
}

/// <summary>A parcel that waits for its day. Until it is packed, its order can be cancelled.</summary>
/// <param name="Cause">Why.</param>
/// <param name="PackedFrom">Local date on which it is packed.</param>
/// <param name="LeavesOn">Local date on which it leaves.</param>
/// <param name="Text">The reason in an English sentence.</param>
/// <param name="TextHindi">The reason in a Hindi sentence.</param>
public sealed record DispatchWait(WaitCause Cause, DateOnly PackedFrom, DateOnly LeavesOn, string Text, string TextHindi);
