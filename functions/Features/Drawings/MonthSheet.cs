using System.Globalization;
using System.Xml.Linq;
using Kundli.Features.Panchang;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Festivals;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Drawings;

/// <summary>Draws a month as a leaf of a wall calendar: a square for each date with tithi and nakshatra of its sunrise, and the festivals listed below.</summary>
internal static class MonthSheet
{
    private const int DaysOfWeek = 7;
    private const double Cell = 54;
    private const double CellHeight = 60;
    private const double Width = DaysOfWeek * Cell;
    private const double Margin = 6;
    private const double HeadSize = 18;
    private const double DateSize = 17;
    private const double TextSize = 12;
    private const double HeadHeight = 50;
    private const double WeekdayHeight = 20;
    private const double ListSize = 13;
    private const double ListLine = 19;
    private const int ListLetters = 46;
    private const int Purnima = 15;
    private const int Amavasya = 30;

    private static readonly string[] MonthsHindi = ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितम्बर", "अक्टूबर", "नवम्बर", "दिसम्बर"];
    private static readonly string[] WeekdaysEnglish = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] WeekdaysHindi = ["रवि", "सोम", "मंगल", "बुध", "गुरु", "शुक्र", "शनि"];

    /// <summary>The drawing as an SVG document.</summary>
    /// <param name="month">What is drawn.</param>
    /// <param name="language"><c>hi</c> for Hindi, anything else is English.</param>
    /// <param name="theme">On which ground.</param>
    public static string Draw(MonthAnswer month, string language, DrawingTheme theme)
    {
        var isHindi = language == "hi";
        var palette = Palette.Of(theme);
        var first = month.Days[0].Date;
        var weeks = ((int)first.DayOfWeek + month.Days.Count + DaysOfWeek - 1) / DaysOfWeek;
        var feasts = Kept(month).Where(festival => festival.Kind is FestivalKind.Festival or FestivalKind.NewYear).Select(festival => festival.Date).ToHashSet();
        var lines = FestivalLines(month, isHindi);
        var grid = HeadHeight + WeekdayHeight;
        var list = grid + (weeks * CellHeight) + ListLine;
        var title = isHindi ? $"{MonthsHindi[first.Month - 1]} {first.Year}" : first.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        var sheet = Ink.Sheet(Width, list + ((lines.Count + 0.5) * ListLine), Margin, isHindi ? "hi" : "en", (isHindi ? "पंचांग " : "Panchang ") + title, Describe(month, isHindi), palette);
        sheet.Add(Ink.Heading(2, 14, HeadSize, palette.Name, title));
        sheet.Add(Ink.Right(Width - 2, 14, TextSize, palette.Label, Where(month.Place)));
        sheet.Add(Ink.Left(2, 36, TextSize, palette.Label, Legend(isHindi)));
        for (var day = 0; day < DaysOfWeek; day++)
            sheet.Add(Ink.Centred((day + 0.5) * Cell, HeadHeight + (WeekdayHeight / 2), TextSize, day == 0 ? palette.Alert : palette.Label, (isHindi ? WeekdaysHindi : WeekdaysEnglish)[day]));
        for (var i = 0; i < month.Days.Count; i++)
        {
            var place = (int)first.DayOfWeek + i;
            sheet.Add(Draw(month.Days[i], feasts.Contains(month.Days[i].Date), place % DaysOfWeek * Cell, grid + (place / DaysOfWeek * CellHeight), isHindi, palette));
        }
        for (var i = 0; i < lines.Count; i++)
        {
            sheet.Add(Ink.Right(22, list + (i * ListLine), ListSize, palette.Label, lines[i].Day));
            sheet.Add(Ink.Left(30, list + (i * ListLine), ListSize, palette.Name, lines[i].Names));
        }
        return Ink.Finish(sheet);
    }

    private static XElement Draw(MonthDayAnswer day, bool isFeast, double x, double y, bool isHindi, Palette palette)
    {
        var tithi = day.Tithi.Number;
        var nakshatra = (Nakshatra)(day.Nakshatra.Number - 1);
        var group = new XElement(
            Ink.Svg + "g",
            new XAttribute("data-date", day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new XAttribute("data-tithi", tithi),
            new XAttribute("data-nakshatra", day.Nakshatra.Name),
            Ink.Box(x, y, Cell, CellHeight, isFeast ? palette.Accent : palette.Ground, palette.Line),
            Ink.Heading(x + 3, y + 13, DateSize, day.Vara == Vara.Sunday ? palette.Alert : palette.Name, Number(day.Date.Day)),
            Ink.Left(x + 3, y + 33, TextSize, palette.Name, Tithi(tithi, isHindi)),
            Ink.Left(x + 3, y + 49, TextSize - 1, palette.Label, ShortNames.Of(nakshatra, isHindi)));
        if (tithi is Purnima or Amavasya)
            group.Add(Ink.Disc(x + Cell - 12, y + 13, 6, tithi == Purnima ? palette.Lit : palette.Unlit, palette.Name));
        return group;
    }

    /// <summary>The festivals, a date after the other, in lines that fit the sheet.</summary>
    private static List<(string Day, string Names)> FestivalLines(MonthAnswer month, bool isHindi)
    {
        var lines = new List<(string Day, string Names)>();
        foreach (var date in Kept(month).GroupBy(festival => festival.Date))
        {
            var day = Number(date.Key.Day);
            foreach (var name in date.Select(festival => isHindi ? festival.Names.Hi : festival.Names.En).Distinct())
                if (lines.Count > 0 && day.Length == 0 && lines[^1].Names.Length + name.Length < ListLetters)
                    lines[^1] = (lines[^1].Day, $"{lines[^1].Names} · {name}");
                else
                {
                    lines.Add((day, name));
                    day = "";
                }
        }
        return lines;
    }

    /// <summary>What is listed: of the two dates of an Ekadashi the one that most keep.</summary>
    private static IEnumerable<FestivalAnswer> Kept(MonthAnswer month) => month.Festivals.Where(festival => festival.Tradition != Tradition.Vaishnava);

    /// <summary>The half and the number within it, as wall calendars write it.</summary>
    private static string Tithi(int tithi, bool isHindi) => tithi switch
    {
        Purnima => isHindi ? "पूर्णिमा" : "Purnima",
        Amavasya => isHindi ? "अमा." : "Amavas",
        < Purnima => (isHindi ? "शु " : "S ") + Number(tithi),
        _ => (isHindi ? "कृ " : "K ") + Number(tithi - Purnima),
    };

    private static string Legend(bool isHindi) => isHindi ? "सूर्योदय की तिथि और नक्षत्र · शु शुक्ल, कृ कृष्ण" : "Tithi and nakshatra at sunrise · S shukla, K krishna";

    private static string Where(PlaceAnswer place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(place.Latitude):0.00}° {(place.Latitude < 0 ? 'S' : 'N')}, {Math.Abs(place.Longitude):0.00}° {(place.Longitude < 0 ? 'W' : 'E')}");

    private static string Describe(MonthAnswer month, bool isHindi)
    {
        var days = month.Days.Select(day => $"{Number(day.Date.Day)}: {Tithi(day.Tithi.Number, isHindi)}, {(isHindi ? Names.Of((Nakshatra)(day.Nakshatra.Number - 1)).Hi : Names.Of((Nakshatra)(day.Nakshatra.Number - 1)).En)}");
        return $"{Legend(isHindi)}{(isHindi ? "।" : ".")} {string.Join("; ", days)}{(isHindi ? "।" : ".")}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
