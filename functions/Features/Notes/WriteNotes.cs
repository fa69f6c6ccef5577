using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Due;
using Kundli.Features.Horoscopes;
using Kundli.Features.Privacy;
using Kundli.Features.SavedCharts;
using Kundli.Jyotish.Remedies;
using Kundli.Jyotish.Zodiac;
using NodaTime;

namespace Kundli.Features.Notes;

/// <summary>A wish for daily notes.</summary>
/// <param name="Language">Of the notes.</param>
public sealed record NoteRequest(string Language = "en");

/// <summary>The rules of a wish.</summary>
public sealed class NoteRules : AbstractValidator<NoteRequest>
{
    /// <summary>The rules.</summary>
    public NoteRules() => RuleFor(request => request.Language).Must(language => HoroscopePack.Languages.Contains(language)).WithMessage($"must be one of: {string.Join(", ", HoroscopePack.Languages)}.");
}

/// <summary>Takes and forgets wishes for notes, and shows the notes. A child's chart gets none.</summary>
/// <param name="charts">Opens the customer's chart.</param>
/// <param name="notes">Where they are kept.</param>
/// <param name="markers">So that none is forgotten.</param>
/// <param name="time">The first note is written at once.</param>
public sealed class KeepNotes(ReadChart charts, INotes notes, IDueMarkers markers, TimeProvider time)
{
    private const int ConflictTriesMax = 4;

    /// <summary>The wish; <c>not-for-minors</c>, <c>not-found</c>. A second one changes the language.</summary>
    public async Task<Outcome<NoteWish>> WishAsync(string userId, string chartId, NoteRequest request, CancellationToken cancellation)
    {
        var chart = await charts.OpenForAsync(userId, chartId, PersonUse.Nudges, cancellation);
        if (!chart.IsOk)
            return chart.Problem;
        var now = time.GetUtcNow();
        for (var attempt = 0; attempt < ConflictTriesMax; attempt++)
        {
            var read = await notes.ReadWishAsync(userId, chartId, cancellation);
            var wish = read is { } before ? before.Wish with { Language = request.Language } : new(userId, chartId, request.Language, now);
            await markers.SetAsync(new(WriteNotes.DueKind, wish.Target, wish.NextAt), cancellation);
            if (await notes.SaveWishAsync(wish, read?.Version, cancellation))
                return wish;
        }
        throw new TimeoutException($"A wish for notes was changed by others {ConflictTriesMax} times in a row.");
    }

    /// <summary>Forgets the wish and the notes of a chart; <c>not-found</c>.</summary>
    public Task<Outcome<SavedChart>> ForgetAsync(string userId, string chartId, CancellationToken cancellation) =>
        charts.OpenAsync(userId, chartId, cancellation).ThenAsync<SavedChart, SavedChart>(async chart =>
        {
            await notes.RemoveAsync(userId, chartId, cancellation);
            return chart;
        });

    /// <summary>A customer's notes, the newest first.</summary>
    public async Task<Outcome<Page<NoteView>>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await notes.ListAsync(userId, limit, after, cancellation);
        return new Page<NoteView>([.. page.Items.Select(note => note.ToView())], page.Next);
    }
}

/// <summary>Writes the note of a day, and is due again the next morning. Twice on one day is once: a note's name is its day and chart.</summary>
/// <param name="notes">Where they are kept.</param>
/// <param name="charts">Opens the chart.</param>
/// <param name="draw">Computes it.</param>
/// <param name="horoscope">The day seen from the chart.</param>
/// <param name="compose">The day's sky.</param>
/// <param name="time">Which day it is.</param>
public sealed class WriteNotes(INotes notes, ReadChart charts, DrawChart draw, ReadMyHoroscope horoscope, ComposeHoroscope compose, TimeProvider time) : IDueWork
{
    /// <summary>The kind of the markers of wishes.</summary>
    public const string DueKind = "chart-note";

    private static readonly LocalTime Morning = new(5, 30);

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["en"] = "The Moon is back in {0}, your birth star, whose tree is {1}. Water one today, and photograph it: next to the picture of last month it shows how it grows.",
        ["hi"] = "चन्द्र आज फिर आपके जन्म नक्षत्र {0} में है, जिसका वृक्ष {1} है। आज उसे पानी दें और उसका चित्र लें: पिछले महीने के चित्र के पास रखकर देखें कि वह कितना बढ़ा।",
    };

    /// <inheritdoc/>
    public string Kind => DueKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (NoteWish.Parse(targetId) is not var (userId, chartId) || await notes.ReadWishAsync(userId, chartId, cancellation) is not { } read)
            return null;
        var now = time.GetUtcNow();
        // Another marker of the same wish was first: both go on as one.
        if (read.Wish.NextAt > now)
            return read.Wish.NextAt;
        var chart = await charts.OpenForAsync(userId, chartId, PersonUse.Nudges, cancellation);
        if (!chart.IsOk)
        {
            await notes.RemoveAsync(userId, chartId, cancellation);
            return null;
        }
        var today = Instant.FromDateTimeOffset(now).InZone(HoroscopeSpan.Zone).Date;
        var query = new MyHoroscopeQuery(HoroscopePeriod.Day, HoroscopeWords.Iso(today), read.Wish.Language, chartId);
        var day = await horoscope.RunAsync(userId, query, cancellation);
        // A Moon whose sign is not certain has no day of its own to tell of; another birth time would be another chart.
        if (day.IsOk)
            await notes.AddAsync(userId, new(chartId, query.Date!, query.Language, draw.Find(chart.Value.Chart) is { IsOk: true, Value: var found } ? BirthStar(found, today, query.Language) : null, day.Value.Horoscope.Sections, now), cancellation);
        var next = today.PlusDays(1).At(Morning).InZoneLeniently(HoroscopeSpan.Zone).ToDateTimeOffset();
        await notes.SaveWishAsync(read.Wish with { NextAt = next }, read.Version, cancellation);
        return next;
    }

    private BirthStarDay? BirthStar(FoundChart found, LocalDate day, string language)
    {
        if (!BirthStars.IsCertain(found))
            return null;
        var star = found.Chart[Graha.Moon].Longitude.Nakshatra;
        if (compose.SkyOf(HoroscopeSpan.Holding(day, HoroscopePeriod.Day))[Graha.Moon].Longitude.Nakshatra != star)
            return null;
        var (tree, hindi) = (Jyotish.Remedies.Plants.Of(NakshatraPlants.Of(star).Slug), language == "hi");
        var (name, plant) = (Names.Of(star), tree.Name);
        return new(star, tree.Slug, string.Format(System.Globalization.CultureInfo.InvariantCulture, Texts[language], hindi ? name.Hi : name.En, hindi ? plant.Hi : plant.En), NakshatraPlants.Source);
    }
}
