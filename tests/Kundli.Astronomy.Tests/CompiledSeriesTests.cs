using System.Security.Cryptography;
using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.EphemerisCompiler;
using Kundli.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.Astronomy.Tests;

/// <summary>The committed resource is what the compiler makes: samples are summed anew from the series.</summary>
public sealed class CompiledSeriesTests(ITestOutputHelper output)
{
    private const int BytesMax = 4_500_000;

    [SharedFact("data/vsop2013")]
    public void Samples_of_the_resource_are_what_the_series_give()
    {
        var planets = new Dictionary<string, (IPath Path, double Mass)>(StringComparer.Ordinal);
        foreach (var (name, mass) in new[] { ("mercury", Masses.Mercury), ("venus", Masses.Venus), ("emb", Masses.EarthMoon), ("mars", Masses.Mars), ("jupiter", Masses.Jupiter), ("saturn", Masses.Saturn) })
            planets[name] = Vsop((name, mass));
        // The Moon's own table lies in a package: here it only shifts the Earth by a part in 82 of its distance, so the compiled one serves.
        var heavens = new Heavens(planets, new SummedPath(CompiledMoon));
        foreach (var (body, source) in new (Graha, Func<double, EphemerisCompiler.Vector>)[]
        {
            (Graha.Sun, heavens.Sun), (Graha.Mercury, tt => heavens.Planet("mercury", tt)), (Graha.Venus, tt => heavens.Planet("venus", tt)), (Graha.Mars, tt => heavens.Planet("mars", tt)),
            (Graha.Jupiter, tt => heavens.Planet("jupiter", tt)), (Graha.Saturn, tt => heavens.Planet("saturn", tt)),
        })
        {
            AssertSamples(body.ToString(), Series.Of(body), source);
        }
    }

    [SharedFact("data/vsop2013")]
    public void Samples_of_the_outer_planets_are_what_the_integration_gives()
    {
        var inner = new InnerPlanets([.. new[] { ("mercury", Masses.Mercury), ("venus", Masses.Venus), ("emb", Masses.EarthMoon), ("mars", Masses.Mars) }.Select(Vsop)]);
        var initial = InitialValues.Read(Repository.At("functions", "EphemerisCompiler", "outer-planets.csv"));
        var outer = new OuterPlanets(initial, inner, Plans.Start - Heavens.MarginDays, Plans.End + Heavens.MarginDays);
        var planets = new Dictionary<string, (IPath Path, double Mass)>(StringComparer.Ordinal) { ["uranus"] = (outer.Of("Uranus"), Masses.Uranus), ["neptune"] = (outer.Of("Neptune"), Masses.Neptune), ["pluto"] = (outer.Of("Pluto"), Masses.Pluto) };
        foreach (var (name, mass) in new[] { ("emb", Masses.EarthMoon), ("jupiter", Masses.Jupiter), ("saturn", Masses.Saturn) })
            planets[name] = Vsop((name, mass));
        var heavens = new Heavens(planets, new SummedPath(CompiledMoon));
        foreach (var body in new[] { Graha.Uranus, Graha.Neptune, Graha.Pluto })
            AssertSamples(body.ToString(), Series.Of(body), tt => heavens.Planet(body.ToString().ToLowerInvariant(), tt));
        Assert.InRange(initial.BeltSuns * 332946, 0.0162, 0.0232); // Pitjeva, Pitjev (2018): 0.0197 ± 0.0035 masses of the Earth
    }

    [LunarTableFact]
    public void Samples_of_the_moon_and_its_node_are_what_the_series_give()
    {
        var moon = new SummedPath(ElpMpp02.Read(LunarTableFactAttribute.File).At);
        // Light-time and aberration of the Moon cancel but for the Earth's motion in 1.3 s, for which the Sun's compiled place serves.
        var heavens = new Heavens(new(StringComparer.Ordinal) { ["emb"] = (new SummedPath(CompiledEarth), Masses.EarthMoon) }, moon);
        AssertSamples("Moon", Series.Moon, heavens.Moon);
        AssertSamples("true node", Series.TrueNode, heavens.TrueNode);
    }

    /// <summary>One body compiled whole, in every run of the tests: two fits have the same bytes, and they are those of the committed resource.</summary>
    [SharedFact("data/nutation2000b.csv")]
    public void The_nutation_compiled_anew_has_the_bytes_of_the_resource()
    {
        var resource = Resource();
        var nutation = Nutation2000B.Read(Repository.Shared("data", "nutation2000b.csv"));
        var plan = Plans.Nutation(nutation);
        var series = new CompiledSeries(plan, Plans.Start, Plans.Segments(plan));
        Assert.True(series.IsWithinTolerance);
        Assert.True(resource.AsSpan().IndexOf(series.Pack()) > 0, "The bytes differ from the committed ones.");
        Assert.Equal(series.Pack(), new CompiledSeries(plan, Plans.Start, Plans.Segments(plan)).Pack());
    }

