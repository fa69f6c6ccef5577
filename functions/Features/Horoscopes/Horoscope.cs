using FluentValidation;
using Kundli.Features.Charts;
using Kundli.Jyotish.Zodiac;
using NodaTime;

namespace Kundli.Features.Horoscopes;

/// <summary>How long a horoscope reaches.</summary>
public enum HoroscopePeriod
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>Seven days, from Monday on.</summary>
    Week,

    /// <summary>A month of the calendar.</summary>
    Month,
}

/// <summary>What is asked of a horoscope.</summary>
/// <param name="Period">How long it reaches.</param>
/// <param name="Date">A day of the period as <c>yyyy-MM-dd</c>; today when absent.</param>
/// <param name="Language"><c>en</c> or <c>hi</c>.</param>
public sealed record HoroscopeQuery(HoroscopePeriod Period = HoroscopePeriod.Day, string? Date = null, string Language = "en");

/// <summary>The rules of a horoscope.</summary>
public sealed class HoroscopeQueryRules : AbstractValidator<HoroscopeQuery>
{
    /// <summary>The rules.</summary>
    public HoroscopeQueryRules()
    {
        RuleFor(query => query.Language).Must(HoroscopePack.Languages.Contains).WithMessage($"must be one of {string.Join(", ", HoroscopePack.Languages)}.");
        RuleFor(query => query.Date).Must(date => BirthText.Date(date) is { Year: >= Limits.YearMin and < Limits.YearMax }).When(query => query.Date is not null)
            .WithMessage($"must be a date as yyyy-MM-dd, from {Limits.YearMin} to {Limits.YearMax - 1}.");
    }
}

/// <summary>The days of a horoscope, by the clock of India, whose zone the almanacs use.</summary>
/// <param name="From">The first day.</param>
/// <param name="Days">How many.</param>
/// <param name="Period">Which kind of period it is.</param>
public sealed record HoroscopeSpan(LocalDate From, int Days, HoroscopePeriod Period)
{
    /// <summary>The zone in which days begin and times are told.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Kolkata"];

    /// <summary>The last day.</summary>
    public LocalDate To => From.PlusDays(Days - 1);

    /// <summary>The period of a kind that holds a day.</summary>
    public static HoroscopeSpan Holding(LocalDate day, HoroscopePeriod period) => period switch
    {
        HoroscopePeriod.Week => new(day.PlusDays(1 - (int)day.DayOfWeek), 7, period),
        HoroscopePeriod.Month => new(new LocalDate(day.Year, day.Month, 1), CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month), period),
        _ => new(day, 1, period),
    };

    /// <summary>The period that is asked for.</summary>
    public static HoroscopeSpan Of(HoroscopeQuery query, DateTimeOffset now) =>
        Holding(BirthText.Date(query.Date) ?? Instant.FromDateTimeOffset(now).InZone(Zone).Date, query.Period);
}

/// <summary>What a sentence rests on.</summary>
/// <param name="Finding">Stable name: <c>moonInThird</c>, <c>marsEntersLeo</c>.</param>
/// <param name="Placements">The placements: <c>moon in hasta</c>, <c>mars 3 from aries</c>.</param>
/// <param name="Source">The book, or the ephemeris.</param>
public sealed record HoroscopeEvidence(string Finding, IReadOnlyList<string> Placements, string Source);

/// <summary>A paragraph.</summary>
/// <param name="Topic">What it looks at: <c>moon</c>, <c>ruler</c>, <c>day</c>, <c>turns</c>, <c>path</c>, <c>stays</c>, <c>lagna</c>, <c>dasha</c>.</param>
/// <param name="Text">The words.</param>
/// <param name="Evidence">What they rest on.</param>
public sealed record HoroscopeSection(string Topic, string Text, IReadOnlyList<HoroscopeEvidence> Evidence);

/// <summary>A horoscope: computed from transits, the same for the same sign, days and language.</summary>
/// <param name="Sign">The sign from which houses are counted.</param>
/// <param name="Period">How long it reaches.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="TimeZone">The zone of days and times.</param>
/// <param name="Language">The language of the texts.</param>
/// <param name="GeneratedBy">Always <c>rules</c>.</param>
/// <param name="Sections">The paragraphs.</param>
/// <param name="Ayanamsa">Where the zodiac begins.</param>
/// <param name="Disclaimer">What a horoscope is not.</param>
public sealed record HoroscopeAnswer(
    Rashi Sign, HoroscopePeriod Period, string From, string To, string TimeZone, string Language, string GeneratedBy, IReadOnlyList<HoroscopeSection> Sections,
    Astronomy.Sky.Ayanamsa Ayanamsa, string Disclaimer);
