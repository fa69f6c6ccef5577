using FluentValidation;
using Kundli.Features.Claims;

namespace Kundli.Features.Catalog;

/// <summary>
/// What a product must be before the shop may show it: complete in both languages, with the declarations of the Legal Metrology (Packaged Commodities) Rules
/// 2011 and the Consumer Protection (E-Commerce) Rules 2020, without a claim that the law forbids, and of no species that is never sold.
/// </summary>
public sealed class ProductRules : AbstractValidator<Product>
{
    private const int NameLengthMax = 120;
    private const int TextLengthMax = 2_000;
    private const int TermLengthMax = 600;
    private const int PriceMax = 10_000_000_00;
    private const int WeightGramsMax = 100_000;

    /// <summary>Rates of GST in thousandths of a percent, as notified (gemstones 0.25%, jewellery 3%).</summary>
    private static readonly int[] GstSlabs = [0, 100, 250, 1_500, 3_000, 5_000, 7_500, 12_000, 18_000, 28_000, 40_000];

    private static readonly string[] Treatments = ["natural", "lab-grown", "cultured", "treated"];
    private static readonly string[] Offers = ["pot", "land", "plantItForMe"];

    /// <summary>Declares the rules.</summary>
    public ProductRules()
    {
        RuleFor(product => product.Slug).Must(ReadProduct.IsSlug).WithMessage("has lower-case words joined by hyphens, at most 80 characters.");
        Text(product => product.Name, NameLengthMax);
        Text(product => product.Description, TextLengthMax);
        Text(product => product.Terms, TermLengthMax);
        RuleFor(product => product.Warning!).SetValidator(new LocalTextRules(TermLengthMax)).When(product => product.Warning is not null);
        RuleFor(product => product.Category).Must(category => Categories.All.Any(known => known.Slug == category)).WithMessage("is no category of the shop.");
        RuleForEach(product => product.Collections).Must(ReadProduct.IsSlug).WithMessage("has lower-case words joined by hyphens.");
        RuleFor(product => product.Hsn).Matches("^([0-9]{4}|[0-9]{6}|[0-9]{8})$").WithMessage("is an HSN or SAC of 4, 6 or 8 digits.");
        RuleFor(product => product.Unit).Matches("^[A-Z]{3}$").WithMessage("is a unit code of GST returns, such as NOS.");
        RuleFor(product => product.Rates).NotEmpty().WithMessage("has at least one GST rate.");
        RuleForEach(product => product.Rates).Must(rate => GstSlabs.Contains(rate.MilliPercent)).WithMessage("is no rate of GST.");
        RuleFor(product => product.CountryOfOrigin).Matches("^[A-Z]{2}$").WithMessage("is a country code of two letters.");
        RuleFor(product => product.Importer).NotEmpty().When(product => product.CountryOfOrigin != "IN").WithMessage("is needed for goods from abroad.");
        RuleFor(product => product.TransitDaysMax).InclusiveBetween(0, 30).WithMessage("is from 0 to 30 days.");
        RuleFor(product => product.TransitDaysMax).GreaterThan(0).When(product => product.Kind == GoodsKind.LivePlant).WithMessage("is needed for a living plant.");
        RuleFor(product => product.Rank).InclusiveBetween(1, 99).WithMessage("is from 1 to 99.");
        Species();
        Variants();
    }

    private void Text(System.Linq.Expressions.Expression<Func<Product, LocalText>> member, int lengthMax) => RuleFor(member).SetValidator(new LocalTextRules(lengthMax));

