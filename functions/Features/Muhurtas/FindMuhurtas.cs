using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Jyotish.Muhurtas;

namespace Kundli.Features.Muhurtas;

/// <summary>The numbers of the search that a client may meet.</summary>
public static class Limits
{
    /// <summary>Days that are searched at most: a season.</summary>
    public const int DaysMax = 92;
}

/// <summary>A search for a good time at a place.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Latitude">Degrees north, of where it happens.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="From">The first date; today's at the place when absent.</param>
/// <param name="To">The last date; a month after the first when absent.</param>
/// <param name="TimeZone">The IANA zone; found from the coordinates when absent.</param>
/// <param name="UtcOffset">An offset in place of a zone.</param>
/// <param name="Sunrise">What counts as sunrise.</param>
/// <param name="Ayanamsa">The zodiac.</param>
/// <param name="Direction">Whither, for a journey.</param>
/// <param name="Moon">Where the Moon stood at the birth of the one for whom it is sought, in sidereal degrees; for two people (bride and groom) separated by a comma. A chart says it, too.</param>
public sealed record MuhurtaQuery(
    Purpose Purpose, double Latitude, double Longitude, string? From = null, string? To = null, string? TimeZone = null, string? UtcOffset = null,
    HorizonConvention Sunrise = HorizonConvention.UpperLimb, Ayanamsa Ayanamsa = Ayanamsa.Lahiri, Direction? Direction = null, string? Moon = null) : IAlmanacQuery;

/// <summary>Rules of <see cref="MuhurtaQuery"/>.</summary>
public sealed class MuhurtaQueryRules : AbstractValidator<MuhurtaQuery>
{
    /// <summary>A place, two dates in order that are not too far apart, and a direction for journeys alone.</summary>
    public MuhurtaQueryRules()
    {
        this.AddPlaceRules();
        RuleFor(query => query.From).Must(AlmanacQueryRules.IsDate).When(query => query.From is not null).WithMessage(DateMessage);
        RuleFor(query => query.To).Must(AlmanacQueryRules.IsDate).When(query => query.To is not null).WithMessage(DateMessage);
        RuleFor(query => query.To).Must((query, _) => Days(query) is not { } days || days is >= 0 and < Limits.DaysMax)
            .WithMessage($"must not be before from, nor more than {Limits.DaysMax} days from it.");
        RuleFor(query => query.From).NotNull().When(query => query.To is not null).WithMessage("is needed with to.");
        RuleFor(query => query.Direction).Null().When(query => query.Purpose != Purpose.Travel).WithMessage("is for travel alone.");
        RuleFor(query => query.Moon).Must(moon => MoonsGiven.Read(moon!) is not null).When(query => query.Moon is not null).WithMessage("must be degrees from 0 to 360, of one person or of two with a comma between.");
    }

    private static string DateMessage => $"must be a date of the calendar as yyyy-MM-dd, from {Panchang.Limits.YearMin}-01-01 to {Panchang.Limits.YearMax}-12-31.";

    private static int? Days(MuhurtaQuery query) =>
        AlmanacQueryRules.IsDate(query.From) && AlmanacQueryRules.IsDate(query.To)
            ? BirthText.Date(query.To)!.Value.ToDateOnly().DayNumber - BirthText.Date(query.From)!.Value.ToDateOnly().DayNumber
            : null;
}

/// <summary>Finds good times for a purpose, with what speaks for and against each. Nothing is stored.</summary>
/// <param name="draw">Finds the chart of the one for whom it is sought.</param>
/// <param name="zones">Finds the zone of a place.</param>
/// <param name="clock">Says which day is today.</param>
public sealed class FindMuhurtas(DrawChart draw, ITimeZoneLookup zones, TimeProvider clock)
{
    private const int DaysDefault = 31;

    /// <summary>For whoever's Moon the query names, or for everybody.</summary>
    public MuhurtasAnswer Run(MuhurtaQuery query) => Find(query, []);

    /// <summary>For a chart: its Moon and, where the time of birth is known, its lagna, before those that the query names.</summary>
    public Outcome<MuhurtasAnswer> Run(ChartRequest request, MuhurtaQuery query) => draw.Find(request).Then(found => Person(found).Map(person => Find(query, [person])));

    private static Outcome<MuhurtaPerson> Person(FoundChart found)
    {
        if (!found.Chart.Has(Graha.Moon))
            return Problem.Invalid(new FieldError("/longitudes/moon", "is missing: tarabala and chandrabala are counted from it."));
        // Without a time of birth the Moon may stand in one of two stars: that no chart can be the measure of a day.
        if (found.Moment is not null && !found.TimeIsKnown)
            return Problem.Invalid(new FieldError("/birth/time", "is missing: the star of birth is not certain without it."));
        return new MuhurtaPerson(found.Chart[Graha.Moon].Longitude, found.Chart.Lagna is null ? null : found.Chart.LagnaSign);
    }

    private MuhurtasAnswer Find(MuhurtaQuery query, IReadOnlyList<MuhurtaPerson> fromChart)
    {
        var place = AlmanacPlace.Of(query, zones);
        var from = BirthText.Date(query.From)?.ToDateOnly() ?? place.Today(clock);
        var to = BirthText.Date(query.To)?.ToDateOnly() ?? Last(from);
        MuhurtaPerson[] people = [.. fromChart, .. (query.Moon is null ? [] : MoonsGiven.Read(query.Moon)!).Select(degrees => new MuhurtaPerson(new SiderealLongitude(degrees)))];
        var search = new MuhurtaSearch(PurposeRules.Of(query.Purpose), place.Almanac, people, query.Direction);
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(day => search.Of(from.AddDays(day))).ToList();
        return new(
            query.Purpose, from, to, new(query.Latitude, query.Longitude, place.Zone.Id), new(query.Sunrise, query.Ayanamsa), people.Length,
            [.. days.SelectMany(day => day.Windows.Select(window => MuhurtaAnswer.Of(day.Day.Date, window)))],
            [.. days.Where(day => day.Windows.Count == 0).Select(day => new RefusedDayAnswer(day.Day.Date, [.. day.Refusals.Select(reason => MuhurtaReasonAnswer.Of(reason))]))]);
    }

    /// <summary>A month on, but not beyond the almanac.</summary>
    private static DateOnly Last(DateOnly from)
    {
        var end = new DateOnly(Panchang.Limits.YearMax, 12, 31);
        return from.DayNumber + DaysDefault - 1 < end.DayNumber ? from.AddDays(DaysDefault - 1) : end;
    }
}
