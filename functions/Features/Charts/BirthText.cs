using NodaTime;
using NodaTime.Text;

namespace Kundli.Features.Charts;

/// <summary>Dates, times and offsets as clients write them.</summary>
public static class BirthText
{
    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("HH':'mm"),
        LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss"),
        LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss.FFFFFFF"),
    ];

    /// <summary>A date, or null if it is none.</summary>
    public static LocalDate? Date(string? text) => text is { Length: <= Limits.WordLengthMax } && LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>A time of day, or null if it is none.</summary>
    public static LocalTime? Time(string text)
    {
        if (text.Length > Limits.WordLengthMax)
            return null;
        foreach (var pattern in Times)
            if (pattern.Parse(text) is { Success: true } parsed)
                return parsed.Value;
        return null;
    }

    /// <summary>An offset from universal time, or null if it is none.</summary>
    public static Offset? Offset(string text) =>
        text.Length <= Limits.WordLengthMax && OffsetPattern.GeneralInvariantWithZ.Parse(text) is { Success: true } parsed
            && Math.Abs(parsed.Value.Seconds) <= Limits.OffsetHoursMax * 3600 ? parsed.Value : null;

    /// <summary>An offset as the contract writes it.</summary>
    public static string Text(Offset offset) => OffsetPattern.GeneralInvariant.Format(offset) is var text && text.Length == 3 ? text + ":00" : OffsetPattern.GeneralInvariant.Format(offset);
}
