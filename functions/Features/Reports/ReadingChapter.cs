using Kundli.Features.Charts;
using Kundli.Features.Readings;

namespace Kundli.Features.Reports;

/// <summary>What the chart says, topic by topic, with the placements and books below each.</summary>
internal sealed class ReadingChapter(ReportPack pack, Reading reading)
{
    public IEnumerable<ReportBlock> All()
    {
        yield return new ReportBlock.Chapter(pack["reading"]);
        // Plants have a chapter of their own, which names both trees where the star is not certain.
        var told = reading.Sections.Where(section => section.Topic != Words.Key(Topic.Plants)).ToLookup(section => section.Evidence.Count > 0);
        foreach (var section in told[true])
        {
            yield return new ReportBlock.Heading(pack["topic." + section.Topic]);
            yield return new ReportBlock.Paragraph(section.Text);
            yield return new ReportBlock.Paragraph(pack.Say("restsOn", string.Join("; ", section.Evidence.Select(evidence => pack.Source(evidence.Source)).Distinct(StringComparer.Ordinal))), IsNote: true);
        }
        // What nothing is known of is said once, not topic by topic.
        if (told[false].Any())
            yield return new ReportBlock.Paragraph(pack.Say("silent", string.Join(", ", told[false].Select(section => pack["topic." + section.Topic]))));
        foreach (var unsaid in reading.Unsaid)
            yield return new ReportBlock.Paragraph(unsaid, IsNote: true);
    }
}
