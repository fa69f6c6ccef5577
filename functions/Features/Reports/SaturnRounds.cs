using Kundli.Features.Charts;
using Kundli.Jyotish.Doshas;

namespace Kundli.Features.Reports;

/// <summary>Sade sati over a life as a table: a row for each of Saturn's rounds, a column for each of its three parts.</summary>
internal static class SaturnRounds
{
    // Saturn comes back after some 29 years; within one sade sati no gap is longer than its retrograde loops.
    private const double GapYears = 5;
    private const double DaysOfYear = 365.25;

    private static readonly SaturnPhase[] Phases = [SaturnPhase.Rising, SaturnPhase.Peak, SaturnPhase.Setting];

    public static ReportBlock Table(ReportPack pack, IEnumerable<SaturnPeriodAnswer> periods)
    {
        var rounds = new List<List<SaturnPeriodAnswer>>();
        foreach (var period in periods)
        {
            if (rounds.Count == 0 || (period.Start - rounds[^1][^1].End).TotalDays > GapYears * DaysOfYear)
                rounds.Add([]);
            rounds[^1].Add(period);
        }
        return new ReportBlock.Table(
            [[.. Phases.Select(phase => pack["sadeSati." + Words.Key(phase)])], .. rounds.Select(round => (IReadOnlyList<string>)[.. Phases.Select(phase => Spans(pack, round, phase))])],
            [0.333, 0.333, 0.334]);
    }

    private static string Spans(ReportPack pack, List<SaturnPeriodAnswer> round, SaturnPhase phase) =>
        round.Where(period => period.Phase == phase).Select(period => $"{pack.Day(period.Start)} – {pack.Day(period.End)}").ToList() is { Count: > 0 } spans ? string.Join("; ", spans) : "–";
}
