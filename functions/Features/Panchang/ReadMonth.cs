using System.Globalization;
using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Festivals;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Panchang;

/// <summary>A question for the panchang of a month.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Month">The month as <c>yyyy-MM</c>; the present one at the place when absent.</param>
/// <param name="TimeZone">The IANA zone; found from the coordinates when absent.</param>
/// <param name="UtcOffset">An offset in place of a zone.</param>
/// <param name="Sunrise">What counts as sunrise.</param>
/// <param name="Ayanamsa">The zodiac.</param>
public sealed record MonthQuery(
    double Latitude, double Longitude, string? Month = null, string? TimeZone = null, string? UtcOffset = null,
    HorizonConvention Sunrise = HorizonConvention.UpperLimb, Ayanamsa Ayanamsa = Ayanamsa.Lahiri) : IAlmanacQuery;

/// <summary>Rules of <see cref="MonthQuery"/>.</summary>
public sealed class MonthQueryRules : AbstractValidator<MonthQuery>
{
    /// <summary>A month of the calendar.</summary>
    public MonthQueryRules()
    {
        this.AddPlaceRules();
        RuleFor(query => query.Month).Must(month => AlmanacQueryRules.IsDate(month + "-01")).When(query => query.Month is not null)
            .WithMessage($"must be a month as yyyy-MM, from {Limits.YearMin}-01 to {Limits.YearMax}-12.");
    }
}

/// <summary>The panchang of a month.</summary>
/// <param name="Month">The month as <c>yyyy-MM</c>.</param>
/// <param name="Place">Where, and by which clock.</param>
/// <param name="Conventions">What was used.</param>
/// <param name="Days">One row a date.</param>
/// <param name="Festivals">What is kept in the month, in the order of the dates.</param>
public sealed record MonthAnswer(string Month, PlaceAnswer Place, ConventionsAnswer Conventions, IReadOnlyList<MonthDayAnswer> Days, IReadOnlyList<FestivalAnswer> Festivals);

/// <summary>A date of a month: what runs at its sunrise, and until when.</summary>
/// <param name="Date">The civil date.</param>
/// <param name="Vara">The weekday.</param>
/// <param name="Sunrise">When the Sun rises.</param>
/// <param name="Sunset">When it sets.</param>
/// <param name="Moonrise">When the Moon rises within the day.</param>
/// <param name="Moonset">When it sets within the day.</param>
/// <param name="Tithi">The tithi at sunrise.</param>
/// <param name="Nakshatra">The Moon's nakshatra at sunrise.</param>
/// <param name="Yoga">The yoga at sunrise.</param>
/// <param name="Karana">The karana at sunrise.</param>
/// <param name="Masa">The lunar month.</param>
/// <param name="Paksha">The half of the month.</param>
/// <param name="Festivals">The keys of what is kept.</param>
public sealed record MonthDayAnswer(
    DateOnly Date, Vara Vara, DateTimeOffset? Sunrise, DateTimeOffset? Sunset, DateTimeOffset? Moonrise, DateTimeOffset? Moonset,
    LimbAnswer Tithi, LimbAnswer Nakshatra, LimbAnswer Yoga, LimbAnswer Karana, MasaAnswer Masa, Paksha Paksha, IReadOnlyList<string> Festivals);

/// <summary>The panchang of a month with its festivals. Nothing is stored.</summary>
/// <param name="zones">Finds the zone of a place.</param>
/// <param name="clock">Says which month is now.</param>
public sealed class ReadMonth(ITimeZoneLookup zones, TimeProvider clock)
{
    /// <summary>The month asked for, anywhere on Earth.</summary>
    public MonthAnswer Run(MonthQuery query)
    {
        var place = AlmanacPlace.Of(query, zones);
        var first = BirthText.Date(query.Month + "-01")?.ToDateOnly() ?? FirstOf(place.Today(clock));
        var last = first.AddMonths(1).AddDays(-1);
        var festivals = new FestivalCalendar(place.Almanac).Between(first, last).ToLookup(day => day.Date);
        var days = new List<MonthDayAnswer>(last.Day);
        LunarMonth? month = null;
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            var day = place.Almanac.Day(date);
            if (month is null || !month.Time.Contains(day.Whole.Start))
                month = LunarMonth.At(day.Whole.Start, query.Ayanamsa);
            days.Add(Of(place.Almanac, day, month, [.. festivals[date].Select(kept => kept.Festival.Id)]));
        }
        return new(
            first.ToString("yyyy-MM", CultureInfo.InvariantCulture), new(query.Latitude, query.Longitude, place.Zone.Id), new(query.Sunrise, query.Ayanamsa), days,
            [.. festivals.SelectMany(kept => kept).Select(FestivalAnswer.Of)]);
    }

    private static DateOnly FirstOf(DateOnly date) => new(date.Year, date.Month, 1);

    private static MonthDayAnswer Of(PlaceAlmanac almanac, AlmanacDay day, LunarMonth month, IReadOnlyList<string> festivals)
    {
        var start = day.Whole.Start;
        var tithi = almanac.LimbAt(Jyotish.Almanac.Limb.Tithi, start);
        return new(
            day.Date, day.Vara, At(day.Sunrise), At(day.Sunset), At(almanac.Moon(HorizonEvent.Rise, day)), At(almanac.Moon(HorizonEvent.Set, day)),
            Limb(tithi, FiveLimbs.TithiKey), Limb(almanac.LimbAt(Jyotish.Almanac.Limb.Nakshatra, start), number => Words.Key((Nakshatra)(number - 1))),
            Limb(almanac.LimbAt(Jyotish.Almanac.Limb.Yoga, start), FiveLimbs.YogaKey), Limb(almanac.LimbAt(Jyotish.Almanac.Limb.Karana, start), FiveLimbs.KaranaKey),
            DayDrawing.Of(month, tithi.Number), DayDrawing.PakshaOf(tithi.Number), festivals);
    }

    private static LimbAnswer Limb(LimbSpan limb, Func<int, string> name) => new(limb.Number, name(limb.Number), limb.Start.ToDateTimeOffset(), limb.End.ToDateTimeOffset());

    private static DateTimeOffset? At(SkyEvent happened) => happened.Instant?.ToDateTimeOffset();
}
