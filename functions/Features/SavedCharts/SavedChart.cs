using Kundli.Features.Charts;
using Kundli.Features.Privacy;

namespace Kundli.Features.SavedCharts;

/// <summary>Whose birth a customer keeps.</summary>
public enum ChartSubject
{
    /// <summary>The customer's own.</summary>
    Self,

    /// <summary>Somebody else's: entered with that person's agreement, or as a child's parent.</summary>
    Other,
}

/// <summary>
/// A chart that a customer keeps: what was asked for, never what was computed, so that every reading of it is of today's rules.
/// </summary>
/// <param name="Id">Time-ordered, the newest first.</param>
/// <param name="UserId">Whose account it is in.</param>
/// <param name="Chart">The birth or the longitudes, with every convention.</param>
/// <param name="Subject">Whose birth it is.</param>
/// <param name="Declarations">What the customer declared about it.</param>
/// <param name="CreatedAt">When it was saved.</param>
/// <param name="ChangedAt">When it was last renamed.</param>
public sealed record SavedChart(
    string Id, string UserId, ChartRequest Chart, ChartSubject Subject, BirthDeclarations Declarations, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    /// <summary>The version that the client saw is no longer the newest.</summary>
    public static Problem Stale { get; } = new("stale-version", "This was changed since you read it. Read it again.");

    /// <summary>Counts the changes: what <c>If-Match</c> is compared with.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The member of the family whose chart this is; null where it belongs to none.</summary>
    public string? ProfileId { get; init; }

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>An id for a chart that is saved at an instant; ids of later instants come first.</summary>
    /// <param name="at">When.</param>
    /// <param name="random">Keeps two of one instant apart: eight hexadecimal digits.</param>
    public static string IdAt(DateTimeOffset at, string random) => $"{DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks:x16}{random}";

    /// <summary>Whether a text can be an id, so that no other text reaches the store.</summary>
    public static bool IsId(string text) => text.Length == 24 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The chart under another name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="seen">The revision that the client saw; null where it doesn't say.</param>
    /// <param name="now">When.</param>
    public Outcome<SavedChart> Rename(string name, string? seen, DateTimeOffset now) =>
        seen is not null && seen != Tag ? Stale : this with { Chart = Chart with { Name = name }, ChangedAt = now, Revision = Revision + 1 };

    /// <summary>The revision as a tag.</summary>
    public string Tag => $"r{Revision}";

    /// <summary>Whether something may be done with this birth on a day: <c>not-for-minors</c> otherwise. Of longitudes alone no age is known.</summary>
    public Outcome<SavedChart> For(PersonUse use, DateTimeOffset now)
    {
        var may = Chart.Birth is null ? true : MinorsPolicy.MayUse(use, BirthDay(Chart.Birth), Today(now));
        return may.IsOk ? this : may.Problem;
    }

    /// <summary>Whether it is a child's birth.</summary>
    public bool IsMinors(DateTimeOffset now) => Chart.Birth is { } birth && MinorsPolicy.IsMinor(BirthDay(birth), Today(now));

    /// <summary>The local day of a birth that keeps its rules.</summary>
    public static DateOnly BirthDay(BirthInput birth) => BirthText.Date(birth.Date)!.Value.ToDateOnly();

    /// <summary>The day that children's ages are counted to.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}

/// <summary>A saved chart in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Subject">The customer's own or somebody else's.</param>
/// <param name="ProfileId">The member of the family, if any.</param>
/// <param name="Birth">As sent; absent where longitudes were given.</param>
/// <param name="Lagna">The rising sign; absent where it is not known.</param>
/// <param name="MoonSign">The Moon's sign; absent where it is not known.</param>
/// <param name="BirthStar">The Moon's nakshatra; absent where it is not certain.</param>
/// <param name="CreatedAt">When it was saved.</param>
/// <param name="ChangedAt">When it was last changed.</param>
public sealed record SavedChartEntry(
    string Id, string? Name, ChartSubject Subject, string? ProfileId, BirthInput? Birth, Jyotish.Zodiac.Rashi? Lagna, Jyotish.Zodiac.Rashi? MoonSign,
    Jyotish.Zodiac.Nakshatra? BirthStar, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt);
