using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Jyotish.Almanac;
using NodaTime;

namespace Kundli.Features.Panchang;

/// <summary>Where and by which conventions an almanac is asked for.</summary>
public interface IAlmanacQuery
{
    /// <summary>Degrees north, −90 to 90.</summary>
    double Latitude { get; }

    /// <summary>Degrees east, −180 to 180.</summary>
    double Longitude { get; }

    /// <summary>The IANA zone; found from the coordinates when absent.</summary>
    string? TimeZone { get; }

    /// <summary>An offset in place of a zone, as <c>+05:30</c>.</summary>
    string? UtcOffset { get; }

    /// <summary>What counts as sunrise.</summary>
    HorizonConvention Sunrise { get; }

    /// <summary>The zodiac.</summary>
    Ayanamsa Ayanamsa { get; }
}

/// <summary>The rules that every question of the almanac shares. No base class: a validator is found by its own.</summary>
internal static class AlmanacQueryRules
{
    /// <summary>What a date must be.</summary>
    public static readonly string DateWanted = $"must be a date of the calendar as yyyy-MM-dd, from {Limits.YearMin}-01-01 to {Limits.YearMax}-12-31.";

    /// <summary>Coordinates within the Earth, a zone of the IANA database, an offset as clocks have it.</summary>
    public static void AddPlaceRules<T>(this AbstractValidator<T> rules)
        where T : IAlmanacQuery
    {
        rules.RuleFor(query => query.Latitude).InclusiveBetween(-90, 90).WithMessage("must be from -90 to 90 degrees.");
        rules.RuleFor(query => query.Longitude).InclusiveBetween(-180, 180).WithMessage("must be from -180 to 180 degrees.");
        rules.RuleFor(query => query.TimeZone).Must(zone => zone!.Length <= Limits.WordLengthMax && CivilZone.IsKnown(zone)).When(query => query.TimeZone is not null)
            .WithMessage("must be a zone of the IANA database, as Asia/Kolkata.");
        rules.RuleFor(query => query.UtcOffset).Must(offset => BirthText.Offset(offset!) is not null).When(query => query.UtcOffset is not null)
            .WithMessage("must be an offset as +05:30.");
    }

    /// <summary>Whether a text is a date within the years that the almanac covers.</summary>
    public static bool IsDate(string? text) => BirthText.Date(text) is { } date && date.Year is >= Limits.YearMin and <= Limits.YearMax;
}

/// <summary>The place of a question: its almanac and its clock.</summary>
/// <param name="Almanac">The almanac.</param>
/// <param name="Zone">The clock.</param>
public sealed record AlmanacPlace(PlaceAlmanac Almanac, DateTimeZone Zone)
{
    /// <summary>The place of a question that keeps its rules.</summary>
    public static AlmanacPlace Of(IAlmanacQuery query, ITimeZoneLookup zones)
    {
        var zone = query.UtcOffset is { } offset
            ? DateTimeZone.ForOffset(BirthText.Offset(offset)!.Value)
            : CivilZone.Find(zones, query.Latitude, query.Longitude, query.TimeZone);
        return new(new(new(query.Latitude, query.Longitude), query.Sunrise, query.Ayanamsa, new ZoneCalendar(zone)), zone);
    }

    /// <summary>The date that the place's clocks show.</summary>
    public DateOnly Today(TimeProvider clock) => Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(Zone).Date.ToDateOnly();
}
