using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Privacy;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.SavedCharts;

/// <summary>A saved chart as it is answered, with the tag of what was saved.</summary>
/// <param name="Chart">The chart by today's rules.</param>
/// <param name="Tag">The revision of what was saved.</param>
public sealed record ReadSavedChart(ChartAnswer Chart, string Tag);

/// <summary>The one place where a customer's chart is opened: everything else that is done with a saved chart starts here, and another's is not found.</summary>
/// <param name="charts">Where charts are kept.</param>
/// <param name="draw">Computes them.</param>
/// <param name="time">Which day is today.</param>
public sealed class ReadChart(ISavedCharts charts, DrawChart draw, TimeProvider time)
{
    /// <summary>What was saved.</summary>
    public async Task<Outcome<SavedChart>> OpenAsync(string userId, string chartId, CancellationToken cancellation) =>
        SavedChart.IsId(chartId) && await charts.ReadAsync(userId, chartId, cancellation) is { } read ? read.Chart : Problem.NotFound();

    /// <summary>What was saved, if this may be done with it: <c>not-for-minors</c> otherwise.</summary>
    public async Task<Outcome<SavedChart>> OpenForAsync(string userId, string chartId, PersonUse use, CancellationToken cancellation) =>
        (await OpenAsync(userId, chartId, cancellation)).Then(saved => saved.For(use, time.GetUtcNow()));

    /// <summary>A view that is computed from what was saved.</summary>
    public async Task<Outcome<T>> ViewAsync<T>(string userId, string chartId, Func<ChartRequest, Outcome<T>> view, CancellationToken cancellation) =>
        (await OpenAsync(userId, chartId, cancellation)).Then(saved => view(saved.Chart));

    /// <summary>Whether anything may be offered for sale beside a chart.</summary>
    public bool MayOffer(SavedChart saved) => saved.For(PersonUse.Offers, time.GetUtcNow()).IsOk;

    /// <summary>The whole chart.</summary>
    public async Task<Outcome<ReadSavedChart>> RunAsync(string userId, string chartId, CancellationToken cancellation) =>
        (await OpenAsync(userId, chartId, cancellation)).Then(Answer);

    /// <summary>A saved chart as it is answered.</summary>
    public Outcome<ReadSavedChart> Answer(SavedChart saved) => draw.Run(saved.Chart).Map(chart => new ReadSavedChart(
        WithoutMarriage(chart, saved) with { Id = saved.Id, CreatedAt = saved.CreatedAt, ChangedAt = saved.ChangedAt, ProfileId = saved.ProfileId }, saved.Tag));

    /// <summary>A page of the customer's charts, the newest first.</summary>
    public async Task<Outcome<Page<SavedChartEntry>>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await OpenPageAsync(userId, limit, after, cancellation);
        return new Page<SavedChartEntry>([.. page.Items.Select(Entry)], page.Next);
    }

    /// <summary>The same page as it was saved, for who goes on with the charts.</summary>
    public Task<Page<SavedChart>> OpenPageAsync(string userId, int limit, string? after, CancellationToken cancellation) => charts.ListAsync(userId, limit, after, cancellation);

    // Manglik is a question of marriage, and nobody asks it of a child.
    private ChartAnswer WithoutMarriage(ChartAnswer chart, SavedChart saved) =>
        chart.Doshas is { } doshas && saved.IsMinors(time.GetUtcNow()) ? chart with { Doshas = doshas with { Manglik = null } } : chart;

    /// <summary>A saved chart as a list shows it.</summary>
    public SavedChartEntry Entry(SavedChart saved)
    {
        var found = draw.Find(saved.Chart);
        var chart = found.IsOk ? found.Value.Chart : null;
        var hasMoon = chart?.Has(Graha.Moon) == true;
        return new(
            saved.Id, saved.Chart.Name, saved.Subject, saved.ProfileId, saved.Chart.Birth, chart?.Lagna?.Rashi,
            hasMoon && BirthStars.MoonSignIsCertain(found.Value) ? chart!.Sign(Graha.Moon) : null,
            hasMoon && BirthStars.IsCertain(found.Value) ? chart![Graha.Moon].Longitude.Nakshatra : null,
            saved.CreatedAt, saved.ChangedAt);
    }
}
