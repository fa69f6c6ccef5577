using System.Globalization;
using Kundli.Features.Charts;
using Kundli.Jyotish.Doshas;
using Kundli.Jyotish.Zodiac;
using static Kundli.Features.Tests.Cases.CaseWords;

namespace Kundli.Features.Tests.Cases;

/// <summary>Manglik, Kaal Sarp, Gandmool, Sade Sati, and yogas.</summary>
internal static class DoshaCases
{
    public static IEnumerable<string?> Gandmool(PublishedCase one)
    {
        var doshas = Doshas(new() { ["moon"] = (int)one.Text("moon_nakshatra").Star() * 360.0 / 27 + 1 });
        yield return Same("gandmool", one.Expected.GetProperty("gandmool").GetBoolean(), doshas.Gandmool!.Present);
    }

    /// <summary>All seven stand ten degrees after Rahu, in the house that the case gives him.</summary>
    public static IEnumerable<string?> KaalSarp(PublishedCase one)
    {
        var rahu = 30.0 * (one.Input.GetProperty("rahu_house").GetInt32() - 1) + 5;
        var longitudes = Grahas.Seven.ToDictionary(Words.Key, _ => (rahu + 10) % 360);
        longitudes["lagna"] = 15;
        longitudes["rahu"] = rahu;
        yield return Same("type", one.Expected.Text("type"), Doshas(longitudes).KaalSarp!.Type?.ToString());
    }

    public static IEnumerable<string?> MarsOf(PublishedCase one)
    {
        var manglik = Doshas(new() { ["lagna"] = one.Input.Number("lagna_longitude"), ["mars"] = one.Input.Number("mars_longitude") }).Manglik!;
        yield return Same("after cancellation", one.Expected.GetProperty("manglik_after_cancellation").GetBoolean(), manglik is { Present: true, Cancelled: false });
        yield return Same("house", one.Expected.GetProperty("mars_house_from_lagna").GetInt32(), manglik.Houses["lagna"]);
    }

    /// <summary>The case leaves out the stay that runs when its window opens.</summary>
    public static IEnumerable<string?> Saturn(PublishedCase one)
    {
        var window = one.Input.GetProperty("window").EnumerateArray().Select(day => Day(day.GetString()!)).ToList();
        var found = Doshas(new() { ["moon"] = 30.0 * (int)one.Text("moon_sign").Sign() + 15 }).SadeSati!.Periods.Where(period => period.Start > window[0] && period.Start < window[1]).ToList();
        var expected = one.Expected.GetProperty("segments").EnumerateArray().ToList();
        yield return Same("segments", expected.Count, found.Count);
        foreach (var (wanted, period) in expected.Zip(found))
        {
            yield return Same("phase", Enum.Parse<SaturnPhase>(wanted.Text("phase"), ignoreCase: true), period.Phase);
            yield return Near("start", Day(wanted.Text("start")), period.Start, TimeSpan.FromDays(one.Tolerance.Number("days")));
            yield return Near("end", Day(wanted.Text("end")), period.End, TimeSpan.FromDays(one.Tolerance.Number("days")));
        }
    }

    /// <summary>By the signs of the case and, where it has one, by its birth.</summary>
    public static IEnumerable<string?> Yoga(PublishedCase one)
    {
        var signs = one.Input.Has("sign_positions") ? one.Input : one.Expected;
        yield return Yoga(one, signs.GetProperty("sign_positions").ToLongitudes());
        if (one.Input.Has("local_date"))
            yield return Yoga(one, one.Birth());
    }

    private static string? Yoga(PublishedCase one, ChartRequest request)
    {
        var name = Plain(one.Expected.Text("yoga"));
        var chart = Verbs.Draw.Run(request).Value;
        var present = name == "kalasarpadoshatest" ? chart.Doshas!.KaalSarp!.Present : chart.Yogas!.Any(yoga => Plain(yoga.Id) == name);
        return name != "kalasarpadoshatest" && Jyotish.Yogas.YogaRules.All.All(rule => Plain(rule.Id) != name)
            ? $"no rule {name}"
            : Same(name, one.Expected.GetProperty("present").GetBoolean(), present);
    }

    private static DoshasAnswer Doshas(Dictionary<string, double> longitudes) => Verbs.Draw.Run(new ChartRequest(Longitudes: longitudes)).Value.Doshas!;

    private static DateTimeOffset Day(string date) => DateTimeOffset.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Names differ in their transliteration alone: long vowels, "Malika Yogas - ", a final "Yoga", th for t.</summary>
    private static string Plain(string name) => name.Replace("Malika Yogas - ", "", StringComparison.Ordinal).Replace(" Yoga", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
        .ToLowerInvariant().Replace("aa", "a", StringComparison.Ordinal).Replace("oo", "u", StringComparison.Ordinal).Replace("thi", "ti", StringComparison.Ordinal);
}
