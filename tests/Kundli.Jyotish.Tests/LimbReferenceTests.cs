using System.Globalization;
using Kundli.Astronomy;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using Kundli.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.Jyotish.Tests;

/// <summary>
/// The ends of limbs beside the reference ephemeris. At each instant of the reference's table its Moon and Sun stand somewhere within a tithi, a nakshatra and a yoga; how far
/// they are from the end of each, and how fast they go there, is the reference's own. Ours must come to that end when the reference's do: both are asked for the angle that the
/// reference shows at its instant, and the difference is in seconds of time.
/// </summary>
public sealed class LimbReferenceTests(ITestOutputHelper output)
{
    private const double SecondsMax = 2;
    private const double SecondsADay = 86_400;

    [Fact]
    public void Tithi_nakshatra_yoga_and_karana_end_within_two_seconds_of_the_reference_ephemeris()
    {
        var lines = File.ReadAllLines(Repository.At("tests", "Kundli.Astronomy.Tests", "Data", "truth-public.csv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')).ToList();
        var columns = lines[0];
        var seconds = new Dictionary<Limb, List<double>>();
        foreach (var fields in lines.Skip(1))
        {
            double Of(string column) => double.Parse(fields[Array.IndexOf(columns, column)], CultureInfo.InvariantCulture);
            var reference = new JulianDayTt(Of("jd_ut") + Of("deltat_s") / SecondsADay);
            var (sun, moon) = (Of("sun_sid"), Of("moon_sid"));
            foreach (var (limb, dial, degrees) in new[]
            {
                (Limb.Tithi, Dial.Elongation, moon - sun), (Limb.Karana, Dial.Elongation, moon - sun), (Limb.Nakshatra, Dial.Moon, moon), (Limb.Yoga, Dial.Sum, moon + sun),
            })
            {
                // The same angle at the same instant means the same end, since the rate is the same to a part in a hundred thousand.
                var ours = SunAndMoon.Passage(dial, Angle.Normalize(degrees), reference, Ayanamsa.Lahiri);
                if (!seconds.TryGetValue(limb, out var list))
                    seconds[limb] = list = [];
                list.Add(Math.Abs(ours - reference) * SecondsADay);
            }
        }
        foreach (var (limb, list) in seconds)
            output.WriteLine($"{limb}: {list.Count} instants of 1800-2200, mean {list.Average():0.000} s, worst {list.Max():0.000} s");
        Assert.All(seconds.Values, list => Assert.InRange(list.Max(), 0, SecondsMax));
        Assert.All(seconds.Values, list => Assert.True(list.Count >= 50));
    }
}
