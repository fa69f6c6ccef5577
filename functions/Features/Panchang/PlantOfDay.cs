using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Remedies;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Panchang;

/// <summary>Chooses the plant of a day: of its festival if it has one with a plant, else of the deity whose tithi it is, else of the weekday.</summary>
internal static class PlantOfDay
{
    private const int DaysOfWeek = 7;

    private static readonly LocalName AsOfFestival = new("{0} today: {1} belongs to it.", "आज {0}: {1} इसका पौधा है।");
    private static readonly LocalName AsOfTithi = new("Today's tithi is {0}'s: {1} is offered.", "आज की तिथि {0} की है: {1} अर्पित होता है।");
    private static readonly LocalName AsOfWeekday = new("{0}: {1} is the plant of the day.", "{0}: {1} आज का पौधा है।");

    // The tithis of deities that every almanac marks, by their number within the half of the month.
    private static readonly Dictionary<int, string> Deities = new() { [4] = "ganesha", [6] = "kartikeya", [8] = "durga", [11] = "vishnu", [13] = "shiva" };

    public static PlantOfDayAnswer Of(AlmanacDay day, int tithi, IEnumerable<string> festivals)
    {
        foreach (var festival in festivals)
            if (CustomPlants.Of(CustomKind.Festival, festival).FirstOrDefault() is { } main)
                return Answer(main, AsOfFestival);
        // Within a festival, deity or weekday that has several plants, weeks take turns.
        var week = day.Date.DayNumber / DaysOfWeek;
        return Deities.TryGetValue((tithi - 1) % 15 + 1, out var deity)
            ? Answer(Turn(CustomKind.Deity, deity, week), AsOfTithi)
            : tithi == 30 ? Answer(Turn(CustomKind.Deity, "pitrs", week), AsOfTithi) : Answer(Turn(CustomKind.Weekday, Charts.Words.Key(day.Vara), week), AsOfWeekday);
    }

    private static CustomPlant Turn(CustomKind kind, string subject, int week)
    {
        var rows = CustomPlants.Of(kind, subject).ToList();
        return rows[week % rows.Count];
    }

    private static PlantOfDayAnswer Answer(CustomPlant row, LocalName why)
    {
        var plant = Jyotish.Remedies.Plants.All.Single(known => known.Slug == row.Slug);
        var reasons = new LocalName(Text(why.En, row.SubjectName.En, plant.Name.En), Text(why.Hi, row.SubjectName.Hi, plant.Name.Hi));
        return new(row.Slug, plant.ScientificName, plant.Name, reasons.En, reasons, row.Subject, row.Source);
    }

    private static string Text(string pattern, string subject, string plant) =>
        pattern.Replace("{0}", subject, StringComparison.Ordinal).Replace("{1}", plant, StringComparison.Ordinal);
}
