using Kundli.Features.Charts;
using Kundli.Features.Panchang;
using Kundli.Features.Plants;
using Kundli.Features.Readings;
using Kundli.Features.SavedCharts;

namespace Kundli.Features.Reports;

/// <summary>Puts together what stands in a report, from the same answers that the views give. It names doshas, so that it names nothing for sale.</summary>
/// <param name="read">The chart as its owner may see it.</param>
/// <param name="draw">Finds the chart.</param>
/// <param name="compose">Reads it.</param>
/// <param name="remedies">The plants and mantras of it.</param>
/// <param name="species">How its plants are kept.</param>
/// <param name="almanac">The panchang of the day of birth.</param>
/// <param name="time">What runs now.</param>
public sealed class ComposeReport(ReadChart read, DrawChart draw, ComposeReading compose, SuggestRemedies remedies, ISpeciesTable species, ReadDay almanac, TimeProvider time)
{
    /// <summary>The content of a report; the same problems as of the chart itself.</summary>
    public async Task<Outcome<ReportContent>> RunAsync(SavedChart saved, string language, Drawings.ChartStyle style, CancellationToken cancellation)
    {
        var found = draw.Find(saved.Chart);
        var answer = read.Answer(saved);
        var suggested = await remedies.RunAsync(saved.Chart, cancellation, withOffers: false);
        var reading = found.Then(chart => compose.Of(chart, null, language, ReadingLength.Full));
        if (!answer.IsOk || !suggested.IsOk || !reading.IsOk)
            return answer.Problem ?? suggested.Problem ?? reading.Problem!;
        var (pack, now) = (ReportPack.Of(language), time.GetUtcNow());
        var chart = answer.Value.Chart;
        var strengths = new StrengthChapters(pack, found.Value, ChartStrengths.Of(found.Value));
        var times = new TimeChapters(pack, found.Value, chart, now);
        var day = found.Value.Moment is { } moment && AlmanacChapter.Find(almanac, found.Value) is { } limbs ? new AlmanacChapter(pack, found.Value, moment, limbs) : null;
        var pages = new ChartChapters(pack, chart, found.Value, style, times.Running, day is not null);
        var last = new TraditionChapters(pack, chart, found.Value, suggested.Value, species);
        return new ReportContent(
            $"{pack["title"]} · {saved.Chart.Name ?? pack["unnamed"]}", language, now, pack["page"], pages.Cover(now),
            [
                .. pages.Glance(), .. day?.All() ?? [], .. pages.Places(), .. strengths.Vimshopaka(), .. pages.Vargas(), .. new DayChapter(pack, found.Value).All(), .. strengths.All(), .. times.All(),
                .. new ReadingChapter(pack, reading.Value).All(), .. last.All(),
            ]);
    }
}
