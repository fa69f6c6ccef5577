using Kundli.Jyotish.Almanac;

namespace Kundli.Jyotish.Festivals;

/// <summary>
/// The festivals and vratas of a place. Each is decided by its own tithi at the right time of day there, so that one festival may fall on different dates in two
/// cities. An adhika month has only the vratas that every month has.
/// </summary>
public sealed class FestivalCalendar
{
    /// <summary>A tithi that lies farther than this from the days asked for can't reach them.</summary>
    private const double ReachDays = 3;

    private readonly PlaceAlmanac _almanac;
    private readonly DayWindows _windows;
    private readonly SpecialRules _special;

    /// <param name="almanac">The days of the place.</param>
    public FestivalCalendar(PlaceAlmanac almanac)
    {
        ArgumentNullException.ThrowIfNull(almanac);
        _almanac = almanac;
        _windows = new(almanac);
        _special = new(almanac, _windows);
    }

    /// <summary>What is kept from one date to another, both included, in the order of the dates; feasts before vratas.</summary>
    /// <exception cref="Kundli.Astronomy.SkyException">A day is outside the ephemeris.</exception>
    public IReadOnlyList<FestivalDay> Between(DateOnly first, DateOnly last)
    {
        var reach = new Period(_almanac.Calendar.Day(first).Start - ReachDays, _almanac.Calendar.Day(last).End + ReachDays);
        var found = new List<FestivalDay>();
        foreach (var month in Months(reach))
            found.AddRange(OfMonth(month, reach));
        found.AddRange(SolarFestivals.Within(reach, _almanac));
        return [.. found.Where(day => day.Date >= first && day.Date <= last).OrderBy(day => day.Date).ThenBy(day => day.Festival.Kind == FestivalKind.Vrata)];
    }

    private List<LunarMonth> Months(Period reach)
    {
        var months = new List<LunarMonth>();
        for (var month = LunarMonth.At(reach.Start, _almanac.Ayanamsa); month.Time.Start < reach.End; month = month.Next(_almanac.Ayanamsa))
            months.Add(month);
        return months;
    }

    private List<FestivalDay> OfMonth(LunarMonth month, Period reach)
    {
        var tithis = new Dictionary<int, Period>();
        var found = new List<FestivalDay>();
        foreach (var rule in TithiRules.All)
            if (IsIn(rule, month) && Tithi(rule.Tithi) is var tithi && tithi.Overlap(reach) > 0)
                found.Add(new(rule.Festival, _windows.Decide(tithi, rule.Observance, rule.Preference).AddDays(rule.Offset), Tradition.All, tithi));
        foreach (var tithi in new[] { Ekadashis.Shukla, Ekadashis.Krishna })
            if (Tithi(tithi).Overlap(reach) > 0)
                found.AddRange(_special.Ekadashi(month, tithi, Tithi(tithi)));
        if (!month.IsAdhika)
            found.AddRange(_special.OfMonth(month, Tithi, reach));
        return found;

        // A mean tithi is good to a day, which is enough to leave most of them out unsolved.
        Period Tithi(int number)
        {
            if (tithis.TryGetValue(number, out var known))
                return known;
            var mean = month.Time.Part(number, 30);
            return tithis[number] = new Period(mean.Start - 1, mean.End + 1).Overlap(reach) > 0 ? month.Tithi(number, _almanac.Ayanamsa) : mean;
        }
    }

    private bool IsIn(TithiRule rule, LunarMonth month) => rule.Masa is not { } masa
        || ((masa == month.Masa || masa == month.Lost) && (rule.InAdhika ? month.IsAdhika || !FollowsAdhika(month) : !month.IsAdhika));

    /// <summary>Whether the month before was the adhika one of the same name.</summary>
    private bool FollowsAdhika(LunarMonth month)
    {
        var before = LunarMonth.At(month.Time.Start - 1, _almanac.Ayanamsa);
        return before.IsAdhika && before.Masa == month.Masa;
    }
}
