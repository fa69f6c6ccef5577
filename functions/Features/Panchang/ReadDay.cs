using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Places;

namespace Kundli.Features.Panchang;

/// <summary>A question for the panchang of a day.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Date">The civil date; today's at the place when absent.</param>
/// <param name="TimeZone">The IANA zone; found from the coordinates when absent.</param>
/// <param name="UtcOffset">An offset in place of a zone.</param>
/// <param name="Sunrise">What counts as sunrise.</param>
/// <param name="Ayanamsa">The zodiac.</param>
public sealed record DayQuery(
    double Latitude, double Longitude, string? Date = null, string? TimeZone = null, string? UtcOffset = null,
    HorizonConvention Sunrise = HorizonConvention.UpperLimb, Ayanamsa Ayanamsa = Ayanamsa.Lahiri) : IAlmanacQuery;

/// <summary>Rules of <see cref="DayQuery"/>.</summary>
public sealed class DayQueryRules : AbstractValidator<DayQuery>
{
    /// <summary>A place and a date of the calendar.</summary>
    public DayQueryRules()
    {
        this.AddPlaceRules();
        RuleFor(query => query.Date).Must(AlmanacQueryRules.IsDate).When(query => query.Date is not null).WithMessage(AlmanacQueryRules.DateWanted);
    }
}

/// <summary>A question for the panchang of a day at a place that is known already.</summary>
/// <param name="Date">The civil date; today's at the place when absent.</param>
public sealed record DateQuery(string? Date = null);

/// <summary>Rules of <see cref="DateQuery"/>.</summary>
public sealed class DateQueryRules : AbstractValidator<DateQuery>
{
    /// <summary>A date of the calendar.</summary>
    public DateQueryRules() => RuleFor(query => query.Date).Must(AlmanacQueryRules.IsDate).When(query => query.Date is not null).WithMessage(AlmanacQueryRules.DateWanted);
}

/// <summary>The panchang of a day. Nothing is stored.</summary>
/// <param name="zones">Finds the zone of a place.</param>
/// <param name="clock">Says which day is today.</param>
public sealed class ReadDay(ITimeZoneLookup zones, TimeProvider clock)
{
    /// <summary>What a day depends on beside the question: the code of the sky and of the books, and the rules of the world's clocks.</summary>
    public static string Release { get; } = string.Join('-', new[] { typeof(ReadDay), typeof(Jyotish.Almanac.PlaceAlmanac), typeof(Observer) }.Select(type => $"{type.Module.ModuleVersionId:N}").Append(NodaTime.DateTimeZoneProviders.Tzdb.VersionId));

    /// <summary>The panchang of a known place, by the common conventions.</summary>
    public DayAnswer Run(Place place, DateQuery query) => Run(new DayQuery(place.Latitude, place.Longitude, query.Date, place.TimeZone));

    /// <summary>The panchang of the date asked for, anywhere on Earth.</summary>
    public DayAnswer Run(DayQuery query)
    {
        var place = AlmanacPlace.Of(query, zones);
        var date = Charts.BirthText.Date(query.Date)?.ToDateOnly() ?? place.Today(clock);
        return DayDrawing.Of(place, place.Almanac.Day(date), query);
    }
}
