using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Features.SavedCharts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Horoscopes;

/// <summary>What is asked of a personal horoscope.</summary>
/// <param name="Period">How long it reaches.</param>
/// <param name="Date">A day of the period.</param>
/// <param name="Language">The language.</param>
/// <param name="ChartId">One of the caller's charts; their own newest when absent.</param>
public sealed record MyHoroscopeQuery(HoroscopePeriod Period = HoroscopePeriod.Day, string? Date = null, string Language = "en", string? ChartId = null)
{
    /// <summary>The part that does not depend on the caller.</summary>
    public HoroscopeQuery ToQuery() => new(Period, Date, Language);
}

/// <summary>The rules of a personal horoscope.</summary>
public sealed class MyHoroscopeQueryRules : FluentValidation.AbstractValidator<MyHoroscopeQuery>
{
    /// <summary>The rules.</summary>
    public MyHoroscopeQueryRules() => FluentValidation.DefaultValidatorExtensions.Custom(RuleFor(query => query), (query, context) =>
    {
        foreach (var error in new HoroscopeQueryRules().Validate(query.ToQuery()).Errors)
            context.AddFailure(error);
    });
}

/// <summary>A horoscope for one's own chart.</summary>
/// <param name="ChartId">The chart.</param>
/// <param name="MoonSign">The Moon's sign of birth, from which most is counted.</param>
/// <param name="Lagna">The rising sign; absent where it is not known.</param>
/// <param name="Dasha">The lords of the running periods, maha first; empty where the time of birth is not known.</param>
/// <param name="Horoscope">The paragraphs: those of the Moon's sign, then by lagna and running dasha.</param>
public sealed record MyHoroscopeAnswer(string ChartId, Rashi MoonSign, Rashi? Lagna, IReadOnlyList<Graha> Dasha, HoroscopeAnswer Horoscope);

/// <summary>The horoscope of a customer: by Moon sign, lagna and running dasha of a saved chart.</summary>
/// <param name="charts">The customer's charts.</param>
/// <param name="read">Opens one of them.</param>
/// <param name="draw">Computes it.</param>
/// <param name="compose">Words the transits.</param>
/// <param name="time">What runs now.</param>
public sealed class ReadMyHoroscope(ISavedCharts charts, ReadChart read, DrawChart draw, ComposeHoroscope compose, TimeProvider time)
{
    /// <summary>There is no chart of one's own to count from.</summary>
    public static Problem NoChart { get; } = new("no-own-chart", "Save your own chart first, with a Moon whose sign is certain.");

    /// <summary>The personal horoscope; <c>no-own-chart</c>, or <c>not-found</c> for a chart that is not the caller's.</summary>
    public async Task<Outcome<MyHoroscopeAnswer>> RunAsync(string userId, MyHoroscopeQuery query, CancellationToken cancellation)
    {
        var chart = query.ChartId is { } id ? await read.OpenAsync(userId, id, cancellation) : await OwnAsync(userId, cancellation);
        return chart.Then(saved => draw.Find(saved.Chart).Then(found => Of(saved.Id, found, query)));
    }

    private async Task<Outcome<SavedChart>> OwnAsync(string userId, CancellationToken cancellation)
    {
        var page = await charts.ListAsync(userId, SavedCharts.Limits.ChartsMax, null, cancellation);
        return page.Items.FirstOrDefault(chart => chart.Subject == ChartSubject.Self) is { } own ? own : NoChart;
    }

    private Outcome<MyHoroscopeAnswer> Of(string chartId, FoundChart found, MyHoroscopeQuery query)
    {
        if (!found.Chart.Has(Graha.Moon) || !BirthStars.MoonSignIsCertain(found))
            return NoChart;
        var sky = compose.SkyOf(HoroscopeSpan.Of(query.ToQuery(), time.GetUtcNow()));
        var moonSign = found.Chart.Sign(Graha.Moon);
        var words = WordsOf(moonSign);
        var horoscope = ComposeHoroscope.Of(words, moonSign, sky, query.Language);
        var sections = new List<HoroscopeSection>(horoscope.Sections);
        if (found.Chart.Lagna is { } lagna)
            sections.Add((lagna.Rashi == moonSign ? words : WordsOf(lagna.Rashi)).FromLagna());
        var lords = LordsOf(found);
        var bindus = Ashtakavarga.Of(found.Chart)?.Bhinna;
        foreach (var lord in lords.Distinct())
            sections.Add(words.OfDasha(lord, lord <= Graha.Saturn ? bindus?[(int)lord][(int)sky[lord].Rashi] : null));
        return new MyHoroscopeAnswer(chartId, moonSign, found.Chart.Lagna?.Rashi, lords, horoscope with { Sections = sections });

        HoroscopeWords WordsOf(Rashi sign) => new(HoroscopePack.Of(query.Language), sign, sky);
    }

    private List<Graha> LordsOf(FoundChart found) => found is { TimeIsKnown: true, Moment: { } moment }
        ? [.. NakshatraDashas.Vimshottari.Path(found.Chart[Graha.Moon].Longitude, moment.JulianDay, found.Settings.DashaYear, JulianDayUt.From(time.GetUtcNow()), depth: 2).Select(period => period.Lord)]
        : [];
}
