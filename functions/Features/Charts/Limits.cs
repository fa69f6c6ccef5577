namespace Kundli.Features.Charts;

/// <summary>The numbers of charts that a client may meet.</summary>
public static class Limits
{
    /// <summary>The first year of birth.</summary>
    public const int YearMin = 1800;

    /// <summary>The last year of birth.</summary>
    public const int YearMax = 2199;

    /// <summary>Characters of a name.</summary>
    public const int NameLengthMax = 200;

    /// <summary>Characters of a place.</summary>
    public const int PlaceLengthMax = 300;

    /// <summary>Characters of a time zone, a date, a time or an offset.</summary>
    public const int WordLengthMax = 64;

    /// <summary>Divisions in one answer.</summary>
    public const int VargasMax = 16;

    /// <summary>Levels of the dasha in a chart; the dashas view goes deeper.</summary>
    public const int DashaDepthMax = 3;

    /// <summary>Periods in one answer of the dashas view.</summary>
    public const int DashaPeriodsMax = 2000;

    /// <summary>The level from which the dashas view wants a span.</summary>
    public const int DashaDepthOfSpan = 4;

    /// <summary>The largest offset from universal time, hours.</summary>
    public const int OffsetHoursMax = 15;

    /// <summary>Minutes by which the sensitivity view may move a birth.</summary>
    public const int SensitivityMinutesMax = 120;
}
