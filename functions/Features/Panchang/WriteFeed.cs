using System.Globalization;
using System.Text;
using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Places;
using Kundli.Jyotish.Festivals;

namespace Kundli.Features.Panchang;

/// <summary>A question for the festivals of a place as a calendar that a phone subscribes to.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Month">The first month as <c>yyyy-MM</c>; the present one at the place when absent.</param>
/// <param name="Months">How many months.</param>
/// <param name="Language"><c>en</c> or <c>hi</c>.</param>
/// <param name="TimeZone">The IANA zone; found from the coordinates when absent.</param>
/// <param name="UtcOffset">An offset in place of a zone.</param>
/// <param name="Sunrise">What counts as sunrise.</param>
/// <param name="Ayanamsa">The zodiac.</param>
public sealed record FeedQuery(
    double Latitude, double Longitude, string? Month = null, int Months = 12, string Language = "en", string? TimeZone = null, string? UtcOffset = null,
    HorizonConvention Sunrise = HorizonConvention.UpperLimb, Ayanamsa Ayanamsa = Ayanamsa.Lahiri) : IAlmanacQuery;

/// <summary>Rules of <see cref="FeedQuery"/>.</summary>
public sealed class FeedQueryRules : AbstractValidator<FeedQuery>
{
    /// <summary>A span of months within the almanac.</summary>
    public FeedQueryRules()
    {
        this.AddPlaceRules();
        RuleFor(query => query.Month).Must(month => AlmanacQueryRules.IsDate(month + "-01")).When(query => query.Month is not null)
            .WithMessage($"must be a month as yyyy-MM, from {Limits.YearMin}-01 to {Limits.YearMax}-12.");
        RuleFor(query => query.Months).InclusiveBetween(1, Limits.FeedMonthsMax).WithMessage($"must be from 1 to {Limits.FeedMonthsMax}.");
        RuleFor(query => query.Months).Must((query, months) => months is < 1 or > Limits.FeedMonthsMax || EndsInTime(query)).WithMessage($"must not reach beyond {Limits.YearMax}.");
        RuleFor(query => query.Language).Must(language => language is "en" or "hi").WithMessage("must be en or hi.");
    }

    private static bool EndsInTime(FeedQuery query) =>
        Charts.BirthText.Date(query.Month + "-01") is not { } first || first.PlusMonths(query.Months - 1).Year <= Limits.YearMax;
}

/// <summary>Festivals and vratas as an iCalendar (RFC 5545): one all-day event each, whose identity stays the same however often the feed is read.</summary>
/// <param name="zones">Finds the zone of a place.</param>
/// <param name="clock">Says which month is now.</param>
public sealed class WriteFeed(ITimeZoneLookup zones, TimeProvider clock)
{
    private const int LineOctetsMax = 75;

    /// <summary>The calendar as the bytes of a file.</summary>
    public byte[] Run(FeedQuery query)
    {
        var place = AlmanacPlace.Of(query, zones);
        var today = place.Today(clock);
        var first = Charts.BirthText.Date(query.Month + "-01")?.ToDateOnly() ?? new DateOnly(today.Year, today.Month, 1);
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Kundli//Panchang//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + (query.Language == "hi" ? "पंचांग" : "Panchang"));
        Line(text, "X-WR-TIMEZONE:" + place.Zone.Id);
        foreach (var day in new FestivalCalendar(place.Almanac).Between(first, first.AddMonths(query.Months).AddDays(-1)))
            Event(text, day, query);
        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Event(StringBuilder text, FestivalDay day, FeedQuery query)
    {
        var festival = day.Festival;
        var tradition = day.Tradition == Tradition.All ? "" : $" ({day.Tradition})";
        Line(text, "BEGIN:VEVENT");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"UID:{festival.Id}-{day.Tradition}-{day.Date:yyyyMMdd}-{query.Latitude:0.##}-{query.Longitude:0.##}@panchang.kundli"));
        // The almanac does not change: the stamp is the day's own, so that an unchanged feed keeps its tag.
        Line(text, "DTSTAMP:" + Date(day.Date) + "T000000Z");
        Line(text, "DTSTART;VALUE=DATE:" + Date(day.Date));
        Line(text, "DTEND;VALUE=DATE:" + Date(day.Date.AddDays(1)));
        Line(text, "SUMMARY:" + Escape((query.Language == "hi" ? festival.Name.Hi : festival.Name.En) + tradition));
        Line(text, "DESCRIPTION:" + Escape(festival.Source));
        Line(text, "CATEGORIES:" + festival.Kind);
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>A content line, folded before its octets are too many; a letter of several octets is never cut.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LineOctetsMax)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
