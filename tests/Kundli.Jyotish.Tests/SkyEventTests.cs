using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Jyotish.Tests;

public sealed class SkyEventTests
{
    private static readonly ChartConventions Lahiri = new(Ayanamsa.Lahiri, NodeKind.Mean, HouseSystem.WholeSign, PositionKind.Apparent, OuterPlanets: false);

    /// <summary>Every eclipse of 2024 to 2027, with the minute of greatest eclipse in TD: Espenak and Meeus, Five Millennium Catalogs of Solar and Lunar Eclipses (NASA).</summary>
    private static readonly (DateTime Greatest, SkyEventKind Moon, Eclipse Eclipse)[] Known =
    [
        (new(2024, 3, 25, 7, 14, 0), SkyEventKind.FullMoon, Eclipse.Penumbral), (new(2024, 4, 8, 18, 18, 0), SkyEventKind.NewMoon, Eclipse.Total),
        (new(2024, 9, 18, 2, 45, 0), SkyEventKind.FullMoon, Eclipse.Partial), (new(2024, 10, 2, 18, 46, 0), SkyEventKind.NewMoon, Eclipse.Annular),
        (new(2025, 3, 14, 7, 0, 0), SkyEventKind.FullMoon, Eclipse.Total), (new(2025, 3, 29, 10, 49, 0), SkyEventKind.NewMoon, Eclipse.Partial),
        (new(2025, 9, 7, 18, 13, 0), SkyEventKind.FullMoon, Eclipse.Total), (new(2025, 9, 21, 19, 43, 0), SkyEventKind.NewMoon, Eclipse.Partial),
        (new(2026, 2, 17, 12, 13, 0), SkyEventKind.NewMoon, Eclipse.Annular), (new(2026, 3, 3, 11, 35, 0), SkyEventKind.FullMoon, Eclipse.Total),
        (new(2026, 8, 12, 17, 47, 0), SkyEventKind.NewMoon, Eclipse.Total), (new(2026, 8, 28, 4, 14, 0), SkyEventKind.FullMoon, Eclipse.Partial),
        (new(2027, 2, 6, 16, 1, 0), SkyEventKind.NewMoon, Eclipse.Annular), (new(2027, 2, 20, 23, 14, 0), SkyEventKind.FullMoon, Eclipse.Penumbral),
        (new(2027, 7, 18, 16, 4, 0), SkyEventKind.FullMoon, Eclipse.Penumbral), (new(2027, 8, 2, 10, 8, 0), SkyEventKind.NewMoon, Eclipse.Total),
        (new(2027, 8, 17, 7, 15, 0), SkyEventKind.FullMoon, Eclipse.Penumbral),
    ];

    [Fact]
    public void Every_eclipse_of_four_years_is_found_and_no_other()
    {
        var found = Months(2024, 48).SelectMany(month => month).Where(happening => happening.Eclipse is not null).ToList();
        Assert.Equal(Known.Select(eclipse => (eclipse.Moon, (Eclipse?)eclipse.Eclipse)), found.Select(happening => (happening.Kind, happening.Eclipse)));
        // The syzygy in longitude is some minutes from the greatest eclipse.
        Assert.All(found.Zip(Known), pair => Assert.InRange((pair.First.Instant.ToDateTimeOffset().UtcDateTime - pair.Second.Greatest).Duration(), TimeSpan.Zero, TimeSpan.FromMinutes(20)));
    }

