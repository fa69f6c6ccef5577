namespace Kundli.Features.Delivery;

/// <summary>A parcel's journey.</summary>
/// <param name="Dispatch">Local date on which it leaves.</param>
/// <param name="Arrival">Local date by which it is there.</param>
public sealed record Journey(DateOnly Dispatch, DateOnly Arrival);

/// <summary>
/// Working days of the carriers: no Sundays, no national holidays (26 January, 15 August, 2 October), none of the days given. A living plant leaves
/// only if no such day falls into its journey, so that it never lies in a warehouse, and only when no heat or monsoon holds it.
/// </summary>
public sealed class DeliveryCalendar(IReadOnlySet<DateOnly> holidays)
{
    /// <summary>How far ahead a journey is looked for: longer than the longest seasonal hold and a week.</summary>
    public const int SearchDaysMax = 90;

    /// <summary>With the national holidays alone.</summary>
    public static DeliveryCalendar Default { get; } = new(new HashSet<DateOnly>());

    /// <summary>Whether carriers work.</summary>
    public bool IsWorking(DateOnly day) =>
        day.DayOfWeek != DayOfWeek.Sunday && (day.Month, day.Day) is not ((1, 26) or (8, 15) or (10, 2)) && !holidays.Contains(day);

    /// <summary>The working day that follows a day by so many working days; the day itself for none.</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        for (var step = 0; step < workingDays; step++)
            day = Next(day);
        return day;
    }

    /// <summary>The working day that precedes a day by so many working days; the day itself for none.</summary>
    public DateOnly Before(DateOnly day, int workingDays)
    {
        for (var step = 0; step < workingDays; step++)
            do
                day = day.AddDays(-1);
            while (!IsWorking(day));
        return day;
    }

    /// <summary>How many working days a journey takes.</summary>
    public int WorkingDays(Journey journey)
    {
        var count = 0;
        for (var day = journey.Dispatch; day < journey.Arrival && count < SearchDaysMax; count++)
            day = Next(day);
        return count;
    }

    /// <summary>The first journey of a parcel that is ready on a day and travels for so many working days; null if there is none within <see cref="SearchDaysMax"/> days.</summary>
    /// <param name="ready">From when on it can leave.</param>
    /// <param name="workingDays">How long it travels.</param>
    /// <param name="unbroken">Whether no day without carriers may fall into the journey.</param>
    /// <param name="holds">Seasons none of whose days may fall into it; empty for none.</param>
    public Journey? Plan(DateOnly ready, int workingDays, bool unbroken, IReadOnlyList<SeasonalHold> holds)
    {
        for (var day = ready; day.DayNumber < ready.DayNumber + SearchDaysMax; day = day.AddDays(1))
        {
            if (!IsWorking(day))
                continue;
            var arrival = After(day, workingDays);
            if ((!unbroken || arrival.DayNumber - day.DayNumber == workingDays) && !IsHeld(day, arrival, holds))
                return new Journey(day, arrival);
        }
        return null;
    }

    private static bool IsHeld(DateOnly dispatch, DateOnly arrival, IReadOnlyList<SeasonalHold> holds)
    {
        for (var day = dispatch; holds.Count > 0 && day <= arrival; day = day.AddDays(1))
            if (holds.Any(hold => hold.IsOn(day)))
                return true;
        return false;
    }

    private DateOnly Next(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (!IsWorking(day));
        return day;
    }
}
