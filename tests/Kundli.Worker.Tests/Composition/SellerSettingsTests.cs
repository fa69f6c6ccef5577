using Kundli.Worker.Composition;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kundli.Worker.Tests.Composition;

public sealed class SellerSettingsTests
{
    private static readonly Dictionary<string, string?> Seller = new(StringComparer.Ordinal)
    {
        ["Shop:Seller:LegalName"] = "Sacred Grove Private Limited", ["Shop:Seller:Street"] = "4 Sarjapur Road", ["Shop:Seller:City"] = "Bengaluru", ["Shop:Seller:State"] = "Karnataka",
        ["Shop:Seller:PostalCode"] = "560034", ["Shop:Seller:Gstin"] = "29AAACK0000A1ZK", ["Shop:Seller:Email"] = "care@grove.example", ["Shop:Seller:Phone"] = "+918012345678",
        ["Shop:Seller:GrievanceOfficer"] = "R. Iyer",
    };

    [Fact]
    public void The_seller_stands_in_the_settings()
    {
        var policy = ShopSettings.Policy(Configuration(Seller));
        Assert.Equal(("Sacred Grove Private Limited", "KA"), (policy.Seller.LegalName, policy.Seller.Address.State));
    }

    [Fact]
    public void Only_a_local_host_may_show_a_specimen()
    {
        Assert.Contains("specimen", ShopSettings.Policy(Configuration(new Dictionary<string, string?> { ["LocalHost:Data"] = "somewhere" })).Seller.LegalName, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => ShopSettings.Policy(Configuration([])));
    }

    [Theory]
    [InlineData("Gstin", "29AAACK0000A1ZX", "Gstin")]
    [InlineData("Gstin", "07AAACK0000A1ZQ", "State")]
    [InlineData("PostalCode", "110001", "State")]
    [InlineData("Phone", "", "Phone")]
    public void Particulars_that_can_not_be_right_stop_the_start(string name, string value, string named)
    {
        var settings = new Dictionary<string, string?>(Seller, StringComparer.Ordinal) { [$"Shop:Seller:{name}"] = value };
        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => ShopSettings.Policy(Configuration(settings))).Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
