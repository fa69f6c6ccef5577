using CsCheck;
using Kundli.Features.Delivery;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Features.Tests.Delivery;

public sealed class DeliveryTests
{
    private const string Delhi = "110003";
    private const string Guwahati = "781001";
    private const string Bengaluru = "560027";
    private const string Mysuru = "570001";
    private const string Mumbai = "400001";

    private static readonly DeliveryRates Rates = new();
    private static readonly Parcel Plant = new(1_000, HasLivePlants: true, TransitDaysMax: 8, Money.Paise(499_00), IsSent: true);
    private static readonly Parcel Beads = Plant with { HasLivePlants = false, TransitDaysMax = 0 };

    // Days of three years, one of them a leap year.
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 1_095].Select(day => new DateOnly(2026, 1, 1).AddDays(day));
    private static readonly Gen<string> Pins = Gen.OneOf(new[] { Delhi, Guwahati, Bengaluru, Mysuru, Mumbai, "695001", "342001", "751001", "744101", "600001", "194101" }.Select(Gen.Const).ToArray());
    private static readonly Gen<DeliveryCalendar> Calendars = Days.Array[0, 40].Select(holidays => new DeliveryCalendar(holidays.ToHashSet()));

    [Fact]
    public void A_living_plant_never_waits_over_a_pause_nor_travels_in_a_hold() => Gen.Select(Days, Pins, Calendars).Sample((today, pin, calendar) =>
    {
        foreach (var offer in Rates.Offers(Plant, pin, today, calendar).Where(offer => offer.Method != DeliveryMethod.Pickup))
        {
            Assert.NotNull(offer.DispatchOn);
            Assert.NotNull(offer.PromisedBy);
            for (var day = offer.DispatchOn.Value; day <= offer.PromisedBy; day = day.AddDays(1))
            {
                Assert.True(calendar.IsWorking(day), $"{day:O} to {pin}");
                Assert.DoesNotContain(SeasonalHold.All, hold => hold.IsAt(pin) && hold.IsOn(day));
            }
        }
    }, iter: 500);

    [Fact]
    public void Goods_arrive_after_as_many_working_days_as_the_way_takes_and_never_on_a_day_of_rest() => Gen.Select(Days, Pins, Calendars).Sample((today, pin, calendar) =>
    {
        var offers = Rates.Offers(Beads, pin, today, calendar);
        Assert.Equal(Rates.ZoneOf(pin) == Zone.Remote ? 2 : 3, offers.Count);
        foreach (var offer in offers.Where(offer => offer.Method != DeliveryMethod.Pickup))
        {
            Assert.True(calendar.IsWorking(offer.PromisedBy!.Value));
            Assert.Equal(calendar.After(today, Rates.HandlingDays), offer.DispatchOn);
            var worked = Enumerable.Range(1, offer.PromisedBy.Value.DayNumber - offer.DispatchOn!.Value.DayNumber).Count(day => calendar.IsWorking(offer.DispatchOn.Value.AddDays(day)));
            Assert.Equal((offer.Method, Rates.ZoneOf(pin)) switch { (DeliveryMethod.Express, Zone.Local) => 1, (DeliveryMethod.Express, _) => 2, (_, Zone.Local) => 2, (_, Zone.Metro) => 3, (_, Zone.Country) => 5, _ => 8 }, worked);
        }
    }, iter: 500);

    [Fact]
    public void A_later_day_never_promises_an_earlier_arrival() => Gen.Select(Days, Pins, Calendars, Gen.Bool).Sample((today, pin, calendar, alive) =>
    {
        var (now, later) = (Standard(alive ? Plant : Beads, pin, today, calendar), Standard(alive ? Plant : Beads, pin, today.AddDays(1), calendar));
        if (now is not null && later is not null)
            Assert.True(now.PromisedBy <= later.PromisedBy && now.DispatchOn <= later.DispatchOn);
    }, iter: 500);

    [Fact]
    public void Nothing_alive_is_offered_where_every_journey_crosses_a_sunday()
    {
        var only = Assert.Single(Rates.Offers(Plant, Guwahati, new DateOnly(2026, 11, 23), DeliveryCalendar.Default));

        Assert.Equal(DeliveryMethod.Pickup, only.Method);
        Assert.Contains("Sunday", only.Note);
        Assert.Contains("रविवार", only.NoteHindi);
    }

    [Fact]
    public void A_plant_that_bears_less_than_the_way_takes_is_not_offered_it()
    {
        var offers = Rates.Offers(Plant with { TransitDaysMax = 4 }, Mysuru, new DateOnly(2026, 11, 23), DeliveryCalendar.Default);

        Assert.Equal([DeliveryMethod.Express, DeliveryMethod.Pickup], offers.Select(offer => offer.Method));
    }

    [Fact]
    public void Handling_takes_a_working_day_so_what_is_ordered_on_a_saturday_leaves_on_monday()
    {
        var saturday = new DateOnly(2026, 11, 21);

        Assert.Equal(new DateOnly(2026, 11, 23), Standard(Beads, Delhi, saturday, DeliveryCalendar.Default)!.DispatchOn);
        Assert.Equal(new DateOnly(2026, 11, 24), Standard(Beads, Delhi, saturday, new DeliveryCalendar(new HashSet<DateOnly> { new(2026, 11, 23) }))!.DispatchOn);
    }

    [Fact]
    public void In_the_hot_season_a_plant_for_delhi_is_promised_for_after_the_onset_of_the_monsoon()
    {
        var offer = Standard(Plant, Delhi, new DateOnly(2027, 5, 10), DeliveryCalendar.Default)!;

        // 27 June 2027 is a Sunday.
        Assert.Equal((new DateOnly(2027, 6, 28), new DateOnly(2027, 7, 1)), (offer.DispatchOn, offer.PromisedBy));
        Assert.Contains("hot season", offer.Note);
        Assert.Contains("गर्मी", offer.NoteHindi);
        Assert.Null(Standard(Beads, Delhi, new DateOnly(2027, 5, 10), DeliveryCalendar.Default)!.Note);
        Assert.Null(Standard(Plant, Bengaluru, new DateOnly(2027, 5, 10), DeliveryCalendar.Default)!.Note);
        Assert.Contains("monsoon", Standard(Plant, Mumbai, new DateOnly(2027, 6, 12), DeliveryCalendar.Default)!.Note);
    }

    [Fact]
    public void No_hold_ever_takes_an_offer_away() => Gen.Select(Days, Pins).Sample((today, pin) =>
        Assert.Equal((Rates with { Holds = [] }).Offers(Plant, pin, today, DeliveryCalendar.Default).Select(offer => offer.Method), Rates.Offers(Plant, pin, today, DeliveryCalendar.Default).Select(offer => offer.Method)), iter: 500);

    [Fact]
    public void To_a_blocked_place_nothing_is_sent()
    {
        var only = Assert.Single((Rates with { BlockedPrefixes = ["1100"] }).Offers(Beads, Delhi, new DateOnly(2026, 11, 23), DeliveryCalendar.Default));

        Assert.Equal(DeliveryMethod.Pickup, only.Method);
        Assert.NotNull(only.Note);
    }

    [Theory]
    [InlineData(Delhi, 2_000, false, 79_00)]
    [InlineData(Delhi, 2_001, false, 104_00)]
    [InlineData(Delhi, 3_000, true, 144_00)]
    [InlineData(Guwahati, 2_000, false, 169_00)]
    public void The_fee_follows_weight_place_and_crate(string pin, int grams, bool alive, long paise) =>
        Assert.Equal(paise, Standard((alive ? Plant : Beads) with { WeightGrams = grams }, pin, new DateOnly(2026, 11, 23), DeliveryCalendar.Default)!.Fee.Amount);

    [Fact]
    public void Standard_is_free_from_the_threshold_but_not_to_remote_places()
    {
        var dear = Beads with { Goods = Rates.FreeFrom };

        Assert.Equal(Money.Zero, Standard(dear, Delhi, new DateOnly(2026, 11, 23), DeliveryCalendar.Default)!.Fee);
        Assert.Equal(169_00, Standard(dear, Guwahati, new DateOnly(2026, 11, 23), DeliveryCalendar.Default)!.Fee.Amount);
        Assert.Equal(79_00, Standard(dear with { Goods = Rates.FreeFrom - Money.Paise(1) }, Delhi, new DateOnly(2026, 11, 23), DeliveryCalendar.Default)!.Fee.Amount);
    }

    private static DeliveryOption? Standard(Parcel parcel, string pin, DateOnly today, DeliveryCalendar calendar) =>
        Rates.Offers(parcel, pin, today, calendar).FirstOrDefault(offer => offer.Method == DeliveryMethod.Standard);
}
