using Kundli.Astronomy;
using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Transits;

/// <summary>What happens in the sky.</summary>
public enum SkyEventKind
{
    /// <summary>A graha enters a sign.</summary>
    Ingress,

    /// <summary>A graha begins to move backwards.</summary>
    TurnsRetrograde,

    /// <summary>A graha moves forwards again.</summary>
    TurnsDirect,

    /// <summary>A graha comes so near to the Sun that it can't be seen.</summary>
    CombustionBegins,

    /// <summary>A graha can be seen again.</summary>
    CombustionEnds,

    /// <summary>Two grahas stand in one degree of longitude.</summary>
    Conjunction,

    /// <summary>Sun and Moon meet.</summary>
    NewMoon,

    /// <summary>The Moon stands opposite to the Sun.</summary>
    FullMoon,
}

/// <summary>An event of the sky; the same everywhere on Earth.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Instant">When.</param>
/// <param name="Graha">To whom.</param>
/// <param name="Sign">In which sign; for an ingress the sign that is entered.</param>
public sealed record SkyHappening(SkyEventKind Kind, JulianDayUt Instant, Graha Graha, Rashi Sign)
{
    /// <summary>Whom it meets.</summary>
    public Graha? Other { get; init; }

    /// <summary>The sign that it leaves.</summary>
    public Rashi? From { get; init; }

    /// <summary>The eclipse that a new or full moon is, somewhere on Earth.</summary>
    public Eclipse? Eclipse { get; init; }
}

/// <summary>The events of a stretch of time: ingresses, stations, combustion by the orbs of longitude, meetings, new and full moons with their eclipses.</summary>
public static class SkyEvents
{
    /// <summary>The longest stretch, in days: a month with its edges.</summary>
    public const double DaysMax = 40;

    /// <summary>Short enough that no two of these events of one kind fall between two looks.</summary>
    private const double StepDays = 0.25;

    /// <summary>A tenth of a second.</summary>
    private const double EnoughDays = 1e-6;

    /// <summary>The Moon changes its sign every two and a quarter days.</summary>
    private const int TurnsMax = 24;

    private static readonly Graha[] Bright = [Graha.Sun, Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn];

    /// <summary>Everything that happens from one instant until another, in the order of time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is longer than <see cref="DaysMax"/> or ends before it begins.</exception>
    public static IReadOnlyList<SkyHappening> Between(JulianDayUt from, JulianDayUt until, ChartConventions conventions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(until.Value - from.Value, DaysMax);
        ArgumentOutOfRangeException.ThrowIfNegative(until.Value - from.Value);
        return
        [
            .. Grahas.Nine.Where(graha => graha != Graha.Ketu).SelectMany(graha => Ingresses(graha, from, until, conventions).Concat(Stations(graha, from, until, conventions)))
                .Concat(Bright.Where(graha => graha is not (Graha.Sun or Graha.Moon)).SelectMany(graha => Combustions(graha, from, until, conventions)))
                .Concat(Meetings(from, until, conventions))
                .OrderBy(happening => happening.Instant.Value).ThenBy(happening => happening.Graha),
        ];
    }

    private static IEnumerable<SkyHappening> Ingresses(Graha graha, JulianDayUt from, JulianDayUt until, ChartConventions conventions) =>
        Changes.OfSignBetween(graha, from, until, conventions).Select(change => new SkyHappening(SkyEventKind.Ingress, change.Instant, graha, change.To) { From = change.From });

    private static IEnumerable<SkyHappening> Stations(Graha graha, JulianDayUt from, JulianDayUt until, ChartConventions conventions)
    {
        var start = from;
        for (var turn = 0; turn < TurnsMax && Changes.OfDirection(graha, start, conventions) is { } station && station.Instant.Value < until.Value; turn++)
        {
            yield return new(station.TurnsRetrograde ? SkyEventKind.TurnsRetrograde : SkyEventKind.TurnsDirect, station.Instant, graha, Changes.SignAt(graha, station.Instant, conventions));
            start = new(station.Instant.Value + 10 * EnoughDays);
        }
    }

    // The orb of Mercury and Venus changes with their direction: the state is looked for, not a distance that passes a mark.
    private static IEnumerable<SkyHappening> Combustions(Graha graha, JulianDayUt from, JulianDayUt until, ChartConventions conventions) =>
        Flips(day => IsCombust(graha, day, conventions), from.Value, until.Value)
            .Select(flip => new SkyHappening(flip.Becomes ? SkyEventKind.CombustionBegins : SkyEventKind.CombustionEnds, new(flip.Day), graha, Changes.SignAt(graha, new(flip.Day), conventions)));

    private static bool IsCombust(Graha graha, double day, ChartConventions conventions)
    {
        var (one, sun) = (At(graha, day, conventions), At(Graha.Sun, day, conventions));
        return Math.Abs(Angle.Wrap(one.Longitude.Degrees - sun.Longitude.Degrees)) < Combustion.OrbDegrees(graha, one.IsRetrograde);
    }

    private static IEnumerable<SkyHappening> Meetings(JulianDayUt from, JulianDayUt until, ChartConventions conventions)
    {
        for (var first = 0; first < Bright.Length; first++)
            for (var second = first + 1; second < Bright.Length; second++)
                foreach (var meeting in Meetings(Bright[first], Bright[second], from, until, conventions))
                    yield return meeting;
        foreach (var day in Crossings(Graha.Sun, Graha.Moon, 180, from, until, conventions))
            yield return new(SkyEventKind.FullMoon, new(day), Graha.Moon, Changes.SignAt(Graha.Moon, new(day), conventions)) { Eclipse = Eclipses.OfMoon(new JulianDayUt(day).ToTt()) };
    }

    private static IEnumerable<SkyHappening> Meetings(Graha one, Graha other, JulianDayUt from, JulianDayUt until, ChartConventions conventions) =>
        Crossings(one, other, 0, from, until, conventions).Select(day => (one, other) == (Graha.Sun, Graha.Moon)
            ? new SkyHappening(SkyEventKind.NewMoon, new(day), Graha.Moon, Changes.SignAt(Graha.Moon, new(day), conventions)) { Eclipse = Eclipses.OfSun(new JulianDayUt(day).ToTt()) }
            : new SkyHappening(SkyEventKind.Conjunction, new(day), one, Changes.SignAt(one, new(day), conventions)) { Other = other });

    private static IEnumerable<double> Crossings(Graha one, Graha other, double apart, JulianDayUt from, JulianDayUt until, ChartConventions conventions)
    {
        double Ahead(double day) => Angle.Wrap(At(other, day, conventions).Longitude.Degrees - At(one, day, conventions).Longitude.Degrees - apart);
        // Half a turn away the angle jumps from end to end: that is no meeting.
        return Flips(day => Ahead(day) >= 0, from.Value, until.Value).Select(flip => flip.Day).Where(day => Math.Abs(Ahead(day)) < 90);
    }

    private static IEnumerable<(double Day, bool Becomes)> Flips(Func<double, bool> state, double from, double until)
    {
        var before = state(from);
        for (var left = from; left < until; left += StepDays)
        {
            var right = Math.Min(left + StepDays, until);
            if (state(right) == before)
                continue;
            var (low, high) = (left, right);
            while (high - low > EnoughDays)
            {
                var middle = (low + high) / 2;
                if (state(middle) == before)
                    low = middle;
                else
                    high = middle;
            }
            before = !before;
            yield return (high, before);
        }
    }

    private static SkyPosition At(Graha graha, double day, ChartConventions conventions) => Positions.Of(graha, new JulianDayUt(day).ToTt(), conventions.Node, conventions.Positions);
}
