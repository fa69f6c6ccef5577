using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;

namespace Kundli.Jyotish.Almanac;

/// <summary>The civil days of a place: what its clocks call a date.</summary>
public interface ICivilCalendar
{
    /// <summary>A date from its midnight to the next; 23 or 25 hours where the clocks change.</summary>
    Period Day(DateOnly date);

    /// <summary>The date of an instant.</summary>
    DateOnly DateOf(JulianDayUt instant);
}

/// <summary>The days, limbs and months of one place. It remembers what it has computed, so one stands for one request and one thread.</summary>
/// <param name="observer">The place.</param>
/// <param name="convention">What counts as sunrise.</param>
/// <param name="ayanamsa">The zodiac.</param>
/// <param name="calendar">The civil days of the place.</param>
public sealed class PlaceAlmanac(Observer observer, HorizonConvention convention, Ayanamsa ayanamsa, ICivilCalendar calendar)
{
    /// <summary>Sunset later than this after sunrise belongs to another day.</summary>
    private const double SearchDays = Risings.DefaultSpanDays;

    private readonly Dictionary<DateOnly, (SkyEvent Rise, SkyEvent Set)> _sun = [];
    private readonly Dictionary<DateOnly, AlmanacDay> _days = [];

    /// <summary>The place.</summary>
    public Observer Observer => observer;

    /// <summary>The zodiac.</summary>
    public Ayanamsa Ayanamsa => ayanamsa;

    /// <summary>The civil days.</summary>
    public ICivilCalendar Calendar => calendar;

    /// <summary>The day of a date.</summary>
    /// <exception cref="Kundli.Astronomy.SkyException">The day or one of its neighbours is outside the ephemeris.</exception>
    public AlmanacDay Day(DateOnly date)
    {
        if (_days.TryGetValue(date, out var known))
            return known;
        var (rise, set) = Sun(date);
        var next = Sun(date.AddDays(1)).Rise;
        // Beyond the polar circles the last sunrise of a season may have no successor on the date that follows; a date that a zone skipped has that date's own sunrise.
        if (rise.Instant is { } from && (next.Instant is not { } later || later.Value <= from.Value))
            next = Risings.NextSunrise(from + 0.01, observer, convention);
        return _days[date] = new(date, calendar.Day(date), rise, set, next);
    }

    /// <summary>The day, from sunrise to sunrise, in which an instant lies.</summary>
    public AlmanacDay DayAt(JulianDayUt instant)
    {
        var day = Day(calendar.DateOf(instant));
        return instant < day.Whole.Start ? Day(day.Date.AddDays(-1)) : day;
    }

    /// <summary>The next rise or set of the Moon within a day, or why there is none.</summary>
    public SkyEvent Moon(HorizonEvent what, AlmanacDay day) => Risings.Next(Graha.Moon, what, day.Whole.Start, observer, convention, day.Whole.Days);

    /// <summary>The limbs that cover a period.</summary>
    public IReadOnlyList<LimbSpan> Limbs(Limb limb, Period period) => LimbTimes.Covering(limb, period.Start, period.End, ayanamsa);

    /// <summary>The limb that runs at an instant.</summary>
    public LimbSpan LimbAt(Limb limb, JulianDayUt instant) => LimbTimes.At(limb, instant, ayanamsa);

    private (SkyEvent Rise, SkyEvent Set) Sun(DateOnly date)
    {
        if (_sun.TryGetValue(date, out var known))
            return known;
        var civil = calendar.Day(date);
        var rise = Risings.NextSunrise(civil.Start, observer, convention, civil.Days);
        var set = rise.Instant is { } from
            ? Risings.NextSunset(from, observer, convention, SearchDays)
            : Risings.NextSunset(civil.Start, observer, convention, civil.Days);
        return _sun[date] = (rise, set);
    }
}
