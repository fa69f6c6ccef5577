using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;

namespace Kundli.Features.Charts;

/// <summary>How many minutes before and after a birth a reading of the lagna or of the Moon changes, within a day.</summary>
/// <param name="moment">The birth.</param>
/// <param name="conventions">Ayanamsa and kind of position.</param>
internal sealed class BirthEdges(BirthMoment moment, ChartConventions conventions)
{
    private const double MinutesOfDay = 1440;

    // The lagna passes the shortest part of all divisions, half a degree, in no less than half a minute up to 66° of latitude.
    private const double LagnaStepMinutes = 0.25;
    private const double MoonStepMinutes = 60;

    // A tenth of a second.
    private const double EnoughMinutes = 0.1 / 60;

    private readonly Dictionary<double, SiderealLongitude> _lagnas = [];

    /// <summary>The edges of a reading of the lagna.</summary>
    public (double? Earlier, double? Later) OfLagna(Func<SiderealLongitude, int> read) => Both(LagnaAt, LagnaStepMinutes, read);

    /// <summary>The edges of a reading of the Moon.</summary>
    public (double? Earlier, double? Later) OfMoon(Func<SiderealLongitude, int> read) => Both(MoonAt, MoonStepMinutes, read);

    private static (double? Earlier, double? Later) Both(Func<double, SiderealLongitude> at, double step, Func<SiderealLongitude, int> read) =>
        (Edge(at, -step, read), Edge(at, step, read));

    private static double? Edge(Func<double, SiderealLongitude> at, double step, Func<SiderealLongitude, int> read)
    {
        var value = read(at(0));
        for (var near = 0.0; Math.Abs(near) < MinutesOfDay; near += step)
        {
            if (read(at(near + step)) == value)
                continue;
            var far = near + step;
            while (Math.Abs(far - near) > EnoughMinutes)
            {
                var middle = (near + far) / 2;
                if (read(at(middle)) == value)
                    near = middle;
                else
                    far = middle;
            }
            return Math.Abs(far);
        }
        return null;
    }

    private SiderealLongitude LagnaAt(double minutes)
    {
        if (_lagnas.TryGetValue(minutes, out var lagna))
            return lagna;
        var sky = LocalSky.At(moment.JulianDay + minutes / MinutesOfDay, moment.Observer);
        return _lagnas[minutes] = sky.Ascendant.ToSidereal(AyanamsaAt.Of(conventions.Ayanamsa, sky.Tt, conventions.Positions));
    }

    private SiderealLongitude MoonAt(double minutes)
    {
        var instant = (moment.JulianDay + minutes / MinutesOfDay).ToTt();
        return Positions.Of(Graha.Moon, instant, kind: conventions.Positions).Longitude.ToSidereal(AyanamsaAt.Of(conventions.Ayanamsa, instant, conventions.Positions));
    }
}