    private void Species()
    {
        RuleFor(product => product.Policy).NotEqual(SalePolicy.NotSold).WithMessage("must not be notSold: such a row is not taken.");
        RuleFor(product => product.ScientificName).Must(name => !ProtectedSpecies.IsNeverSold(name)).WithMessage("names a species that is never sold.");
        RuleFor(product => product.ScientificName).NotEmpty().When(product => product.Kind is GoodsKind.LivePlant or GoodsKind.Seeds).WithMessage("is needed for a plant.");
        RuleFor(product => product.Policy).Equal(SalePolicy.AdultsWithWarning).When(product => ProtectedSpecies.NeedsWarning(product.ScientificName) && product.Kind != GoodsKind.Work)
            .WithMessage("must be adultsWithWarning for this species.");
        RuleFor(product => product.Warning).NotNull().When(product => product.Policy == SalePolicy.AdultsWithWarning).WithMessage("is needed where only adults may buy.");
        RuleFor(product => product.Attributes).Must(attributes => attributes.GetValueOrDefault("provenance")?.Contains("nurseryPropagated", StringComparer.Ordinal) == true)
            .When(product => product.Kind == GoodsKind.LivePlant && ProtectedSpecies.IsListedByCites(product.ScientificName))
            .WithMessage("must say provenance: nurseryPropagated, since trade in this species is regulated (CITES).");
        RuleFor(product => product.Attributes).Must(attributes => attributes.GetValueOrDefault("treatment")?.Any(value => Treatments.Any(known => value.StartsWith(known, StringComparison.Ordinal))) == true)
            .When(product => product.Category == "gemstones").WithMessage("must say the gem's treatment: natural, treated, lab-grown or cultured.");
    }

    private void Variants()
    {
        RuleFor(product => product.Variants).Must(variants => variants.Count is > 0 and <= Limits.VariantsMax).WithMessage($"has 1 to {Limits.VariantsMax} variants.");
        RuleFor(product => product.Variants).Must(variants => variants.Select(variant => variant.Sku).Distinct(StringComparer.Ordinal).Count() == variants.Count).WithMessage("names a SKU twice.");
        RuleForEach(product => product.Variants).ChildRules(variant =>
        {
            variant.RuleFor(one => one.Sku).Matches("^[A-Z0-9-]{3,40}$").WithMessage("has 3 to 40 upper-case letters, digits and hyphens.");
            variant.RuleFor(one => one.Title).SetValidator(new LocalTextRules(NameLengthMax));
            variant.RuleFor(one => one.Price).Must(price => price is { Amount: > 0 and <= PriceMax, Currency: Money.Inr }).WithMessage("is more than 0 paise and in INR.");
            variant.RuleFor(one => one.OriginalPrice).Must((one, original) => original.Currency == Money.Inr && original.Amount >= one.Price.Amount).WithMessage("is not below the price.");
            variant.RuleFor(one => one.Mrp).Must((one, mrp) => mrp.Currency == Money.Inr && mrp.Amount >= one.OriginalPrice.Amount && mrp.Amount <= PriceMax).WithMessage("is not below the price and the original price.");
            variant.RuleFor(one => one.NetQuantity).Must(quantity => !string.IsNullOrWhiteSpace(quantity) && quantity.Length <= 40).WithMessage("has 1 to 40 characters.");
            variant.RuleFor(one => one.WeightGrams).InclusiveBetween(0, WeightGramsMax).WithMessage($"is from 0 to {WeightGramsMax} g.");
            variant.RuleFor(one => one.Offer).Must(offer => offer is null || Offers.Contains(offer)).WithMessage("is pot, land or plantItForMe.");
        });
    }

    private sealed class LocalTextRules : AbstractValidator<LocalText>
    {
        public LocalTextRules(int lengthMax)
        {
            Language(text => text.En, lengthMax);
            Language(text => text.Hi, lengthMax);
        }

        private void Language(System.Linq.Expressions.Expression<Func<LocalText, string>> member, int lengthMax)
        {
            RuleFor(member).Must(text => !string.IsNullOrWhiteSpace(text) && text.Length <= lengthMax).WithMessage($"has 1 to {lengthMax} characters.");
            RuleFor(member).Must(ForbiddenClaims.IsClean).WithMessage(text => $"makes a claim that may not be made: {string.Join("; ", ForbiddenClaims.Find(text.En).Concat(ForbiddenClaims.Find(text.Hi)))}.");
        }
    }
}
