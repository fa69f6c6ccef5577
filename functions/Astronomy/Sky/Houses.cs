using System.Runtime.CompilerServices;

namespace Kundli.Astronomy.Sky;

/// <summary>How the sky is cut into twelve bhavas.</summary>
public enum HouseSystem
{
    /// <summary>A bhava is a sign, the first that of the lagna; cusps are the signs' beginnings.</summary>
    WholeSign,

    /// <summary>Cusps every 30° from the lagna.</summary>
    Equal,

    /// <summary>Sripati: the quarters between lagna and meridian in three equal parts (Porphyry's division); a cusp is the middle of its bhava.</summary>
    Sripati,

    /// <summary>Placidus: thirds of the semi-arcs. Not defined beyond the polar circles.</summary>
    Placidus,
}

/// <summary>The twelve cusps, by house number.</summary>
/// <typeparam name="TLongitude">In which zodiac: <see cref="TropicalLongitude"/> or <see cref="SiderealLongitude"/>.</typeparam>
public struct HouseCusps<TLongitude> where TLongitude : struct
{
    private Twelve _cusps;

    /// <summary>The cusp of a house.</summary>
    /// <param name="house">1 to 12.</param>
    public TLongitude this[int house]
    {
        readonly get => _cusps[house - 1];
        internal set => _cusps[house - 1] = value;
    }

    [InlineArray(12)]
    private struct Twelve
    {
        private TLongitude _first;
    }
}

/// <summary>House cusps in closed form (Placidus iterates). Nothing is allocated.</summary>
public static class Houses
{
    /// <summary>Whether a system has cusps under a sky: all have, but Placidus not beyond the polar circles.</summary>
    public static bool AreDefined(HouseSystem system, in LocalSky sky) =>
        system != HouseSystem.Placidus || Math.Abs(sky.Observer.LatitudeDegrees) < 90 - sky.Tilt.TrueObliquityDegrees;

    /// <summary>Cusps in the tropical zodiac.</summary>
    /// <exception cref="SkyException"><see cref="SkyProblem.PlacidusBeyondPolarCircle"/>.</exception>
    public static HouseCusps<TropicalLongitude> Tropical(HouseSystem system, in LocalSky sky)
    {
        var cusps = new HouseCusps<TropicalLongitude>();
        for (var house = 1; house <= 12; house++)
            cusps[house] = new TropicalLongitude(Cusp(system, house, sky, sky.Ascendant.Degrees, sky.Midheaven.Degrees, 0));
        return cusps;
    }

    /// <summary>Cusps in a sidereal zodiac; the signs of <see cref="HouseSystem.WholeSign"/> are that zodiac's.</summary>
    /// <exception cref="SkyException"><see cref="SkyProblem.PlacidusBeyondPolarCircle"/>.</exception>
    public static HouseCusps<SiderealLongitude> Sidereal(HouseSystem system, in LocalSky sky, AyanamsaAt ayanamsa)
    {
        var ascendant = sky.Ascendant.ToSidereal(ayanamsa).Degrees;
        var midheaven = sky.Midheaven.ToSidereal(ayanamsa).Degrees;
        var cusps = new HouseCusps<SiderealLongitude>();
        for (var house = 1; house <= 12; house++)
            cusps[house] = new SiderealLongitude(Cusp(system, house, sky, ascendant, midheaven, ayanamsa.TrueDegrees));
        return cusps;
    }

    /// <summary>Sripati's bhava sandhis in a sidereal zodiac: where each bhava begins, midway between two cusps.</summary>
    public static HouseCusps<SiderealLongitude> SripatiSandhis(in LocalSky sky, AyanamsaAt ayanamsa)
    {
        var middles = Sidereal(HouseSystem.Sripati, sky, ayanamsa);
        var sandhis = new HouseCusps<SiderealLongitude>();
        for (var house = 1; house <= 12; house++)
        {
            var before = middles[house == 1 ? 12 : house - 1];
            sandhis[house] = before + Angle.Normalize(middles[house].Degrees - before.Degrees) / 2;
        }
        return sandhis;
    }

    private static double Cusp(HouseSystem system, int house, in LocalSky sky, double ascendant, double midheaven, double ayanamsa) => system switch
    {
        HouseSystem.WholeSign => 30 * Math.Floor(ascendant / 30) + 30 * (house - 1),
        HouseSystem.Equal => ascendant + 30 * (house - 1),
        HouseSystem.Sripati => Sripati(house, ascendant, midheaven),
        HouseSystem.Placidus => Placidus(house, sky, ascendant, midheaven, ayanamsa),
        _ => throw new ArgumentOutOfRangeException(nameof(system)),
    };

    private static double Sripati(int house, double ascendant, double midheaven)
    {
        // The eastern quarter below the horizon runs from the lagna to the nadir, the next from there to the setting point; the upper half is opposite.
        var quarter = Angle.Normalize(midheaven + 180 - ascendant);
        var cusp = (house - 1) % 6;
        var opposite = house > 6 ? 180 : 0;
        return ascendant + opposite + (cusp <= 3 ? quarter * cusp / 3 : quarter + (180 - quarter) * (cusp - 3) / 3);
    }

    private static double Placidus(int house, in LocalSky sky, double ascendant, double midheaven, double ayanamsa)
    {
        if (!AreDefined(HouseSystem.Placidus, sky))
        {
            throw new SkyException(SkyProblem.PlacidusBeyondPolarCircle, "houseSystem",
                $"Placidus houses don't exist at latitude {sky.Observer.LatitudeDegrees}: beyond the polar circles parts of the ecliptic neither rise nor set.");
        }
        return house switch
        {
            1 => ascendant,
            2 => SemiArc(120, 2 / 3.0, sky) - ayanamsa,
            3 => SemiArc(150, 1 / 3.0, sky) - ayanamsa,
            10 => midheaven,
            11 => SemiArc(30, 1 / 3.0, sky) - ayanamsa,
            12 => SemiArc(60, 2 / 3.0, sky) - ayanamsa,
            _ => 180 + Placidus(house <= 6 ? house + 6 : house - 6, sky, ascendant, midheaven, ayanamsa),
        };
    }

    /// <summary>
    /// The point whose distance from the meridian is a part of its own semi-arc: RA = sidereal time + offset + part · asin(tan φ tan δ(RA)). Newton's method:
    /// the derivative stays above 1/3 inside the polar circles, so it can't fail.
    /// </summary>
    private static double SemiArc(double offset, double part, in LocalSky sky)
    {
        var steepness = Math.Tan(sky.Observer.LatitudeDegrees * Angle.RadiansPerDegree) * Math.Tan(sky.Tilt.TrueObliquityDegrees * Angle.RadiansPerDegree);
        var start = (sky.SiderealDegrees + offset) * Angle.RadiansPerDegree;
        var rightAscension = start;
        const int iterationsMax = 50;
        const double enoughRadians = 1e-13;
        for (var i = 0; i < iterationsMax; i++)
        {
            var (sin, cos) = Math.SinCos(rightAscension);
            var difference = Math.Asin(Math.Clamp(steepness * sin, -1, 1));
            var slope = 1 - part * steepness * cos / Math.Max(Math.Cos(difference), 1e-12);
            var step = (rightAscension - start - part * difference) / slope;
            rightAscension -= step;
            if (Math.Abs(step) < enoughRadians)
                break;
        }
        return Ecliptic.OfRightAscension(rightAscension * Angle.DegreesPerRadian, sky.Tilt.TrueObliquityDegrees);
    }
}
