using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>The sky behind a chart that was computed for an instant and a place.</summary>
/// <param name="Local">The local sky.</param>
/// <param name="Ayanamsa">The ayanamsa of the instant.</param>
/// <param name="Conventions">What was asked for.</param>
public sealed record ChartSky(LocalSky Local, AyanamsaAt Ayanamsa, ChartConventions Conventions);

/// <summary>
/// A chart: the lagna and the grahas in one sidereal zodiac, immutable. It comes from an instant and a place, or from longitudes that another
/// program or a book gives; then what was not given is absent, and asking for it is a bug of the caller.
/// </summary>
public sealed class BirthChart
{
    private readonly Placement?[] _placements = new Placement?[Positions.Bodies];

    /// <summary>A chart from what is known.</summary>
    /// <param name="lagna">The rising degree, or null when it is not known.</param>
    /// <param name="placements">The grahas that are known. If one of the nodes is among them, the other is added opposite.</param>
    /// <param name="houseSystem">How the bhavas of <see cref="House"/> are cut; without a sky only whole signs and equal bhavas are possible, others fall back to whole signs.</param>
    public BirthChart(SiderealLongitude? lagna, IEnumerable<Placement> placements, HouseSystem houseSystem = HouseSystem.WholeSign)
    {
        Lagna = lagna;
        foreach (var placement in placements)
            _placements[(int)placement.Graha] = placement;
        CompleteNodes();
        Placements = [.. _placements.Where(placement => placement is not null).Select(placement => placement!)];
        Bhavas = lagna is { } rising ? Bhavas.Of(houseSystem == HouseSystem.Equal ? HouseSystem.Equal : HouseSystem.WholeSign, rising) : null;
    }

    private BirthChart(ChartSky sky, ReadOnlySpan<SkyPosition> positions, bool lagna)
    {
        Sky = sky;
        for (var i = 0; i < positions.Length; i++)
            _placements[i] = new Placement((Graha)i, positions[i].Longitude.ToSidereal(sky.Ayanamsa), positions[i]);
        Placements = [.. _placements.AsSpan(0, positions.Length)!];
        if (!lagna)
            return;
        Lagna = sky.Local.Ascendant.ToSidereal(sky.Ayanamsa);
        Bhavas = Bhavas.Of(sky.Conventions.HouseSystem, sky.Local, sky.Ayanamsa);
    }

    /// <summary>The sky of an instant over a place.</summary>
    /// <param name="instant">The instant of birth.</param>
    /// <param name="observer">The place of birth.</param>
    /// <param name="conventions">Ayanamsa, node, bhavas, kind of position.</param>
    /// <param name="timeIsKnown">False for a birth whose time is unknown: the chart then has no lagna and no bhavas.</param>
    /// <exception cref="Kundli.Astronomy.SkyException">The instant is outside the ephemeris, or Placidus bhavas are not defined there.</exception>
    public static BirthChart At(JulianDayUt instant, Observer observer, ChartConventions conventions, bool timeIsKnown = true)
    {
        var local = LocalSky.At(instant, observer);
        Span<SkyPosition> positions = stackalloc SkyPosition[conventions.OuterPlanets ? Positions.Bodies : Positions.Grahas];
        Positions.Fill(local.Tt, positions, conventions.Node, conventions.Positions);
        return new BirthChart(new ChartSky(local, AyanamsaAt.Of(conventions.Ayanamsa, local.Tt, conventions.Positions), conventions), positions, timeIsKnown);
    }

    /// <summary>The rising degree, or null when it is not known.</summary>
    public SiderealLongitude? Lagna { get; }

    /// <summary>The bhavas, or null without a lagna.</summary>
    public Bhavas? Bhavas { get; }

    /// <summary>The sky it was computed from, or null when longitudes were given.</summary>
    public ChartSky? Sky { get; }

    /// <summary>The grahas that are known, Sun first.</summary>
    public IReadOnlyList<Placement> Placements { get; }

    /// <summary>A graha's placement.</summary>
    /// <exception cref="InvalidOperationException">It is not known: see <see cref="Has(Graha)"/>.</exception>
    public Placement this[Graha graha] => _placements[(int)graha] ?? throw new InvalidOperationException($"{graha} is not in this chart.");

    /// <summary>Whether a graha's place is known.</summary>
    public bool Has(Graha graha) => _placements[(int)graha] is not null;

    /// <summary>Whether all of some grahas are known.</summary>
    public bool Has(IEnumerable<Graha> grahas) => grahas.All(Has);

    /// <summary>The sign in which a graha stands.</summary>
    public Rashi Sign(Graha graha) => this[graha].Rashi;

    /// <summary>The rising sign.</summary>
    /// <exception cref="InvalidOperationException">The lagna is not known.</exception>
    public Rashi LagnaSign => (Lagna ?? throw new InvalidOperationException("The lagna is not known.")).Rashi;

    /// <summary>The bhava of a graha by the house system of the chart, 1 to 12.</summary>
    /// <exception cref="InvalidOperationException">The lagna is not known.</exception>
    public int House(Graha graha) => (Bhavas ?? throw new InvalidOperationException("The lagna is not known.")).Of(this[graha].Longitude);

    /// <summary>The bhava of a graha by whole signs from the lagna, as the verses count, 1 to 12.</summary>
    public int SignHouse(Graha graha) => Sign(graha).HouseFrom(LagnaSign);

    /// <summary>The sign of the bhava <paramref name="house"/> by whole signs from the lagna.</summary>
    public Rashi HouseSign(int house) => LagnaSign.Plus(house - 1);

    /// <summary>The lord of a bhava by whole signs.</summary>
    public Graha HouseLord(int house) => HouseSign(house).Lord();

    /// <summary>Whether the Moon is in her bright half, from new moon to full.</summary>
    public bool MoonIsWaxing => this[Graha.Moon].Longitude.From(this[Graha.Sun].Longitude) < 180;

    private void CompleteNodes()
    {
        Complete(Graha.Rahu, Graha.Ketu);
        Complete(Graha.Ketu, Graha.Rahu);

        void Complete(Graha missing, Graha given)
        {
            if (_placements[(int)missing] is null && _placements[(int)given] is { } node)
                _placements[(int)missing] = new Placement(missing, node.Longitude + 180, node.Sky);
        }
    }
}