    [Fact]
    public void Each_event_is_what_the_sky_shows_before_and_after_it()
    {
        var events = Months(2026, 12).SelectMany(month => month).ToList();
        Assert.All(events, happening =>
        {
            var (before, after) = (new JulianDayUt(happening.Instant.Value - 0.01), new JulianDayUt(happening.Instant.Value + 0.01));
            switch (happening.Kind)
            {
                case SkyEventKind.Ingress:
                    Assert.Equal((happening.From, happening.Sign), (Changes.SignAt(happening.Graha, before, Lahiri), Changes.SignAt(happening.Graha, after, Lahiri)));
                    break;
                case SkyEventKind.TurnsDirect or SkyEventKind.TurnsRetrograde:
                    Assert.Equal(happening.Kind == SkyEventKind.TurnsRetrograde, Sky(after)[happening.Graha].IsRetrograde);
                    Assert.NotEqual(Sky(before)[happening.Graha].IsRetrograde, Sky(after)[happening.Graha].IsRetrograde);
                    break;
                case SkyEventKind.CombustionBegins or SkyEventKind.CombustionEnds:
                    Assert.Equal(happening.Kind == SkyEventKind.CombustionBegins, Combustion.IsCombust(Sky(after), happening.Graha));
                    Assert.NotEqual(Combustion.IsCombust(Sky(before), happening.Graha), Combustion.IsCombust(Sky(after), happening.Graha));
                    break;
                case SkyEventKind.FullMoon:
                    Assert.InRange(Sky(happening.Instant)[Graha.Moon].Longitude.Apart(Sky(happening.Instant)[Graha.Sun].Longitude), 179.999, 180);
                    break;
                default:
                    Assert.InRange(Sky(happening.Instant)[happening.Graha].Longitude.Apart(Sky(happening.Instant)[happening.Other ?? Graha.Sun].Longitude), 0, 0.001);
                    break;
            }
        });
        // In a year: the Moon's 160 signs and the Sun's twelve, twelve or thirteen new moons, three times Mercury turns back.
        Assert.InRange(events.Count(happening => happening is { Kind: SkyEventKind.Ingress, Graha: Graha.Moon }), 158, 162);
        Assert.Equal(12, events.Count(happening => happening is { Kind: SkyEventKind.Ingress, Graha: Graha.Sun }));
        Assert.InRange(events.Count(happening => happening.Kind == SkyEventKind.NewMoon), 12, 13);
        Assert.Equal(3, events.Count(happening => happening is { Kind: SkyEventKind.TurnsRetrograde, Graha: Graha.Mercury }));
    }

    [Fact]
    public void Parts_of_a_month_hold_together_what_the_month_holds()
    {
        var whole = SkyEvents.Between(Start(2026, 7), Start(2026, 8), Lahiri);
        var middle = new JulianDayUt((Start(2026, 7).Value + Start(2026, 8).Value) / 2);
        var parts = SkyEvents.Between(Start(2026, 7), middle, Lahiri).Concat(SkyEvents.Between(middle, Start(2026, 8), Lahiri)).ToList();
        Assert.Equal(whole.Select(happening => (happening.Kind, happening.Graha, happening.Other)), parts.Select(happening => (happening.Kind, happening.Graha, happening.Other)));
        Assert.All(whole.Zip(parts), pair => Assert.Equal(pair.First.Instant.Value, pair.Second.Instant.Value, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SkyEvents.Between(Start(2026, 1), Start(2026, 3), Lahiri));
    }

    [Theory]
    [InlineData(Graha.Sun, 11, 5)]
    [InlineData(Graha.Moon, 7, 2)]
    [InlineData(Graha.Mercury, 8, 1)]
    [InlineData(Graha.Jupiter, 9, 10)]
    [InlineData(Graha.Venus, 12, 3)]
    [InlineData(Graha.Saturn, 3, 12)]
    public void A_good_house_has_the_vedha_of_the_book(Graha graha, int house, int vedha)
    {
        Assert.Equal(vedha, Gochara.VedhaHouse(graha, house));
        var obstructor = graha == Graha.Mars ? Graha.Venus : Graha.Mars;
        Assert.Equal([obstructor], Gochara.Vedha(graha, house, other => other == obstructor ? vedha : house));
    }

    [Fact]
    public void Only_good_houses_are_obstructed_and_never_by_father_or_son()
    {
        foreach (var graha in Grahas.Nine)
            for (var house = 1; house <= 12; house++)
            {
                Assert.True(Gochara.IsFavourable(graha, house) || Gochara.VedhaHouse(graha, house) is null);
                Assert.NotEqual(house, Gochara.VedhaHouse(graha, house));
            }
        Assert.DoesNotContain(Graha.Saturn, Gochara.Vedha(Graha.Sun, 11, _ => 5));
        Assert.DoesNotContain(Graha.Moon, Gochara.Vedha(Graha.Mercury, 2, _ => 5));
        Assert.Equal([Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus], Gochara.Vedha(Graha.Sun, 11, _ => 5));
    }

    private static IEnumerable<IReadOnlyList<SkyHappening>> Months(int year, int count) =>
        Enumerable.Range(0, count).Select(month => SkyEvents.Between(Start(year + month / 12, month % 12 + 1), Start(year + (month + 1) / 12, (month + 1) % 12 + 1), Lahiri));

    private static JulianDayUt Start(int year, int month) => JulianDayUt.From(new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero));

    private static BirthChart Sky(JulianDayUt instant) => BirthChart.At(instant, new Observer(0, 0), Lahiri, timeIsKnown: false);
}
