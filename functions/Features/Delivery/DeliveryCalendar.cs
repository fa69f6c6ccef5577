namespace Kundli.Features.Delivery;

/// <summary>
/// Working days of the carriers: no Sundays, no national holidays (26 January, 15 August, 2 October), none of the days given. A living plant leaves
/// only if no such day falls into its journey, so that it never lies in a warehouse.
/// </summary>
public sealed class DeliveryCalendar(IReadOnlySet<DateOnly> holidays)
{
    /// <summary>How far ahead a journey without a pause is looked for.</summary>
    public const int SearchDaysMax = 30;

    /// <summary>With the national holidays alone.</summary>
    public static DeliveryCalendar Default { get; } = new(new HashSet<DateOnly>());

    /// <summary>Whether carriers work.</summary>
    public bool IsWorking(DateOnly day) =>
        day.DayOfWeek != DayOfWeek.Sunday && (day.Month, day.Day) is not ((1, 26) or (8, 15) or (10, 2)) && !holidays.Contains(day);

    /// <summary>Dispatch and arrival of a parcel that is ready on a day and travels for so many working days.</summary>
    public (DateOnly Dispatch, DateOnly Arrival) Plan(DateOnly ready, int workingDays, bool unbroken)
    {
        for (var day = ready; day.DayNumber < ready.DayNumber + SearchDaysMax; day = day.AddDays(1))
        {
            if (!IsWorking(day))
                continue;
            var arrival = Arrival(day, workingDays);
            if (!unbroken || arrival.DayNumber - day.DayNumber == workingDays)
                return (day, arrival);
        }
        // No journey without a pause within reach (a long one always crosses a Sunday): the one that begins a week, right after its pause.
        var monday = ready.AddDays(((int)DayOfWeek.Monday - (int)ready.DayOfWeek + 7) % 7);
        var first = IsWorking(monday) ? monday : Next(monday);
        return (first, Arrival(first, workingDays));
    }

    private DateOnly Arrival(DateOnly dispatch, int workingDays)
    {
        var day = dispatch;
        for (var step = 0; step < workingDays; step++)
            day = Next(day);
        return day;
    }

    private DateOnly Next(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (!IsWorking(day));
        return day;
    }
}
