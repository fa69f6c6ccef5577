using Kundli.Astronomy.Ephemeris;

namespace Kundli.EphemerisCompiler;

/// <summary>
/// The sources joined: where each body is seen from the Earth's centre, light-time and aberration included, nutation and the Sun's deflection not, on the mean
/// ecliptic and equinox of date. Every answer is (longitude °, latitude °, distance AU).
/// </summary>
internal sealed class Heavens
{
    /// <summary>How far the tables of paths reach beyond the span: light from Pluto needs a quarter of a day.</summary>
    public const double MarginDays = 32;

    private const double SunPerEarth = 332946;

    private readonly Dictionary<string, (IPath Path, double Mass)> _planets;
    private readonly IPath _moon;

    /// <param name="planets">Heliocentric paths by name (<c>mercury</c> … <c>pluto</c>, <c>emb</c>) with their gravity parameters.</param>
    /// <param name="moon">From the Earth's centre.</param>
    public Heavens(Dictionary<string, (IPath Path, double Mass)> planets, IPath moon) => (_planets, _moon) = (planets, moon);

    /// <param name="dataFolder">With <c>vsop2013/</c> and <c>horizons/</c>.</param>
    /// <param name="moonFile">The table of ELP/MPP02.</param>
    /// <param name="valuesFile">Where the integration of the outer planets begins; written anew if <paramref name="isToBeFitted"/>.</param>
    /// <param name="isToBeFitted">Whether the outer planets are fitted to their vectors first.</param>
    /// <param name="log">Told how good each source is.</param>
    public Heavens(string dataFolder, string moonFile, string valuesFile, bool isToBeFitted, TextWriter log)
    {
        var (from, until) = (Plans.Start - MarginDays, Plans.End + MarginDays);
        _planets = new(StringComparer.Ordinal);
        foreach (var (name, mass, days, degree) in new[]
        {
            ("mercury", Masses.Mercury, 8.0, 15), ("venus", Masses.Venus, 16, 15), ("emb", Masses.EarthMoon, 16, 15), ("mars", Masses.Mars, 32, 17),
            ("jupiter", Masses.Jupiter, 32, 15), ("saturn", Masses.Saturn, 32, 15),
        })
        {
            var series = Vsop2013.Read(System.IO.Path.Combine(dataFolder, "vsop2013", $"{name}.csv"));
            Add(name, mass, new TabulatedPath(series.At, from, until, days, degree), log);
        }
        var lunar = ElpMpp02.Read(moonFile);
        var moon = new TabulatedPath(lunar.At, from, until, 8, 17);
        log.WriteLine($"moon: {lunar.Terms} terms, tabulated within {moon.WorstRelative / Units.RadiansPerArcsecond:e1}″");
        _moon = moon;

        var inner = new InnerPlanets([.. new[] { "mercury", "venus", "emb", "mars" }.Select(name => _planets[name])]);
        var fit = new OuterPlanetsFit(System.IO.Path.Combine(dataFolder, "horizons"), inner);
        if (isToBeFitted)
            fit.Run().Write(valuesFile);
        var initial = InitialValues.Read(valuesFile);
        var outer = new OuterPlanets(initial, inner, from, until);
        log.WriteLine($"integration: the Kuiper belt has {initial.BeltSuns * SunPerEarth:f4} masses of the Earth");
        for (var i = 0; i < OuterPlanets.Bodies; i++)
            log.WriteLine($"integration: {OuterPlanets.Names[i]} within {fit.WorstArcseconds(outer, i):f4}″ of the vectors, seen from the Sun");
        _planets["uranus"] = (outer.Of("Uranus"), Masses.Uranus);
        _planets["neptune"] = (outer.Of("Neptune"), Masses.Neptune);
        _planets["pluto"] = (outer.Of("Pluto"), Masses.Pluto);
    }

    public Vector Sun(double tt)
    {
        var tdb = Tdb(tt);
        var (earth, velocity, sunVelocity) = Earth(tdb);
        var lightDays = earth.Length / Units.LightAuPerDay;
        return Seen(-earth - sunVelocity * lightDays, velocity, tt);
    }

