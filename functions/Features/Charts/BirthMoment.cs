using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Places;
using NodaTime;
using NodaTime.Text;

namespace Kundli.Features.Charts;

/// <summary>An instant on the Earth, found from what a family tells of a birth.</summary>
/// <param name="Instant">The instant; for an unknown time the local noon.</param>
/// <param name="Observer">The place.</param>
/// <param name="Offset">The offset that was used.</param>
/// <param name="TimeZone">The zone that was used; null when an offset was given.</param>
/// <param name="Basis">Where the offset comes from.</param>
/// <param name="DayStart">The local midnight that begins the day of birth.</param>
/// <param name="DayEnd">The local midnight that ends it.</param>
public sealed record BirthMoment(Instant Instant, Observer Observer, Offset Offset, string? TimeZone, TimeBasis Basis, Instant DayStart, Instant DayEnd)
{
    private const string LocalMeanTime = "LMT";
    private const int SecondsPerDegree = 240;

    private static readonly LocalTime Noon = new(12, 0);

    /// <summary>The Julian day of the instant.</summary>
    public JulianDayUt JulianDay => JulianDayOf(Instant);

    /// <summary>What calendar and clock of the place showed at an instant near the birth: clocks may be changed on that day.</summary>
    public LocalDateTime LocalAt(Instant instant) => instant.WithOffset(
        Basis != TimeBasis.LocalMeanTime && TimeZone is { } name && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone ? zone.GetUtcOffset(instant) : Offset).LocalDateTime;

    /// <summary>The Julian day of an instant.</summary>
    public static JulianDayUt JulianDayOf(Instant instant) => JulianDayUt.From(instant.ToDateTimeOffset());

    /// <summary>
    /// The instant of a birth that keeps <see cref="BirthInputRules"/>. A local time that the zone skips, or that it has twice, is refused with both
    /// readings unless an offset says which. Before a zone had a standard time, the local mean time of the place itself is taken.
    /// </summary>
    public static Outcome<BirthMoment> Find(BirthInput birth, ITimeZoneLookup zones)
    {
        var date = BirthText.Date(birth.Date)!.Value;
        var local = date + (birth.Time is null ? Noon : BirthText.Time(birth.Time)!.Value);
        var observer = new Observer(birth.Latitude, birth.Longitude);
        if (birth.UtcOffset is not null)
        {
            var offset = BirthText.Offset(birth.UtcOffset)!.Value;
            return new BirthMoment(local.WithOffset(offset).ToInstant(), observer, offset, null, TimeBasis.UtcOffset, At(date, offset), At(date.PlusDays(1), offset));
        }
        var (zone, basis) = birth.TimeZone is { } name
            ? (DateTimeZoneProviders.Tzdb[name], TimeBasis.TimeZone)
            : (ZoneAt(birth, zones), TimeBasis.Coordinates);
        var mapping = zone.MapLocal(local);
        if (mapping.Count != 1 && birth.Time is not null)
            return Refused(zone, local, mapping);
        // Without a time only a whole day can be missing: a zone that changed its side of the date line skipped it.
        if (mapping.Count == 0)
            return Problem.Invalid(new FieldError("/birth/date", $"did not exist in {zone.Id}: the zone changed its side of the date line and skipped it."));
        return Mapped(birth, observer, date, mapping, zone, basis);
    }

    private static BirthMoment Mapped(BirthInput birth, Observer observer, LocalDate date, NodaTime.TimeZones.ZoneLocalMapping mapping, DateTimeZone zone, TimeBasis basis)
    {
        var offset = mapping.EarlyInterval.WallOffset;
        if (mapping.EarlyInterval.Name == LocalMeanTime)
            (offset, basis) = (Offset.FromSeconds((int)Math.Round(birth.Longitude * SecondsPerDegree)), TimeBasis.LocalMeanTime);
        var (start, end) = basis == TimeBasis.LocalMeanTime
            ? (At(date, offset), At(date.PlusDays(1), offset))
            : (CivilZone.StartOfDay(zone, date), CivilZone.StartOfDay(zone, date.PlusDays(1)));
        return new BirthMoment(mapping.LocalDateTime.WithOffset(offset).ToInstant(), observer, offset, zone.Id, basis, start, end);
    }

    private static Instant At(LocalDate date, Offset offset) => date.AtMidnight().WithOffset(offset).ToInstant();

    /// <summary>The zone of the coordinates; at sea, where nobody keeps one, the nautical zone of the longitude.</summary>
    private static DateTimeZone ZoneAt(BirthInput birth, ITimeZoneLookup zones) =>
        zones.ZoneAt(birth.Latitude, birth.Longitude) is { } found && DateTimeZoneProviders.Tzdb.GetZoneOrNull(found) is { } zone
            ? zone
            : DateTimeZone.ForOffset(Offset.FromHours((int)Math.Round(birth.Longitude / 15)));

    private static Problem Refused(DateTimeZone zone, LocalDateTime local, NodaTime.TimeZones.ZoneLocalMapping mapping)
    {
        var early = mapping.EarlyInterval.WallOffset;
        var late = mapping.LateInterval.WallOffset;
        var happened = mapping.Count == 0 ? "did not exist" : "came twice";
        var detail = $"The local time {LocalDateTimePattern.GeneralIso.Format(local)} {happened} in {zone.Id}. It is either {Reading(local, early)} or {Reading(local, late)}: send utcOffset \"{BirthText.Text(early)}\" or \"{BirthText.Text(late)}\".";
        return Problem.Invalid(new FieldError("/birth/time", $"{happened} in this zone; utcOffset must say which reading is meant.")) with { Detail = detail };
    }

    private static string Reading(LocalDateTime local, Offset offset) =>
        $"{InstantPattern.General.Format(local.WithOffset(offset).ToInstant())} (offset {BirthText.Text(offset)})";
}

/// <summary>Where the offset of a birth comes from.</summary>
public enum TimeBasis
{
    /// <summary>The request said it.</summary>
    UtcOffset,

    /// <summary>The zone that the request named.</summary>
    TimeZone,

    /// <summary>The zone found from the coordinates.</summary>
    Coordinates,

    /// <summary>The Sun's mean time at the place, from before its zone had a standard time.</summary>
    LocalMeanTime,
}
