using System.Globalization;
using System.Xml.Linq;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Drawings;

/// <summary>
/// Draws a dasha of grahas as a ladder: a rung for each great period, as wide as the sheet however long it lasts, divided into its sub-periods by their true shares.
/// The birth and today are marked.
/// </summary>
internal static class DashaTimeline
{
    private const double Width = 360;
    private const double Margin = 10;
    private const double HeadSize = 16;
    private const double TextSize = 13;
    private const double NameSize = 11.5;
    private const double HeadHeight = 34;
    private const double Rung = 51;
    private const double BarTop = 20;
    private const double BarHeight = 22;

    /// <summary>The drawing as an SVG document.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="periods">Two levels of periods, from the one that runs at birth.</param>
    /// <param name="birth">The instant of birth.</param>
    /// <param name="now">The instant that is marked as today.</param>
    /// <param name="language"><c>hi</c> for Hindi, anything else is English.</param>
    /// <param name="theme">On which ground.</param>
    /// <param name="withHeading">False where the page that it stands on says the same above it.</param>
    public static string Draw(string title, IReadOnlyList<DashaPeriod<Graha>> periods, JulianDayUt birth, JulianDayUt now, string language, DrawingTheme theme, bool withHeading = true)
    {
        var isHindi = language == "hi";
        var head = withHeading ? HeadHeight : 0;
        var palette = Palette.Of(theme);
        var sheet = Ink.Sheet(Width, head + (periods.Count * Rung), Margin, isHindi ? "hi" : "en", title, Describe(periods, now, isHindi), palette);
        if (withHeading)
            sheet.Add(Ink.Heading(0, HeadHeight / 2, HeadSize, palette.Name, title));
        for (var i = 0; i < periods.Count; i++)
            sheet.Add(Draw(periods[i], head + (i * Rung), birth, now, isHindi, palette));
        return Ink.Finish(sheet);
    }

    private static XElement Draw(DashaPeriod<Graha> maha, double top, JulianDayUt birth, JulianDayUt now, bool isHindi, Palette palette)
    {
        var runs = Contains(maha, now);
        var group = new XElement(
            Ink.Svg + "g",
            new XAttribute("data-lord", Charts.Words.Key(maha.Lord)),
            Ink.Heading(0, top + 9, TextSize, palette.Name, Name(maha.Lord, isHindi)),
            Ink.Right(Width, top + 9, TextSize, runs ? palette.Name : palette.Label, $"{Month(maha.Start)} – {Month(maha.End)}"),
            Ink.Box(0, top + BarTop, Width, BarHeight, palette.Ground, palette.Line));
        // What was over at birth stays empty.
        foreach (var antar in maha.Periods.Where(antar => antar.End > birth))
            group.Add(Draw(antar, maha, top + BarTop, birth, isHindi, palette));
        if (runs)
            group.Add(Now(maha, now, top + BarTop, palette));
        return group;
    }

    private static XElement Draw(DashaPeriod<Graha> antar, DashaPeriod<Graha> maha, double top, JulianDayUt birth, bool isHindi, Palette palette)
    {
        var (from, until) = (X(antar.Start > birth ? antar.Start : birth, maha), X(antar.End, maha));
        var name = ShortNames.Of(antar.Lord, isHindi);
        return new XElement(
            Ink.Svg + "g",
            new XAttribute("data-lord", Charts.Words.Key(antar.Lord)),
            new XAttribute("data-start", Date(antar.Start)),
            new XAttribute("data-end", Date(antar.End)),
            Ink.Box(from, top, until - from, BarHeight, palette.Grahas[(int)antar.Lord], palette.Line),
            until - from < NameSize * 1.25 ? null : Ink.Centred((from + until) / 2, top + (BarHeight / 2), NameSize, palette.Name, name));
    }

    // A frame around the sub-period that runs, and an arrow from below to the very day: neither hides a name.
    private static IEnumerable<XElement> Now(DashaPeriod<Graha> maha, JulianDayUt now, double top, Palette palette)
    {
        if (maha.Periods.FirstOrDefault(antar => Contains(antar, now)) is not { } running)
            yield break;
        var (left, right, bottom, x) = (X(running.Start, maha), X(running.End, maha), top + BarHeight, X(now, maha));
        yield return Ink.Polygon([new(left, top), new(right, top), new(right, bottom), new(left, bottom)], "none", palette.Alert, 2.5);
        yield return Ink.Polygon([new(x - 4, bottom + 7), new(x + 4, bottom + 7), new(x, bottom + 1)], palette.Alert);
    }

    private static double X(JulianDayUt instant, DashaPeriod<Graha> maha) => Width * (instant - maha.Start) / (maha.End - maha.Start);

    private static bool Contains(DashaPeriod<Graha> period, JulianDayUt instant) => period.Start <= instant && instant < period.End;

    private static string Describe(IReadOnlyList<DashaPeriod<Graha>> periods, JulianDayUt now, bool isHindi)
    {
        var rows = string.Join("; ", periods.Select(maha => isHindi ? $"{Name(maha.Lord, isHindi)} {Month(maha.Start)} से {Month(maha.End)}" : $"{Name(maha.Lord, isHindi)} {Month(maha.Start)} to {Month(maha.End)}"));
        if (periods.FirstOrDefault(maha => Contains(maha, now)) is not { } running || running.Periods.FirstOrDefault(antar => Contains(antar, now)) is not { } within)
            return rows + (isHindi ? "।" : ".");
        var (lord, part) = (Name(running.Lord, isHindi), Name(within.Lord, isHindi));
        return rows + (isHindi ? $"। अभी {lord} में {part}, {Date(within.End)} तक।" : $". Now {part} within {lord}, until {Date(within.End)}.");
    }

    private static string Name(Graha graha, bool isHindi) => isHindi ? Names.Of(graha).Hi : Names.Of(graha).En;

    private static string Month(JulianDayUt instant) => instant.ToDateTimeOffset().ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Date(JulianDayUt instant) => instant.ToDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
