using System.Globalization;
using Kundli.Features;
using Kundli.Features.Delivery;
using Kundli.Features.Pricing;
using Microsoft.Extensions.Configuration;

namespace Kundli.Worker.Composition;

/// <summary>What the shop's owner decides, from settings.</summary>
internal static class ShopSettings
{
    /// <summary>1,000 rupees: more is a mistake in the unit.</summary>
    private const long CodSurchargeMax = 100_000;

    /// <summary>
    /// Reads <c>Shop:Seller</c> (<c>LegalName</c>, <c>Street</c>, <c>City</c>, <c>State</c>, <c>PostalCode</c>, <c>Gstin</c>, <c>Email</c>, <c>Phone</c>, <c>GrievanceOfficer</c>) and
    /// <c>Shop:TermsVersion</c> and <c>Shop:CodSurcharge</c> (paise, with GST). A local host without them has a specimen seller; elsewhere the law wants the true one shown, so the app does not start without.
    /// </summary>
    /// <exception cref="InvalidOperationException">A particular is missing outside a local host, or the GSTIN or the address can't be right.</exception>
    public static ShopPolicy Policy(IConfiguration configuration)
    {
        var policy = new ShopPolicy { TermsVersion = configuration["Shop:TermsVersion"] ?? new ShopPolicy().TermsVersion, CodSurcharge = Surcharge(configuration["Shop:CodSurcharge"]) };
        var section = configuration.GetSection("Shop:Seller");
        if (!section.GetChildren().Any())
            return configuration["LocalHost:Data"] is not null ? policy : throw Missing("LegalName");
        var seller = new Seller(
            Needed(section["LegalName"], "LegalName"), new Address(null, Needed(section["Street"], "Street"), null, Needed(section["City"], "City"), Needed(section["State"], "State"), Needed(section["PostalCode"], "PostalCode")),
            Needed(section["Gstin"], "Gstin"), Needed(section["Email"], "Email"), Needed(section["Phone"], "Phone"), Needed(section["GrievanceOfficer"], "GrievanceOfficer"));
        return policy with { Seller = Checked(seller) };
    }

    /// <summary>
    /// Reads <c>Shop:BlockedPins</c> (PIN beginnings of one to six digits, separated by commas, to which nothing is sent for now) and <c>Shop:PlantsTravel</c> (<c>anyDay</c> on a
    /// local host lets living plants leave on any working day, so that a story ends the day it begins).
    /// </summary>
    /// <exception cref="InvalidOperationException">One of them is no beginning of a PIN, or plants shall travel on any day elsewhere than on a local host.</exception>
    public static DeliveryRates Rates(IConfiguration configuration)
    {
        var anyDay = configuration["Shop:PlantsTravel"] == "anyDay";
        if (anyDay && configuration["LocalHost:Data"] is null)
            throw new InvalidOperationException("The setting 'Shop__PlantsTravel' is for a local host: real plants do not lie in a warehouse over a Sunday.");
        var blocked = Parts(configuration["Shop:BlockedPins"]);
        return blocked.All(prefix => prefix.Length <= PinCodes.Length && prefix.All(char.IsAsciiDigit))
            ? new DeliveryRates { BlockedPrefixes = blocked, PlantsTravelAnyDay = anyDay }
            : throw new InvalidOperationException("The setting 'Shop__BlockedPins' holds something that is no beginning of a PIN.");
    }

    /// <summary>Reads <c>Shop:Holidays</c>: dates (<c>2026-11-08</c>), separated by commas, on which carriers rest beside Sundays and the national holidays.</summary>
    /// <exception cref="InvalidOperationException">One of them is no date.</exception>
    public static DeliveryCalendar Calendar(IConfiguration configuration) => new(Parts(configuration["Shop:Holidays"])
        .Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidOperationException("The setting 'Shop__Holidays' holds something that is no date like 2026-11-08."))
        .ToHashSet());

    private static Money Surcharge(string? setting) =>
        setting is null ? Money.Zero
        : long.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var paise) && paise <= CodSurchargeMax ? Money.Paise(paise)
        : throw new InvalidOperationException($"The setting 'Shop__CodSurcharge' is in paise, from 0 to {CodSurchargeMax}.");

    private static string[] Parts(string? setting) => (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Seller Checked(Seller seller)
    {
        var address = AddressRules.Normalised(seller.Address);
        if (!Gstin.IsValid(seller.Gstin))
            throw new InvalidOperationException("The setting 'Shop__Seller__Gstin' is not a GSTIN: its form or its check character is wrong.");
        if (!new AddressRules().Validate(address).IsValid || IndianStates.ByGstNumber(seller.Gstin[..2])?.Code != address.State)
            throw new InvalidOperationException("The settings 'Shop__Seller__State' and 'Shop__Seller__PostalCode' name no place in the state of the GSTIN.");
        return seller with { Address = address };
    }

    private static string Needed(string? setting, string name) => setting is { Length: > 0 } value ? value : throw Missing(name);

    private static InvalidOperationException Missing(string name) => new($"The setting 'Shop__Seller__{name}' is not there: the law wants the seller shown (Consumer Protection (E-Commerce) Rules 2020).");
}
