using Kundli.Features.Horoscopes;
using Kundli.Features.SavedCharts;

namespace Kundli.Features.Notes;

/// <summary>The numbers of notes that a client may meet.</summary>
public static class Limits
{
    /// <summary>How long a note is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(40);
}

/// <summary>The wish for daily notes on a chart.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="ChartId">On which chart.</param>
/// <param name="Language">Of the notes.</param>
/// <param name="NextAt">When the next one is written.</param>
public sealed record NoteWish(string UserId, string ChartId, string Language, DateTimeOffset NextAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>What a marker names.</summary>
    public string Target => $"{UserId}|{ChartId}";

    /// <summary>The parts of a target, or null for any other text.</summary>
    public static (string UserId, string ChartId)? Parse(string target) =>
        target.Split('|') is [{ Length: > 0 } user, var chart] && SavedChart.IsId(chart) ? (user, chart) : null;

    /// <summary>The view of it.</summary>
    public NoteWishView ToView() => new(ChartId, Language, NextAt);
}

/// <summary>The wish for daily notes as its owner sees it.</summary>
/// <param name="ChartId">On which chart.</param>
/// <param name="Language">Of the notes.</param>
/// <param name="NextAt">When the next one is written.</param>
public sealed record NoteWishView(string ChartId, string Language, DateTimeOffset NextAt);

/// <summary>A note of one day on one chart. It names no product.</summary>
/// <param name="ChartId">On which chart.</param>
/// <param name="Date">The day, in India.</param>
/// <param name="Language">Of its texts.</param>
/// <param name="BirthStarDay">What to do on the day of one's birth star, once in some twenty-seven days; absent on others.</param>
/// <param name="Sections">The day seen from the chart, with evidence.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record Note(string ChartId, string Date, string Language, BirthStarDay? BirthStarDay, IReadOnlyList<HoroscopeSection> Sections, DateTimeOffset WrittenAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The view of it.</summary>
    public NoteView ToView() => new(ChartId, Date, Language, BirthStarDay, Sections, WrittenAt);
}

/// <summary>The day on which the Moon is back in the star of a birth.</summary>
/// <param name="Nakshatra">The star.</param>
/// <param name="Plant">The key of its tree.</param>
/// <param name="Text">Water and photograph your tree.</param>
/// <param name="Source">The list that gives the star its tree.</param>
public sealed record BirthStarDay(Jyotish.Zodiac.Nakshatra Nakshatra, string Plant, string Text, string Source);

/// <summary>A note as its owner sees it.</summary>
/// <param name="ChartId">On which chart.</param>
/// <param name="Date">The day, in India.</param>
/// <param name="Language">Of its texts.</param>
/// <param name="BirthStarDay">What to do on the day of one's birth star; absent on others.</param>
/// <param name="Sections">The day seen from the chart, with evidence.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record NoteView(string ChartId, string Date, string Language, BirthStarDay? BirthStarDay, IReadOnlyList<HoroscopeSection> Sections, DateTimeOffset WrittenAt);

/// <summary>The notes and the wishes for them. Every call names the customer: another's can't be reached.</summary>
public interface INotes
{
    /// <summary>A wish with the version to save it over, or null.</summary>
    Task<(NoteWish Wish, string Version)?> ReadWishAsync(string userId, string chartId, CancellationToken cancellation);

    /// <summary>Writes a wish, new where there is no version; false when somebody else did meanwhile.</summary>
    Task<bool> SaveWishAsync(NoteWish wish, string? version, CancellationToken cancellation);

    /// <summary>The charts that somebody wishes notes on.</summary>
    Task<IReadOnlyList<NoteWish>> WishesAsync(string userId, CancellationToken cancellation);

    /// <summary>Adds a note; one of the same chart and day is there already and stays.</summary>
    Task AddAsync(string userId, Note note, CancellationToken cancellation);

    /// <summary>A customer's notes, the newest first.</summary>
    Task<Page<Note>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation);

    /// <summary>Removes the wish and the notes of a chart.</summary>
    Task RemoveAsync(string userId, string chartId, CancellationToken cancellation);
}
