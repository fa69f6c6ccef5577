namespace Kundli.Features.Delivery;

/// <summary>How far a place is.</summary>
public enum Zone
{
    /// <summary>In the seller's sorting district.</summary>
    Local,

    /// <summary>The large cities.</summary>
    Metro,

    /// <summary>Everywhere else on the mainland.</summary>
    Country,

    /// <summary>Kashmir, Ladakh, the north-east and the islands.</summary>
    Remote,
}

/// <summary>
/// What delivery costs and how long it takes, by PIN and weight. One fee holds for the whole mainland, so that the cart shows what checkout asks;
/// only remote places cost more.
/// </summary>
public sealed record DeliveryRates
{
    private const int IncludedGrams = 2_000;
    private const int StepGrams = 1_000;

    /// <summary>Standard delivery on the mainland.</summary>
    public Money Standard { get; init; } = Money.Paise(79_00);

    /// <summary>Express on top of standard.</summary>
    public Money Express { get; init; } = Money.Paise(120_00);

    /// <summary>On top for a remote place.</summary>
    public Money Remote { get; init; } = Money.Paise(90_00);

    /// <summary>For each kilogram that is begun above two.</summary>
    public Money PerKilogram { get; init; } = Money.Paise(25_00);

    /// <summary>The crate that keeps a living plant upright.</summary>
    public Money PlantCrate { get; init; } = Money.Paise(40_00);

    /// <summary>Standard delivery is free for goods of this value, remote places excepted.</summary>
    public Money FreeFrom { get; init; } = Money.Paise(1_499_00);

    /// <summary>The parcel can leave this many working days of the carriers after the order.</summary>
    public int HandlingDays { get; init; } = 1;

    /// <summary>The seller's sorting district: the first three digits of its PINs.</summary>
    public string LocalPrefix { get; init; } = "560";

    /// <summary>PIN beginnings to which nothing is sent for now.</summary>
    public IReadOnlyList<string> BlockedPrefixes { get; init; } = [];

    /// <summary>When living plants are not sent where.</summary>
    public IReadOnlyList<SeasonalHold> Holds { get; init; } = SeasonalHold.All;

    /// <summary>Whether what is alive leaves on any working day, without regard to days of rest and seasons: for stories that must end within a minute.</summary>
    public bool PlantsTravelAnyDay { get; init; }

    /// <summary>The offers for a basket; without a PIN the mainland's fees without dates.</summary>
    /// <param name="parcel">What travels.</param>
    /// <param name="pin">Six digits, or null while unknown.</param>
    /// <param name="today">Local date in India.</param>
    /// <param name="calendar">Working days.</param>
    public IReadOnlyList<DeliveryOption> Offers(Parcel parcel, string? pin, DateOnly today, DeliveryCalendar calendar)
    {
        var ready = calendar.After(today, HandlingDays);
        if (!parcel.IsSent)
            return [new DeliveryOption(DeliveryMethod.Standard, "By mail, nothing is sent", Money.Zero, pin is null ? null : today, pin is null ? null : ready)];
        var pickup = new DeliveryOption(DeliveryMethod.Pickup, "Store pickup", Money.Zero, null, ready);
        if (pin is not null && BlockedPrefixes.Any(prefix => pin.StartsWith(prefix, StringComparison.Ordinal)))
            return [pickup with { Note = "Nothing is sent to this PIN code for now.", NoteHindi = "अभी इस पिन कोड पर कुछ नहीं भेजा जाता।" }];
        var isCareful = parcel.HasLivePlants && !PlantsTravelAnyDay;
        var holds = isCareful ? HoldsAt(pin) : [];
        var zone = ZoneOf(pin);
        var sent = new[] { Offer(DeliveryMethod.Standard), zone == Zone.Remote ? null : Offer(DeliveryMethod.Express) }.OfType<DeliveryOption>().ToArray();
        return [.. sent, sent.Length > 0 ? pickup : pickup with
        {
            Note = "Living plants are not sent to this PIN code: the journey would be too long, or lie over a Sunday.",
            NoteHindi = "जीवित पौधे इस पिन कोड पर नहीं भेजे जाते: रास्ता बहुत लम्बा होगा, या उसमें रविवार पड़ेगा।",
        }];

        DeliveryOption? Offer(DeliveryMethod method)
        {
            var days = TransitDays(method, zone);
            if (pin is not null && parcel.TransitDaysMax > 0 && days > parcel.TransitDaysMax)
                return null;
            var route = new Route(calendar, today, ready, days, isCareful, holds);
            var journey = pin is null ? null : route.Plan();
            var note = WaitTexts.NoteOf(route.Season);
            // A living plant that can't get there without a pause is not offered at all.
            return pin is not null && journey is null
                ? null
                : new DeliveryOption(method, method == DeliveryMethod.Express ? "Express delivery" : "Standard delivery", Fee(method, zone, parcel), journey?.Dispatch, journey?.Arrival)
                {
                    Note = note?.En,
                    NoteHindi = note?.Hi,
                    Wait = journey is null ? null : WaitOf(route, journey),
                };
        }
    }

