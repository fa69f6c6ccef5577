using CsCheck;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Features.Tests.Pricing;

public sealed class SummaryArithmeticTests
{
    private const int Carts = 100_000;

    private static readonly Gen<PricedLine> Lines =
        from sku in Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[3].Select(letters => new string(letters))
        from quantity in Gen.Int[1, 50]
        from price in Gen.OneOf(Gen.Long[0, 500], Gen.Long[0, 5_000_000])
        from lowered in Gen.Frequency((3, Gen.Const(0L)), (1, Gen.Long[0, 100_000]))
        from rate in Gen.OneOf(new[] { 0, 250, 3_000, 5_000, 12_000, 18_000, 40_000 }.Select(value => Gen.Const(value)).ToArray())
        select new PricedLine(sku, quantity, Money.Paise(price), Money.Paise(price + lowered), new TaxRate(rate));

    private static readonly Gen<PriceInput> Inputs =
        from lines in Lines.Array[1, 12].Select(lines => lines.DistinctBy(line => line.Sku).ToArray())
        from discount in Gen.Frequency((2, Gen.Const(0L)), (3, Gen.Long[0, 3_000_000]), (1, Gen.Const(long.MaxValue / 4)))
        from delivery in Gen.Long[0, 50_000]
        from surcharge in Gen.Frequency((1, Gen.Const(0L)), (1, Gen.Long[0, 10_000]))
        from gift in Gen.Frequency((2, Gen.Const(0L)), (1, Gen.Long[0, 20_000_000]))
        from sameState in Gen.Bool
        select new PriceInput(lines, Money.Paise(discount), Money.Paise(delivery), Money.Paise(surcharge), Money.Paise(gift), sameState);

    [Fact]
    public void Every_equation_of_the_order_summary_holds_for_random_carts() => Inputs.Sample(
        input =>
        {
            var (lines, totals) = SummaryArithmetic.Calculate(input);
            var discount = Math.Min(input.Discount.Amount, input.Lines.Sum(line => line.Net));
            Assert.Equal(totals.OriginalPrice.Amount, lines.Sum(line => line.Original.Amount));
            Assert.Equal(totals.Savings.Amount, lines.Sum(line => line.Savings.Amount) + discount);
            Assert.Equal(discount, lines.Sum(line => line.Discount.Amount));
            Assert.Equal(totals.Total, totals.OriginalPrice - totals.Savings + totals.Delivery + totals.Surcharge + totals.RoundOff);
            Assert.Equal(totals.Due, totals.Total - totals.GiftCard);
            Assert.Equal(totals.Tax.Amount, totals.Taxes.Sum(tax => tax.Amount.Amount));
            Assert.Equal(totals.Taxable + totals.Tax, totals.Total - totals.RoundOff);
            Assert.All(lines, line => Assert.Equal(line.Total, line.Original - line.Savings - line.Discount));
            Assert.All(lines, line => Assert.InRange(line.Total.Amount, 0, long.MaxValue));
            Assert.Equal(totals.Delivery.Amount + totals.Surcharge.Amount, lines.Sum(line => line.Charges.Amount));
            Assert.InRange(totals.Exempt.Amount, 0, totals.Taxable.Amount);
            Assert.InRange(totals.Due.Amount, 0, totals.Total.Amount);
            Assert.InRange(totals.RoundOff.Amount, -50, 50);
            Assert.Equal(0, totals.Total.Amount % SummaryArithmetic.RoundingUnitPaise);
        },
        iter: Carts);

    [Fact]
    public void Central_and_state_tax_are_equal_to_the_paisa_and_never_stand_beside_the_integrated_one() => Inputs.Sample(
        input =>
        {
            var taxes = SummaryArithmetic.Calculate(input).Totals.Taxes;
            if (input.SameState)
                foreach (var rate in taxes.GroupBy(tax => tax.Rate))
                    Assert.Equal(rate.Single(tax => tax.Kind == TaxKind.Cgst).Amount, rate.Single(tax => tax.Kind == TaxKind.Sgst).Amount);
            else
                Assert.All(taxes, tax => Assert.Equal(TaxKind.Igst, tax.Kind));
            Assert.All(taxes, tax => Assert.True(tax.Rate > 0));
        },
        iter: 20_000);

