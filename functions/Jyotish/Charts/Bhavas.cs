using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>The twelve bhavas: their cusps, and where each begins. In Sripati's system a cusp is the middle of its bhava; in the others it is the beginning.</summary>
public sealed class Bhavas
{
    private readonly SiderealLongitude[] _cusps;
    private readonly SiderealLongitude[] _starts;

    private Bhavas(HouseSystem system, SiderealLongitude[] cusps, SiderealLongitude[] starts) => (System, _cusps, _starts) = (system, cusps, starts);

    /// <summary>How they were cut.</summary>
    public HouseSystem System { get; }

    /// <summary>Whole signs or equal bhavas from a lagna alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another system, which needs the sky.</exception>
    public static Bhavas Of(HouseSystem system, SiderealLongitude lagna)
    {
        var first = system switch
        {
            HouseSystem.WholeSign => (int)lagna.Rashi * Longitudes.RashiSpan,
            HouseSystem.Equal => lagna.Degrees,
            _ => throw new ArgumentOutOfRangeException(nameof(system), system, "This system needs the sky."),
        };
        var cusps = new SiderealLongitude[Rashis.Count];
        for (var i = 0; i < cusps.Length; i++)
            cusps[i] = new SiderealLongitude(first + i * Longitudes.RashiSpan);
        return new(system, cusps, cusps);
    }

    /// <summary>The bhavas of a sky.</summary>
    /// <exception cref="Kundli.Astronomy.SkyException">Placidus beyond the polar circles.</exception>
    public static Bhavas Of(HouseSystem system, in LocalSky sky, AyanamsaAt ayanamsa)
    {
        var cusps = ToArray(Houses.Sidereal(system, sky, ayanamsa));
        return new(system, cusps, system == HouseSystem.Sripati ? ToArray(Houses.SripatiSandhis(sky, ayanamsa)) : cusps);
    }

    /// <summary>The cusp of a bhava, 1 to 12.</summary>
    public SiderealLongitude Cusp(int house) => _cusps[house - 1];

    /// <summary>Where a bhava begins, 1 to 12.</summary>
    public SiderealLongitude Start(int house) => _starts[house - 1];

    /// <summary>The bhava in which a longitude lies, 1 to 12.</summary>
    public int Of(SiderealLongitude longitude)
    {
        for (var i = 0; i < _starts.Length; i++)
        {
            var span = _starts[(i + 1) % _starts.Length].From(_starts[i]);
            if (longitude.From(_starts[i]) < span)
                return i + 1;
        }
        return _starts.Length;
    }

    private static SiderealLongitude[] ToArray(HouseCusps<SiderealLongitude> cusps)
    {
        var all = new SiderealLongitude[Rashis.Count];
        for (var house = 1; house <= all.Length; house++)
            all[house - 1] = cusps[house];
        return all;
    }
}
