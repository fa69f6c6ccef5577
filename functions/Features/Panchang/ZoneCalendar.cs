using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using NodaTime;
using Period = Kundli.Jyotish.Almanac.Period;

namespace Kundli.Features.Panchang;

/// <summary>Civil days by the rules of a time zone: where clocks are changed a day has 23 or 25 hours.</summary>
/// <param name="zone">The zone.</param>
public sealed class ZoneCalendar(DateTimeZone zone) : ICivilCalendar
{
    /// <inheritdoc/>
    public Period Day(DateOnly date)
    {
        var local = LocalDate.FromDateOnly(date);
        return new(Start(local), Start(local.PlusDays(1)));
    }

    /// <inheritdoc/>
    public DateOnly DateOf(JulianDayUt instant) => Instant.FromDateTimeOffset(instant.ToDateTimeOffset()).InZone(zone).Date.ToDateOnly();

    private JulianDayUt Start(LocalDate date) => JulianDayUt.From(zone.AtStartOfDay(date).ToDateTimeOffset());
}
