using CsCheck;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Compatibility;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Remedies;
using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Yogas;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Jyotish.Tests;

public sealed class PropertyTests
{
    private static readonly Gen<SiderealLongitude> Longitude = Gen.Double[0, 359.999999].Select(degrees => new SiderealLongitude(degrees));

    [Fact]
    public void Every_division_maps_onto_twelve_signs()
    {
        foreach (var varga in VargaRules.All)
            foreach (var variant in Enum.GetValues<VargaVariant>())
            {
                var signs = Enumerable.Range(0, 360 * 20).Select(step => varga.Sign(new SiderealLongitude(step / 20.0), variant)).Distinct().Count();
                Assert.Equal(varga == Varga.D2 && variant is not (VargaVariant.Parivritti or VargaVariant.Kashinatha) ? 2 : varga == Varga.D30 ? 10 : 12, signs);
            }
    }

    [Fact]
    public void The_navamsa_is_the_pada_counted_through_the_zodiac() => Longitude.Sample(longitude =>
    {
        var sign = longitude.Rashi;
        var start = sign.Mode() switch { Mode.Movable => sign, Mode.Fixed => sign.Plus(8), _ => sign.Plus(4) };
        Assert.Equal(start.Plus(VargaRules.Part(longitude, 9)), Varga.D9.Sign(longitude));
    });

    [Fact]
    public void The_sums_of_ashtakavarga_are_the_same_in_every_chart()
    {
        Assert.Equal([48, 49, 39, 54, 56, 52, 39], Ashtakavarga.Totals);
        Gen.Int[0, 11].Array[8].Sample(signs =>
        {
            var bindus = Ashtakavarga.Of(signs.Select(sign => (Rashi)sign).ToArray());
            Assert.Equal([48, 49, 39, 54, 56, 52, 39], bindus.Bhinna.Select(row => row.Sum()));
            Assert.Equal(337, bindus.Sarva.Sum());
            Assert.All(bindus.Trikona.Zip(bindus.Bhinna), row => Assert.True(row.First.Sum() <= row.Second.Sum()));
            Assert.All(bindus.Ekadhipatya.Zip(bindus.Trikona), row => Assert.All(row.First.Zip(row.Second), pair => Assert.InRange(pair.First, 0, pair.Second)));
        });
    }

    [Fact]
    public void Periods_tile_their_cycle_at_every_level() => Gen.Select(Longitude, Gen.Double[2378500, 2524000]).Sample((moon, day) =>
    {
        foreach (var dasha in (NakshatraDasha[])[NakshatraDashas.Vimshottari, NakshatraDashas.Yogini, NakshatraDashas.Ashtottari])
        {
            var periods = dasha.Periods(moon, new JulianDayUt(day), DashaYear.Julian, new DashaSpan(3));
            Assert.True(periods[0].Start <= new JulianDayUt(day) && periods[0].End > new JulianDayUt(day - 1e-6));
            Assert.Equal(dasha.Balance(moon).Years * 365.25, periods[0].End.Value - day, 1e-6);
            Tiles(periods);
        }
    }, iter: 200);

    [Fact]
    public void Signs_rule_twelve_years_in_two_cycles_and_tile_them() => Gen.Select(Longitude.Array[9], Gen.Double[2378500, 2524000]).Sample((places, day) =>
    {
        var chart = new BirthChart(places[8], Grahas.Nine.Where(graha => graha != Graha.Ketu).Select(graha => new Placement(graha, places[(int)graha])));
        foreach (var dasha in (RashiDasha[])[RashiDashas.Chara, RashiDashas.Narayana])
        {
            var cycle = dasha.Cycle(chart);
            Assert.Equal(Rashis.All, cycle.Select(sign => sign.Sign).Order());
            Assert.All(cycle, sign => Assert.InRange(sign.Years, 0, 13));
            var periods = dasha.Periods(chart, new JulianDayUt(day), DashaYear.Julian, new DashaSpan(2));
            Tiles(periods);
            Assert.Equal(day, periods[0].Start.Value);
            Assert.All(periods.GroupBy(period => period.Lord), of => Assert.InRange(of.Sum(period => period.End - period.Start), 12 * 365.25 - 1e-3, 13 * 365.25 + 1e-3));
            Assert.All(periods, period => Assert.Equal(Rashis.All, period.Periods.Select(part => part.Lord).Order()));
        }
    }, iter: 300);

    [Fact]
    public void A_span_gives_the_very_periods_of_the_whole() => Gen.Select(Longitude, Gen.Double[0, 40000]).Sample((moon, later) =>
    {
        var birth = new JulianDayUt(2448000);
        var at = birth + later;
        var whole = NakshatraDashas.Vimshottari.Periods(moon, birth, DashaYear.Julian, new DashaSpan(3)).SelectMany(maha => maha.Periods).SelectMany(antar => antar.Periods);
        var part = NakshatraDashas.Vimshottari.Periods(moon, birth, DashaYear.Julian, new DashaSpan(3, at, at + 1)).SelectMany(maha => maha.Periods).SelectMany(antar => antar.Periods);
        Assert.Equal(whole.Where(period => period.End > at && period.Start < at + 1).Select(period => (period.Lord, period.Start, period.End)), part.Select(period => (period.Lord, period.Start, period.End)));
    }, iter: 200);

