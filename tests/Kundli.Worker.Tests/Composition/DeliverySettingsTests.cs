using Kundli.Features;
using Kundli.Features.Delivery;
using Kundli.Worker.Composition;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kundli.Worker.Tests.Composition;

public sealed class DeliverySettingsTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void Blocked_pins_and_holidays_stand_in_the_settings()
    {
        var configuration = Configuration(("Shop:BlockedPins", "1100, 19"), ("Shop:Holidays", "2026-11-24,2026-12-25"));
        var calendar = ShopSettings.Calendar(configuration);

        Assert.False(calendar.IsWorking(new DateOnly(2026, 11, 24)));
        Assert.True(calendar.IsWorking(new DateOnly(2026, 11, 25)));
        var parcel = new Parcel(500, HasLivePlants: false, TransitDaysMax: 0, Money.Zero, IsSent: true);
        Assert.Equal([DeliveryMethod.Pickup], ShopSettings.Rates(configuration).Offers(parcel, "110003", Monday, calendar).Select(offer => offer.Method));
        Assert.Equal(3, ShopSettings.Rates(configuration).Offers(parcel, "400001", Monday, calendar).Count);
    }

    [Fact]
    public void Without_them_nothing_is_blocked_and_the_national_holidays_hold()
    {
        Assert.Empty(ShopSettings.Rates(Configuration()).BlockedPrefixes);
        Assert.False(ShopSettings.Calendar(Configuration()).IsWorking(new DateOnly(2027, 1, 26)));
    }

    [Fact]
    public void Plants_travel_on_any_day_on_a_local_host_alone()
    {
        var plants = new Parcel(500, HasLivePlants: true, TransitDaysMax: 0, Money.Zero, IsSent: true);
        var anyDay = ("Shop:PlantsTravel", "anyDay");
        Assert.Throws<InvalidOperationException>(() => ShopSettings.Rates(Configuration(anyDay)));
        for (var day = Monday; day < Monday.AddDays(365); day = day.AddDays(1))
            Assert.All(ShopSettings.Rates(Configuration(anyDay, ("LocalHost:Data", "data"))).Offers(plants, "110003", day, DeliveryCalendar.Default), offer => Assert.Null(offer.Wait));
        Assert.Contains(ShopSettings.Rates(Configuration()).Offers(plants, "110003", Monday.AddDays(3), DeliveryCalendar.Default), offer => offer.Wait is { Cause: WaitCause.RestDay });
    }

    [Theory]
    [InlineData("1100x")]
    [InlineData("1100031")]
    public void What_begins_no_pin_stops_the_start(string text) => Assert.Throws<InvalidOperationException>(() => ShopSettings.Rates(Configuration(("Shop:BlockedPins", text))));

    [Theory]
    [InlineData("24.11.2026")]
    [InlineData("2026-11-31")]
    public void What_is_no_date_stops_the_start(string text) => Assert.Throws<InvalidOperationException>(() => ShopSettings.Calendar(Configuration(("Shop:Holidays", text))));

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
