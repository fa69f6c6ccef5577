namespace Kundli.Features.Pricing;

/// <summary>Who sells, as the law wants it shown.</summary>
/// <param name="LegalName">Registered name.</param>
/// <param name="Address">Registered address, also the store where goods are picked up.</param>
/// <param name="Gstin">GST identification number; its first two digits name the seller's state.</param>
/// <param name="Email">Customer care.</param>
/// <param name="Phone">Customer care.</param>
/// <param name="GrievanceOfficer">Name of the grievance officer.</param>
public sealed record Seller(string LegalName, Address Address, string Gstin, string Email, string Phone, string GrievanceOfficer);

/// <summary>What the shop's owner decides; read from settings, with defaults that work on a local host.</summary>
public sealed record ShopPolicy
{
    /// <summary>The seller. The default is a specimen that no deployment may keep.</summary>
    public Seller Seller { get; init; } = new(
        "Kundli Nursery and Crafts (specimen)", new Address(null, "12 Lalbagh Road", null, "Bengaluru", "KA", "560027"), "29AAACK0000A1Z" + Pricing.Gstin.CheckCharacter("29AAACK0000A1Z"),
        "care@kundli.example", "+918000000000", "Grievance Officer");

    /// <summary>Version of the terms of sale that a customer accepts.</summary>
    public string TermsVersion { get; init; } = "2026-11-01";

    /// <summary>How long an order waits for its payment with its goods held.</summary>
    public TimeSpan PaymentWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How soon a driver looks after an order that its own request did not finish.</summary>
    public TimeSpan RedriveAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Fee for paying at the door, with GST.</summary>
    public Money CodSurcharge { get; init; } = Money.Zero;

    /// <summary>Days after delivery within which goods may be sent back.</summary>
    public int ReturnDays { get; init; } = 7;

    /// <summary>Whether goods go to the seller's own state.</summary>
    public bool IsSameState(string stateCode) => stateCode == Seller.Address.State;
}