    [Fact]
    public void The_order_of_the_lines_changes_nothing() => Gen.Select(Inputs, Gen.Int).Sample(
        (input, seed) =>
        {
            var order = Enumerable.Range(0, input.Lines.Count).ToArray();
            new Random(seed).Shuffle(order);
            var (lines, totals) = SummaryArithmetic.Calculate(input);
            var (shuffled, same) = SummaryArithmetic.Calculate(input with { Lines = [.. order.Select(index => input.Lines[index])] });
            Assert.Equivalent(totals, same, strict: true);
            Assert.Equal(lines.OrderBy(line => line.Sku, StringComparer.Ordinal), shuffled.OrderBy(line => line.Sku, StringComparer.Ordinal));
        },
        iter: Carts / 5);

    [Fact]
    public void A_known_basket_comes_out_as_calculated_by_hand()
    {
        var input = new PriceInput(
            [
                new PricedLine("B", 1, Money.Paise(118_00), Money.Paise(118_00), new TaxRate(18_000)),
                new PricedLine("A", 2, Money.Paise(100_00), Money.Paise(120_00), TaxRate.Exempt),
            ],
            Money.Zero, Money.Paise(31_80), Money.Zero, Money.Zero, SameState: true);

        var (lines, totals) = SummaryArithmetic.Calculate(input);

        Assert.Equal(Money.Paise(18_00), lines[0].Tax);
        // 31.80 by value 118 : 200 is 11.80 and 20.00; 11.80 holds 0.90 + 0.90.
        Assert.Equal(Money.Paise(19_80), totals.Tax);
        Assert.Equal(Money.Paise(220_00), totals.Exempt);
        Assert.Equal(Money.Paise(350_00), totals.Total);
        Assert.Equal(Money.Paise(20), totals.RoundOff);
        Assert.Equal([9m, 9m], totals.Taxes.Select(tax => tax.Rate));
    }

    [Fact]
    public void The_pricing_room_holds_no_floating_point()
    {
        var members = typeof(SummaryArithmetic).Assembly.GetTypes().Where(type => type.Namespace is { } room
            && (room.EndsWith(".Pricing", StringComparison.Ordinal) || room.EndsWith(".Promotions", StringComparison.Ordinal) || type == typeof(Money)));
        Assert.All(members.SelectMany(type => type.GetProperties()), property => Assert.DoesNotContain(property.PropertyType, new[] { typeof(double), typeof(float) }));
    }

    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(5, new long[] { 0, 0 }, new long[] { 3, 2 })]
    [InlineData(10, new long[] { 7, 3 }, new long[] { 7, 3 })]
    public void What_is_left_over_goes_to_the_largest_remainder_and_ties_to_the_first_key(long amount, long[] weights, long[] parts) =>
        Assert.Equal(parts, LargestRemainder.Split(amount, [.. weights.Select((weight, index) => ($"{index}", weight))]));

    [Theory]
    [InlineData("27AAPFU0939F1ZV", true)]
    [InlineData("29AAGCB7383J1Z4", true)]
    [InlineData("27AAPFU0939F1ZW", false)]
    [InlineData("00AAPFU0939F1ZV", false)]
    [InlineData("27AAPFU0939F1Z", false)]
    public void A_gstin_is_judged_by_its_form_state_and_check_character(string gstin, bool isValid) => Assert.Equal(isValid, Gstin.IsValid(gstin));

    [Fact]
    public void The_specimen_sellers_gstin_is_valid() => Assert.True(Gstin.IsValid(new ShopPolicy().Seller.Gstin));
}