    public Vector Moon(double tt)
    {
        var tdb = Tdb(tt);
        var (_, velocity, _) = Earth(tdb);
        var lightDays = _moon.At(tdb).Position.Length / Units.LightAuPerDay;
        return Seen(_moon.At(tdb - lightDays).Position - velocity * lightDays, velocity, tt);
    }

    public Vector Planet(string name, double tt)
    {
        var tdb = Tdb(tt);
        var (earth, velocity, sunVelocity) = Earth(tdb);
        var path = _planets[name].Path;
        var lightDays = 0.0;
        var from = default(Vector);
        for (var i = 0; i < 4; i++)
        {
            from = path.At(tdb - lightDays).Position - earth - sunVelocity * lightDays;
            lightDays = from.Length / Units.LightAuPerDay;
        }
        return Seen(from, velocity, tt);
    }

    /// <summary>The ascending node of the orbit that touches the Moon's path, and the distance of that orbit there.</summary>
    public Vector TrueNode(double tt)
    {
        const double gravity = Masses.EarthMoon * Units.Gravity;
        var (position, velocity) = _moon.At(Tdb(tt));
        var (r, v) = (OfDate(position, tt), OfDate(velocity, tt));
        var momentum = r.Cross(v);
        var node = new Vector(-momentum.Y, momentum.X, 0);
        var eccentricity = v.Cross(momentum) * (1 / gravity) - r * (1 / r.Length);
        var distance = momentum.Dot(momentum) / gravity / (1 + eccentricity.Dot(node) / node.Length);
        return new(Math.Atan2(node.Y, node.X) * 180 / Math.PI, 0, distance);
    }

    /// <summary>The Earth's place from the Sun, its velocity about the barycentre of the solar system, and the Sun's.</summary>
    private (Vector Position, Vector Velocity, Vector SunVelocity) Earth(double tdb)
    {
        var (balance, balanceVelocity) = _planets["emb"].Path.At(tdb);
        var (moon, moonVelocity) = _moon.At(tdb);
        const double share = 1 / (1 + Masses.EarthPerMoon);
        var sunVelocity = default(Vector);
        foreach (var (path, mass) in _planets.Values)
            sunVelocity -= path.At(tdb).Velocity * (mass / (Masses.Sun + Masses.Jupiter + Masses.Saturn));
        return (balance - moon * share, balanceVelocity - moonVelocity * share + sunVelocity, sunVelocity);
    }

    private static Vector Seen(Vector from, Vector velocity, double tt)
    {
        var distance = from.Length;
        var direction = from * (1 / distance);
        var tilted = GeometricPlace.Aberrate((direction.X, direction.Y, direction.Z), Tuple(velocity * (1 / Units.LightAuPerDay)));
        var seen = OfDate(new(tilted.X, tilted.Y, tilted.Z), tt);
        return new(Math.Atan2(seen.Y, seen.X) * 180 / Math.PI, Math.Asin(Math.Clamp(seen.Z / seen.Length, -1, 1)) * 180 / Math.PI, distance);
    }

    private static Vector OfDate(Vector v, double tt)
    {
        var (x, y, z) = Precession.ToEclipticOfDate(Tuple(v), (tt - Units.J2000) / 36525);
        return new(x, y, z);
    }

    private static (double X, double Y, double Z) Tuple(Vector v) => (v.X, v.Y, v.Z);

    /// <summary>The main term of TDB − TT (Moyer 1981).</summary>
    private static double Tdb(double tt) => tt + 0.001657 / 86400 * Math.Sin((357.53 + 0.98560028 * (tt - Units.J2000)) * Math.PI / 180);

    private void Add(string name, double mass, TabulatedPath path, TextWriter log)
    {
        log.WriteLine($"{name}: tabulated within {path.WorstRelative / Units.RadiansPerArcsecond:e1}″");
        _planets[name] = (path, mass);
    }
}