    /// <summary>
    /// What becomes of a parcel that is packed after the day on which it was to leave: the next journey, as long as the one that it missed, and why it waits for it
    /// where it does. Null while its day is not over, and where there is no journey within <see cref="DeliveryCalendar.SearchDaysMax"/> days.
    /// </summary>
    /// <param name="missed">The journey that was promised.</param>
    /// <param name="hasLivePlants">Whether something alive travels.</param>
    /// <param name="pin">Where to, six digits.</param>
    /// <param name="today">Local date in India.</param>
    /// <param name="calendar">Working days.</param>
    public (Journey Journey, DispatchWait? Wait)? Again(Journey missed, bool hasLivePlants, string pin, DateOnly today, DeliveryCalendar calendar)
    {
        if (missed.Dispatch >= today)
            return null;
        var isCareful = hasLivePlants && !PlantsTravelAnyDay;
        var route = new Route(calendar, today, calendar.After(today, HandlingDays), calendar.WorkingDays(missed), isCareful, isCareful ? HoldsAt(pin) : []);
        return route.Plan() is { } journey ? (journey, WaitOf(route, journey)) : null;
    }

    /// <summary>How far a PIN is; an unknown one counts as mainland.</summary>
    public Zone ZoneOf(string? pin)
    {
        if (pin is null)
            return Zone.Country;
        if (pin.StartsWith(LocalPrefix, StringComparison.Ordinal))
            return Zone.Local;
        string[] remote = ["18", "19", "737", "744", "682", "78", "79"];
        string[] metro = ["11", "400", "560", "600", "700", "500", "411", "380", "122", "201"];
        return remote.Any(Begins) ? Zone.Remote : metro.Any(Begins) ? Zone.Metro : Zone.Country;

        // Kochi shares its beginning with Lakshadweep, whose islands alone are 682551 to 682559.
        bool Begins(string prefix) => prefix == "682" ? pin.StartsWith("68255", StringComparison.Ordinal) : pin.StartsWith(prefix, StringComparison.Ordinal);
    }

    private SeasonalHold[] HoldsAt(string? pin) => pin is null ? [] : [.. Holds.Where(hold => hold.IsAt(pin))];

    /// <summary>A parcel takes the handling days to be packed: one that is packed today anyway waits for nothing.</summary>
    private DispatchWait? WaitOf(Route route, Journey journey)
    {
        var packed = route.Calendar.Before(journey.Dispatch, HandlingDays);
        return route.IsCareful && packed > route.Today ? WaitTexts.Of(route.Season, packed, journey.Dispatch) : null;
    }

    private Money Fee(DeliveryMethod method, Zone zone, Parcel parcel)
    {
        var isExpress = method == DeliveryMethod.Express;
        if (!isExpress && zone != Zone.Remote && parcel.Goods.Amount >= FreeFrom.Amount)
            return Money.Zero;
        var steps = (Math.Max(0, parcel.WeightGrams - IncludedGrams) + StepGrams - 1) / StepGrams;
        return Standard + (isExpress ? Express : Money.Zero) + (zone == Zone.Remote ? Remote : Money.Zero) + (PerKilogram * steps) + (parcel.HasLivePlants ? PlantCrate : Money.Zero);
    }

    private static int TransitDays(DeliveryMethod method, Zone zone) => (method, zone) switch
    {
        (DeliveryMethod.Express, Zone.Local) => 1,
        (DeliveryMethod.Express, _) => 2,
        (_, Zone.Local) => 2,
        (_, Zone.Metro) => 3,
        (_, Zone.Country) => 5,
        _ => 8,
    };

    /// <summary>Where a parcel has to go, and what may keep it back.</summary>
    private sealed record Route(DeliveryCalendar Calendar, DateOnly Today, DateOnly Ready, int Days, bool IsCareful, IReadOnlyList<SeasonalHold> Holds)
    {
        /// <summary>The season that is in the way of the first unbroken journey, or null.</summary>
        public string? Season { get; } = Holds.Count > 0 && Calendar.Plan(Ready, Days, unbroken: true, []) is { } usual
            ? Holds.FirstOrDefault(hold => hold.IsOn(usual.Dispatch) || hold.IsOn(usual.Arrival))?.Cause
            : null;

        public Journey? Plan() => Calendar.Plan(Ready, Days, IsCareful, Holds);
    }
}
