using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Jyotish.Dashas;
using static Kundli.Features.Tests.Cases.CaseWords;

namespace Kundli.Features.Tests.Cases;

/// <summary>Vimshottari and the other dashas.</summary>
internal static class DashaCases
{
    public static IEnumerable<string?> Balance(PublishedCase one)
    {
        var request = one.Input.Has("moon_longitude") ? new ChartRequest(Longitudes: new Dictionary<string, double> { ["moon"] = one.Input.Number("moon_longitude") }) : one.Birth();
        var chart = Verbs.Draw.Run(request).Value;
        yield return Same("lord", one.Expected.Text("first_lord").Key(), chart.Dasha!.BalanceAtBirth.Lord);
        yield return Near("years", one.Expected.Number("balance_years"), chart.Dasha.BalanceAtBirth.Years, one.Tolerance.Number("balance_years"));
    }

    public static IEnumerable<string?> AntardashaStart(PublishedCase one)
    {
        var start = one.Input.Has("moon_longitude") ? StartFromMoon(one) : Periods(one, DashaSystem.Vimshottari)
            .First(period => period.Lord == one.Text("mahadasha").Key()).Periods.Single(period => period.Lord == one.Text("antardasha").Key()).Start;
        yield return Near("start", one.Instant(one.Expected.Text("start_local")), start, TimeSpan.FromHours(one.Tolerance.Number("hours")));
    }

    public static IEnumerable<string?> Dates(PublishedCase one)
    {
        var periods = Periods(one, DashaSystem.Vimshottari);
        foreach (var maha in one.Expected.GetProperty("mahadasha").EnumerateArray())
            yield return Near(maha.Text("lord"), one.Instant(maha.Text("start_local")), periods.First(period => period.Lord == maha.Text("lord").Key()).Start, TimeSpan.FromHours(one.Tolerance.Number("hours")));
    }

    public static IEnumerable<string?> Narayana(PublishedCase one)
    {
        var expected = one.Expected.GetProperty("periods").EnumerateArray().Select(period => $"{period.Text("sign").Key()} {period.GetProperty("years").GetInt32()}").ToList();
        var periods = Periods(one, DashaSystem.Narayana, depth: 1);
        yield return Same("periods", string.Join(", ", expected), string.Join(", ", periods.Take(expected.Count).Select(period => $"{period.Lord} {(period.End - period.Start).TotalDays / 365.25:0}")));
    }

    /// <summary>The app hides the seconds of its birth time, but prints its Moon: the periods that follow from that.</summary>
    private static DateTimeOffset StartFromMoon(PublishedCase one)
    {
        var birth = JulianDayUt.From(one.Instant($"{one.Text("local_date")} {one.Text("local_time")}"));
        var periods = NakshatraDashas.Vimshottari.Periods(new SiderealLongitude(one.Input.Number("moon_longitude")), birth, one.ChartSettings().DashaYear, new DashaSpan(2));
        return periods.First(period => period.Lord.ToString() == one.Text("mahadasha")).Periods.Single(period => period.Lord.ToString() == one.Text("antardasha")).Start.ToDateTimeOffset();
    }

    private static IReadOnlyList<DashaPeriodAnswer> Periods(PublishedCase one, DashaSystem system, int depth = 2) =>
        Verbs.Dashas.Run(one.Birth(), new DashaQuery(system, depth)).Value.Dasha.Periods!;
}
