using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;

namespace Kundli.Jyotish.Festivals;

/// <summary>Finds the day of a tithi: where the part of the day that decides lies, and which day is kept.</summary>
/// <param name="almanac">The days of the place.</param>
internal sealed class DayWindows(PlaceAlmanac almanac)
{
    private const double ArunodayaDays = 96.0 / 1440;

    /// <summary>A ghati: less than this of the second day does not draw the festival to it (Dharmasindhu on Diwali).</summary>
    private const double GhatiDays = 1.0 / 60;

    /// <summary>Shares that differ by less are alike.</summary>
    private const double AlikeDays = 1.0 / 86400;

    private readonly Dictionary<DateOnly, SkyEvent> _moonrises = [];

    /// <summary>The day on which a tithi is kept.</summary>
    public DateOnly Decide(Period tithi, Observance observance, Preference preference)
    {
        var days = Days(tithi).Select(day => (day.Date, Share: Share(day, tithi, observance))).Where(day => day.Share > 0).ToList();
        if (days.Count == 0)
            return AtSunrise(tithi).FirstOrDefault() ?? almanac.DayAt(tithi.Start).Date;
        var (first, last) = (days[0], days[^1]);
        return preference switch
        {
            Preference.First => first.Date,
            Preference.Second => last.Share >= GhatiDays || IsMoment(observance) ? last.Date : first.Date,
            _ => first.Share > last.Share + AlikeDays ? first.Date : last.Date,
        };
    }

    /// <summary>The dates whose sunrise lies within a tithi: one as a rule, two when it is long, none when it is lost.</summary>
    public IEnumerable<DateOnly?> AtSunrise(Period tithi) => Days(tithi).Where(day => tithi.Contains(day.Whole.Start)).Select(day => (DateOnly?)day.Date);

    /// <summary>The part of a day that decides; null where the Sun or the Moon does not rise.</summary>
    public Period? Window(AlmanacDay day, Observance observance) => observance switch
    {
        Observance.Sunrise => Moment(day.Whole.Start),
        Observance.Arunodaya => new(day.Whole.Start - ArunodayaDays, day.Whole.Start),
        Observance.Purvahna => Daytime(day).Part(1, 2),
        Observance.Madhyahna => Daytime(day).Part(3, 5),
        Observance.Aparahna => Daytime(day).Part(4, 5),
        Observance.Pradosha => Night(day).Part(1, 5),
        Observance.Nishita => Night(day).Part(8, DayParts.Muhurtas),
        _ => Moonrise(day) is { } rise ? Moment(rise) : null,
    };

    private double Share(AlmanacDay day, Period tithi, Observance observance) => Window(day, observance) is not { } window ? 0
        : IsMoment(observance) ? tithi.Contains(window.Start) ? 1 : 0
        : tithi.Overlap(window);

    private static bool IsMoment(Observance observance) => observance is Observance.Sunrise or Observance.Moonrise;

    private IEnumerable<AlmanacDay> Days(Period tithi)
    {
        var last = almanac.Calendar.DateOf(tithi.End).AddDays(1);
        for (var date = almanac.Calendar.DateOf(tithi.Start).AddDays(-1); date <= last; date = date.AddDays(1))
            yield return almanac.Day(date);
    }

    private JulianDayUt? Moonrise(AlmanacDay day)
    {
        if (!_moonrises.TryGetValue(day.Date, out var rise))
            _moonrises[day.Date] = rise = almanac.Moon(HorizonEvent.Rise, day);
        return rise.Instant;
    }

    /// <summary>Where the Sun does not rise or set, the quarters of the day stand for dawn and dusk.</summary>
    private static Period Daytime(AlmanacDay day) => day.Daytime ?? new(day.Whole.Part(2, 4).Start, day.Whole.Part(3, 4).End);

    private static Period Night(AlmanacDay day) => day.Night ?? new(day.Whole.Part(4, 4).Start, day.Whole.End + day.Whole.Days / 4);

    private static Period Moment(JulianDayUt instant) => new(instant, instant);
}