    private static byte[] Resource()
    {
        using var stream = typeof(Positions).Assembly.GetManifestResourceStream("ephemeris.bin")!;
        var resource = new byte[stream.Length];
        stream.ReadExactly(resource);
        return resource;
    }

    private void AssertSamples(string name, SegmentSeries compiled, Func<double, EphemerisCompiler.Vector> source)
    {
        var worst = new Worst();
        for (var day = 2378500.7; day < 2524590; day += 18101.3)
        {
            var (ours, theirs) = (Place.Of(compiled, day), source(day));
            worst.Add(Angle.Wrap(ours.Longitude - theirs.X) * 3600);
            worst.Add((ours.Latitude - theirs.Y) * 3600);
            Assert.Equal(theirs.Z, ours.Distance, 1e-6 * theirs.Z);
        }
        output.WriteLine($"{name}: {worst.Value:f4}″ from its source");
        Assert.InRange(worst.Value, 0, 0.01);
    }

    private static (IPath Path, double Mass) Vsop((string Name, double Mass) planet) =>
        (new SummedPath(Vsop2013.Read(Repository.Shared("data", "vsop2013", $"{planet.Name}.csv")).At), planet.Mass);

    [Fact]
    public void The_resource_is_small_and_the_one_whose_making_is_described()
    {
        var resource = Resource();
        Assert.InRange(resource.Length, 1_000_000, BytesMax);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(resource)), File.ReadAllText(Repository.At("functions", "EphemerisCompiler", "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_packed_is_what_is_read()
    {
        var plan = new Plan(SeriesId.Sun, 8, [2, 1, 0], 3.6, 0.5, 1, _ => default);
        long[][][] integers = [[[1, -2, 3], [0, 7], [-1]], [[-100000000000, 0, -1], [0, -8], [5]]];
        var series = PackedFile.Read(PackedWriter.File([(SeriesId.Sun, PackedWriter.Series(plan, 100, integers, [0.001, 0.001, 0.5]))]))[SeriesId.Sun];
        series.Evaluate(104, out var value, out _);
        Assert.Equal([(1 - 3) * 0.001, 0, -0.5], [value[0], value[1], value[2]], (a, b) => Math.Abs(a - b) < 1e-12);
        series.Evaluate(112, out value, out var rate);
        Assert.Equal([(-100000000000 + 1) * 0.001, 0, 2.5], [value[0], value[1], value[2]], (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.Equal([0, -0.008 / 4, 0], [rate[0], rate[1], rate[2]], (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Two_fits_of_the_same_source_have_the_same_bytes()
    {
        var plan = new Plan(SeriesId.Sun, 64, [12, 8, 8], 0.001, 1e-9, 1, day => new(100 + 0.98 * (day - 2451545) + Math.Sin(day / 58), Math.Cos(day / 30), 1 + 0.017 * Math.Sin(day / 58)));
        Assert.Equal(new CompiledSeries(plan, 2451545, 20).Pack(), new CompiledSeries(plan, 2451545, 20).Pack());
    }

    private static EphemerisCompiler.Vector CompiledMoon(double day) => Compiled(Series.Moon, day);

    private static EphemerisCompiler.Vector CompiledEarth(double day) => -Compiled(Series.Sun, day);

    private static EphemerisCompiler.Vector Compiled(SegmentSeries series, double day)
    {
        var place = Place.Of(series, day);
        var (sinL, cosL) = Math.SinCos(place.Longitude * Math.PI / 180);
        var (sinB, cosB) = Math.SinCos(place.Latitude * Math.PI / 180);
        var (x, y, z) = Precession.FromEclipticOfDate((cosB * cosL, cosB * sinL, sinB), (day - 2451545) / 36525);
        return new EphemerisCompiler.Vector(x, y, z) * place.Distance;
    }
}

/// <summary>A test that needs the table of ELP/MPP02 in the npm package astronomia (MIT); skipped with a message where it is not installed.</summary>
public sealed class LunarTableFactAttribute : FactAttribute
{
    public static readonly string File = Repository.At("functions", "EphemerisCompiler", "node_modules", "astronomia", "data", "elpMppDeFull.js");

    public LunarTableFactAttribute()
    {
        if (!System.IO.File.Exists(File))
            Skip = "The Moon's table is not installed: functions/EphemerisCompiler/compile.sh installs it.";
    }
}
