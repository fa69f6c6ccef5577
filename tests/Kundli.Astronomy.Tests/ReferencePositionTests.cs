using System.Globalization;
using System.Text;
using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.Astronomy.Tests;

public sealed class ReferencePositionTests(ITestOutputHelper output)
{
    private const double Arcseconds = 3600;

    /// <summary>
    /// Body, its columns, node, and the bounds: longitude ″, latitude ″, distance (relative), speed °/d. The speeds of the Moon and the true node have wider ones: SpeedTests
    /// shows that the reference's are no derivatives, and holds ours to JPL's.
    /// </summary>
    private static readonly (string Name, Graha Body, NodeKind Node, double Longitude, double Latitude, double Distance, double Speed)[] Bounds =
    [
        ("sun", Graha.Sun, NodeKind.Mean, 0.05, 0.1, 1e-6, 1e-5),
        ("moon", Graha.Moon, NodeKind.Mean, 0.05, 0.1, 1e-6, 1e-4),
        ("mars", Graha.Mars, NodeKind.Mean, 0.1, 0.1, 1e-6, 1e-5),
        ("mercury", Graha.Mercury, NodeKind.Mean, 0.05, 0.1, 1e-6, 1e-5),
        ("jupiter", Graha.Jupiter, NodeKind.Mean, 0.05, 0.1, 1e-6, 1e-5),
        ("venus", Graha.Venus, NodeKind.Mean, 0.05, 0.1, 1e-6, 1e-5),
        ("saturn", Graha.Saturn, NodeKind.Mean, 0.05, 0.1, 1e-6, 1e-5),
        ("meannode", Graha.Rahu, NodeKind.Mean, 0.01, 0.1, 1e-6, 1e-5),
        ("truenode", Graha.Rahu, NodeKind.True, 0.3, 0.1, 1e-6, 1e-4),
        ("uranus", Graha.Uranus, NodeKind.Mean, 0.05, 0.1, 1e-6, 1e-5),
        ("neptune", Graha.Neptune, NodeKind.Mean, 0.05, 0.1, 1e-6, 1e-5),
        ("pluto", Graha.Pluto, NodeKind.Mean, 0.3, 0.1, 1e-6, 1e-5),
    ];

    [Fact]
    public void Positions_agree_with_the_reference_within_the_bounds_and_the_worst_errors_are_tabulated()
    {
        var table = new StringBuilder("| body | longitude ″ | latitude ″ | distance (relative) | speed °/d |\n|---|---|---|---|---|\n");
        var outside = new List<string>();
        foreach (var bound in Bounds)
        {
            var (longitude, latitude, distance, speed) = (new Worst(), new Worst(), new Worst(), new Worst());
            foreach (var row in ReferenceTable.Read("truth-public.csv").Rows)
            {
                var instant = new JulianDayUt(row["jd_ut"]).ToTt(row["deltat_s"]);
                var ours = Positions.Of(bound.Body, instant, bound.Node);
                longitude.Add(Angle.Wrap(ours.Longitude.Degrees - row[$"{bound.Name}_lon"]) * Arcseconds);
                latitude.Add((ours.LatitudeDegrees - row[$"{bound.Name}_lat"]) * Arcseconds);
                distance.Add(ours.DistanceAu / row[$"{bound.Name}_dist"] - 1);
                speed.Add(ours.SpeedDegreesPerDay - row[$"{bound.Name}_speed"]);
            }
            table.AppendLine(CultureInfo.InvariantCulture, $"| {bound.Name} | {longitude.Value:f4} | {latitude.Value:f4} | {distance.Value:e1} | {speed.Value:e1} |");
            if (longitude.Value > bound.Longitude || latitude.Value > bound.Latitude || distance.Value > bound.Distance || speed.Value > bound.Speed)
                outside.Add(bound.Name);
        }
        output.WriteLine(table.ToString());
        Assert.True(outside.Count == 0, $"Outside the bounds: {string.Join(", ", outside)}\n{table}");
    }

    [Fact]
    public void Nutation_and_obliquity_agree_with_the_reference()
    {
        var (longitude, obliquity) = (new Worst(), new Worst());
        foreach (var row in ReferenceTable.Read("truth-public.csv").Rows)
        {
            var tilt = EarthTilt.At(new JulianDayUt(row["jd_ut"]).ToTt(row["deltat_s"]));
            longitude.Add((tilt.NutationLongitudeDegrees - row["nut_lon"]) * Arcseconds);
            obliquity.Add((tilt.TrueObliquityDegrees - row["eps_true"]) * Arcseconds);
        }
        output.WriteLine($"nutation {longitude.Value:f4}″, true obliquity {obliquity.Value:f4}″");
        Assert.InRange(longitude.Value, 0, 0.01);
        Assert.InRange(obliquity.Value, 0, 0.01);
    }

    [Theory]
    [InlineData(Ayanamsa.Lahiri, "lahiri", 0.01)]
    [InlineData(Ayanamsa.TrueChitra, "true_citra", 0.2)]
    [InlineData(Ayanamsa.Raman, "raman", 0.01)]
    [InlineData(Ayanamsa.Krishnamurti, "krishnamurti", 0.01)]
    [InlineData(Ayanamsa.Yukteshwar, "yukteshwar", 0.01)]
    [InlineData(Ayanamsa.FaganBradley, "fagan_bradley", 0.01)]
    public void Ayanamsas_agree_with_the_reference(Ayanamsa ayanamsa, string column, double arcsecondsMax)
    {
        var (mean, withNutation) = (new Worst(), new Worst());
        foreach (var row in ReferenceTable.Read("ayanamsa-public.csv").Rows)
        {
            var ours = AyanamsaAt.Of(ayanamsa, new JulianDayUt(row["jd_ut"]).ToTt(row["deltat_s"]));
            mean.Add((ours.MeanDegrees - row[$"{column}_mean"]) * Arcseconds);
            withNutation.Add((ours.TrueDegrees - row[$"{column}_true"]) * Arcseconds);
        }
        output.WriteLine($"{column}: mean {mean.Value:f4}″, true {withNutation.Value:f4}″");
        Assert.InRange(mean.Value, 0, arcsecondsMax);
        Assert.InRange(withNutation.Value, 0, arcsecondsMax);
    }

    [Fact]
    public void Sidereal_longitudes_agree_with_the_reference()
    {
        var worst = new Worst();
        foreach (var row in ReferenceTable.Read("truth-public.csv").Rows)
        {
            var instant = new JulianDayUt(row["jd_ut"]).ToTt(row["deltat_s"]);
            var lahiri = AyanamsaAt.Of(Ayanamsa.Lahiri, instant);
            foreach (var (name, body) in new[] { ("sun", Graha.Sun), ("moon", Graha.Moon), ("saturn", Graha.Saturn) })
                worst.Add(Angle.Wrap(Positions.Of(body, instant).Longitude.ToSidereal(lahiri).Degrees - row[$"{name}_sid"]) * Arcseconds);
        }
        output.WriteLine($"sidereal {worst.Value:f4}″");
        Assert.InRange(worst.Value, 0, 0.06);
    }
}
