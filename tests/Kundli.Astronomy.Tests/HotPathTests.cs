using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Xunit;

namespace Kundli.Astronomy.Tests;

public sealed class HotPathTests
{
    [Fact]
    public void A_chart_allocates_nothing()
    {
        var positions = new SkyPosition[Positions.Bodies];
        Chart(2451545, positions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 500; i++)
            Chart(2451545 + 100 * i, positions);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Rises_allocate_nothing()
    {
        var place = new Observer(28.6, 77.2);
        _ = Risings.NextSunrise(new JulianDayUt(2451545), place);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
            _ = Risings.NextSunrise(new JulianDayUt(2451545 + i), place);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var alone = Enumerable.Range(0, 2000).Select(At).ToArray();
        var together = new double[alone.Length];
        Parallel.For(0, alone.Length, i => together[i] = At(i));
        Assert.Equal(alone, together);

        static double At(int i)
        {
            Span<SkyPosition> positions = stackalloc SkyPosition[Positions.Bodies];
            return Chart(2400000 + 37.7 * i, positions);
        }
    }

    [Fact]
    public void Filling_a_chart_gives_what_each_body_alone_gives()
    {
        Span<SkyPosition> positions = stackalloc SkyPosition[Positions.Bodies];
        foreach (var node in Enum.GetValues<NodeKind>())
            foreach (var kind in Enum.GetValues<PositionKind>())
            {
                Positions.Fill(new(2440000.5), positions, node, kind);
                foreach (var body in Enum.GetValues<Graha>())
                    Assert.Equal(Positions.Of(body, new(2440000.5), node, kind), positions[(int)body]);
            }
    }

    private static double Chart(double julianDay, Span<SkyPosition> positions)
    {
        var sky = LocalSky.At(new JulianDayUt(julianDay), new Observer(28.6, 77.2));
        Positions.Fill(sky.Tt, positions, NodeKind.True);
        var ayanamsa = AyanamsaAt.Of(Ayanamsa.Lahiri, sky.Tt);
        var cusps = Houses.Sidereal(HouseSystem.Placidus, sky, ayanamsa);
        var sum = cusps[2].Degrees + sky.Ascendant.ToSidereal(ayanamsa).Degrees;
        foreach (var position in positions)
            sum += position.Longitude.Degrees + position.SpeedDegreesPerDay;
        return sum;
    }
}
