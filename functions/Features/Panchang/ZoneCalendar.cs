using Kundli.Astronomy.Time;
using Kundli.Features.Places;
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
        var (start, end) = (Start(local), Start(local.PlusDays(1)));
        // A date that a zone skipped, to change its side of the date line, is the day that came in its place.
        return start < end ? new(start, end) : Day(date.AddDays(1));
    }

    /// <inheritdoc/>
    public DateOnly DateOf(JulianDayUt instant) => Instant.FromDateTimeOffset(instant.ToDateTimeOffset()).InZone(zone).Date.ToDateOnly();

    private JulianDayUt Start(LocalDate date) => JulianDayUt.From(CivilZone.StartOfDay(zone, date).ToDateTimeOffset());
}
