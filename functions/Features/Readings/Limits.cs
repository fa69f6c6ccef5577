namespace Kundli.Features.Readings;

/// <summary>The numbers of readings that a client may meet.</summary>
public static class Limits
{
    /// <summary>Placements that one finding may name.</summary>
    public const int PlacementsMax = 4;

    /// <summary>Topics of one request.</summary>
    public const int TopicsMax = 12;

    /// <summary>Findings of a topic in a short reading.</summary>
    public const int ShortFindingsMax = 3;

    /// <summary>Findings of a topic in a full reading.</summary>
    public const int FullFindingsMax = 16;

    /// <summary>Words that a full reading has at least; a narrow one is widened by what the whole chart stands on.</summary>
    public const int FullWordsMin = 300;

    /// <summary>Days that transits are read for.</summary>
    public const int TransitDays = 30;

    /// <summary>Minutes by which a time said to be exact may be off.</summary>
    public const double ExactErrorMinutes = 2;

    /// <summary>Minutes by which a time said to be known to some minutes may be off.</summary>
    public const double MinutesErrorMinutes = 10;

    /// <summary>Characters of a question.</summary>
    public const int QuestionLengthMax = 500;

    /// <summary>Years that "when" looks ahead.</summary>
    public const int AheadYears = 10;

    /// <summary>Periods told in one answer.</summary>
    public const int PeriodsMax = 4;

    /// <summary>Characters of a name of a topic or language.</summary>
    public const int NameLengthMax = 32;
}
