using Kundli.Features.Catalog;
using Kundli.Features.Claims;
using Xunit;

namespace Kundli.Features.Tests.Catalog;

public sealed class ForbiddenClaimsTests
{
    [Theory]
    [InlineData("Cures diabetes within a month.")]
    [InlineData("A remedy for joint pain.")]
    [InlineData("Wearing it helps to get rid of chronic illness.")]
    [InlineData("Lowers blood pressure and sugar.")]
    [InlineData("Boosts fertility of couples.")]
    [InlineData("Guaranteed success in marriage.")]
    [InlineData("Wealth is assured to its owner.")]
    [InlineData("Removes black magic.")]
    [InlineData("Clinically proven.")]
    [InlineData("मधुमेह को जड़ से ठीक करे।")]
    [InlineData("हर रोग दूर होता है।")]
    [InlineData("संतान प्राप्ति के लिए।")]
    [InlineData("शर्तिया लाभ।")]
    [InlineData("इसका उपचार करता है")]
    public void A_claim_is_found(string text) => Assert.NotEmpty(ForbiddenClaims.Find(text));

    [Theory]
    [InlineData("Not to be eaten in pregnancy: the bristly fruits scratch skin.")]
    [InlineData("Damaged on arrival: photo within 48 hours, replacement or refund.")]
    [InlineData("Tradition connects it with Jupiter; what it brings is for you to judge.")]
    [InlineData("Heated, as nearly all sapphires are; with a laboratory's certificate.")]
    [InlineData("Instant delivery of your report by mail.")]
    [InlineData("परंपरा इसे गुरु से जोड़ती है।")]
    [InlineData("गर्भावस्था में इसे न खाएँ।")]
    [InlineData("")]
    public void What_claims_nothing_is_let_through(string text) => Assert.Empty(ForbiddenClaims.Find(text));

    [Fact]
    public void A_long_text_is_judged_in_bounded_time()
    {
        var text = string.Concat(Enumerable.Repeat("reduces removes guaranteed रोग ", 4_000));
        Assert.NotNull(ForbiddenClaims.Find(text));
    }

    [Fact]
    public void Every_row_of_the_catalog_that_comes_with_the_product_passes_the_rules_of_the_import()
    {
        var rules = new ProductRules();
        var failures = SeedCatalog.ReadProducts().SelectMany(product => rules.Validate(product).Errors.Select(error => $"{product.Slug}: {error.PropertyName} {error.ErrorMessage}"));
        Assert.Empty(failures);
    }
}