    [Fact]
    public void The_current_path_has_five_levels_within_each_other() => Gen.Select(Longitude, Gen.Double[1, 36000]).Sample((moon, later) =>
    {
        var path = NakshatraDashas.Vimshottari.Path(moon, new JulianDayUt(2448000), DashaYear.Julian, new JulianDayUt(2448000 + later));
        Assert.Equal([1, 2, 3, 4, 5], path.Select(period => period.Level));
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.True(pair.First.Start <= pair.Second.Start && pair.Second.End <= pair.First.End));
    }, iter: 200);

    [Fact]
    public void Matching_tables_are_symmetric_where_the_books_say_so()
    {
        foreach (var one in Enum.GetValues<Yoni>())
            foreach (var other in Enum.GetValues<Yoni>())
                Assert.Equal(KutaTables.YoniScore(one, other), KutaTables.YoniScore(other, one));
        foreach (var one in Grahas.Seven)
            foreach (var other in Grahas.Seven)
                Assert.Equal(KutaTables.MaitriScore(one, other), KutaTables.MaitriScore(other, one));
        foreach (var one in Rashis.All)
            foreach (var other in Rashis.All)
                Assert.Equal(KutaTables.IsBadDistance(one, other), KutaTables.IsBadDistance(other, one));
    }

    [Fact]
    public void Scores_stay_within_their_maximum_and_exceptions_never_lower_them() => Gen.Select(Longitude, Longitude).Sample((bride, groom) =>
        Assert.All(Kutas.Of(new MoonPlace(bride), new MoonPlace(groom)), score => Assert.True(score.RawScore >= 0 && score.RawScore <= score.Score && score.Score <= score.Maximum)));

    [Fact]
    public void There_are_at_least_a_hundred_yogas_with_ids_and_verses_of_their_own()
    {
        Assert.True(YogaRules.All.Count >= 100, $"{YogaRules.All.Count}");
        Assert.Equal(YogaRules.All.Count, YogaRules.All.Select(rule => rule.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(YogaRules.All, rule => Assert.False(string.IsNullOrWhiteSpace(rule.Source)));
    }

    [Fact]
    public void Yogas_can_be_asked_of_any_chart() => Longitude.Array[10].Sample(places =>
    {
        var chart = new BirthChart(places[9], Grahas.Nine.Where(graha => graha != Graha.Ketu).Select(graha => new Placement(graha, places[(int)graha])));
        var findings = YogaRules.Of(chart)!;
        Assert.All(findings, finding => Assert.NotEmpty(finding.Rule.Id));
        // Exactly one of the seven counts of signs holds in every chart.
        Assert.Single(findings, finding => finding.Rule.Id is "vina" or "dama" or "pasa" or "kedara" or "sula" or "yuga" or "gola");
        Assert.Equal(findings.Count(finding => finding.Rule.Id is "sunapha" or "anapha") == 2, findings.Any(finding => finding.Rule.Id == "durudhara"));
    });

    [Fact]
    public void The_five_limbs_follow_the_elongation() => Gen.Select(Longitude, Longitude).Sample((sun, moon) =>
    {
        var limbs = FiveLimbs.Of(sun, moon);
        Assert.Equal((limbs.Karana + 1) / 2, limbs.Tithi);
        Assert.NotEmpty(FiveLimbs.TithiKey(limbs.Tithi) + FiveLimbs.YogaKey(limbs.Yoga) + FiveLimbs.KaranaKey(limbs.Karana));
    });

    [Fact]
    public void Remedies_and_associations_agree_in_both_directions()
    {
        foreach (var row in NakshatraPlants.All)
            Assert.All(row.Variants.Select(variant => variant.Slug).Append(row.Slug), slug => Assert.Contains(row.Nakshatra, PlantAssociations.Of(slug).Nakshatras));
        Assert.All(Rashis.All, rashi => Assert.Contains(rashi, PlantAssociations.Of(RashiPlants.Of(rashi)).Rashis));
        Assert.All(Grahas.Nine, graha => Assert.Contains(graha, PlantAssociations.Of(GrahaPlants.Of(graha)).Grahas));
        foreach (var plant in Plants.All)
        {
            var belongs = PlantAssociations.Of(plant.Slug);
            Assert.NotEqual(0, belongs.Nakshatras.Count + belongs.Rashis.Count + belongs.Grahas.Count + belongs.Deities.Count + belongs.Weekdays.Count + belongs.Festivals.Count);
            Assert.All(belongs.Nakshatras, nakshatra => Assert.True(NakshatraPlants.Of(nakshatra).Slug == plant.Slug || NakshatraPlants.Of(nakshatra).Variants.Any(variant => variant.Slug == plant.Slug)));
        }
    }

    [Fact]
    public void Every_plant_that_a_rule_names_has_a_row_and_the_deadly_ones_are_never_sold()
    {
        Assert.All(CustomPlants.All, row => Assert.NotNull(Plants.Find(row.Slug)));
        Assert.All((string[])["kuchla", "kaner", "datura-black"], slug => Assert.Equal(SalePolicy.NotSold, Plants.Of(slug).Sale));
        Assert.All(Plants.All, plant => Assert.Equal(plant.Toxicity == Toxicity.None, plant.Warning is null));
    }

    private static void Tiles<TLord>(IReadOnlyList<DashaPeriod<TLord>> periods)
    {
        Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        foreach (var period in periods.Where(period => period.Periods.Count > 0))
        {
            Assert.Equal(period.Start, period.Periods[0].Start);
            Assert.Equal(period.End, period.Periods[^1].End);
            Tiles(period.Periods);
        }
    }
}
