using CsCheck;
using Kundli.Features.Catalog;
using Kundli.Features.Orders;
using Xunit;

namespace Kundli.Features.Tests.Orders;

public sealed class ParcelsTests
{
    private static readonly Gen<OrderLine[]> Lines =
        Gen.Select(Gen.Int[1, 50], Gen.Enum<GoodsKind>(), Gen.OneOf(Gen.Const(0), Gen.Int[1, 3_000], Gen.Int[1, 30_000]))
            .Select((quantity, kind, unitGrams) => (quantity, kind, unitGrams)).Array[0, 40]
            .Select(drawn => drawn.Select((line, index) => LineOf($"S-{index:D2}", line.quantity, line.kind, line.unitGrams)).ToArray());

    [Fact]
    public void Every_unit_that_travels_is_in_exactly_one_parcel_and_no_parcel_is_too_heavy() => Lines.Sample(
        lines =>
        {
            var parcels = Parcels.Of(OrderStatesTests.Blank() with { Lines = lines });

            var travelling = lines.Where(line => line.Kind is GoodsKind.LivePlant or GoodsKind.Goods or GoodsKind.Seeds).ToArray();
            var packed = parcels.SelectMany(parcel => parcel.Items).GroupBy(item => item.Sku).ToDictionary(units => units.Key, units => units.Sum(item => item.Quantity));
            Assert.Equal(travelling.ToDictionary(line => line.Sku, line => line.Quantity), packed);
            Assert.Equal(parcels.Count, parcels.Select(parcel => parcel.Id).Distinct().Count());
            var bySku = lines.ToDictionary(line => line.Sku);
            foreach (var parcel in parcels)
            {
                Assert.Equal(parcel.WeightGrams, parcel.Items.Sum(item => item.Quantity * UnitGrams(bySku[item.Sku])));
                Assert.All(parcel.Items, item => Assert.Equal(parcel.IsCrate, bySku[item.Sku].Kind == GoodsKind.LivePlant));
                Assert.All(parcel.Items, item => Assert.InRange(item.Quantity, 1, int.MaxValue));
                Assert.Equal(parcel.Items.Count, parcel.Items.Select(item => item.Sku).Distinct().Count());
                // Heavier than that is only one unit by itself (what weighs nothing may lie beside it), or the freight that a whole lorry load leaves as.
                var isAlone = parcel.Items.Where(item => UnitGrams(bySku[item.Sku]) > 0).Sum(item => item.Quantity) == 1;
                var isFreight = parcels.Count(other => other.IsCrate == parcel.IsCrate) == 1 && parcel.WeightGrams > Parcels.GramsMax * (Parcels.CountMax / 2);
                Assert.True(parcel.WeightGrams <= Parcels.GramsMax || isAlone || isFreight, $"{parcel.WeightGrams} g in {parcel.Items.Count} lines");
            }
        }, iter: 200);

    [Fact]
    public void The_order_of_the_lines_changes_no_parcel() => Lines.Sample(
        lines =>
        {
            var order = OrderStatesTests.Blank() with { Lines = lines };
            var reversed = order with { Lines = [.. lines.Reverse()] };
            Assert.Equal(Text(order), Text(reversed));
        }, iter: 200);

    [Fact]
    public void No_two_parcels_of_small_goods_would_fit_into_one() => Gen.Int[1, 50].Array[1, 40].Sample(
        quantities =>
        {
            var lines = quantities.Select((quantity, index) => LineOf($"S-{index:D2}", quantity, GoodsKind.Goods, 700)).ToArray();
            var grams = Parcels.Of(OrderStatesTests.Blank() with { Lines = lines }).Select(parcel => parcel.WeightGrams).ToArray();
            Assert.All(grams.SkipLast(1), weight => Assert.InRange(weight, Parcels.GramsMax - 699, Parcels.GramsMax));
        }, iter: 100);

    [Fact]
    public void Work_and_documents_make_no_parcel() =>
        Assert.Empty(Parcels.Of(OrderStatesTests.Blank() with { Lines = [LineOf("W-1", 1, GoodsKind.Work, 0), LineOf("D-1", 1, GoodsKind.Digital, 0)] }));

    private static string Text(Order order) =>
        string.Join(';', Parcels.Of(order).Select(parcel => $"{parcel.Id} {parcel.IsCrate} {parcel.WeightGrams} {string.Join(',', parcel.Items)}"));

    private static int UnitGrams(OrderLine line) => line.WeightGrams / line.Quantity;

    private static OrderLine LineOf(string sku, int quantity, GoodsKind kind, int unitGrams) => new(sku, sku, sku, quantity, kind, "0602", "NOS", 0, unitGrams * quantity);
}
