using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Almanac;

/// <summary>A day of a place as the almanac sees it: from its sunrise to the next.</summary>
/// <param name="Date">The civil date on which the Sun rises.</param>
/// <param name="Civil">The civil day, from midnight to midnight.</param>
/// <param name="Sunrise">The sunrise of the civil day, or why there is none.</param>
/// <param name="Sunset">The sunset that follows it; without a sunrise, that of the civil day.</param>
/// <param name="NextSunrise">The sunrise that ends the day.</param>
public sealed record AlmanacDay(DateOnly Date, Period Civil, SkyEvent Sunrise, SkyEvent Sunset, SkyEvent NextSunrise)
{
    /// <summary>The weekday: that of the civil date on which the Sun rises.</summary>
    public Vara Vara => (Vara)Date.DayOfWeek;

    /// <summary>Whether the day runs from sunrise to sunrise; where the Sun does not rise it is the civil day.</summary>
    public bool IsFromSunrise => Sunrise.Instant is not null;

    /// <summary>The whole day: from sunrise to sunrise, or as much of that as there is.</summary>
    public Period Whole => Sunrise.Instant is { } sunrise ? new(sunrise, NextSunrise.Instant ?? sunrise + 1) : Civil;

    /// <summary>From sunrise to sunset, or null.</summary>
    public Period? Daytime => Of(Sunrise, Sunset);

    /// <summary>From sunset to the next sunrise, or null.</summary>
    public Period? Night => Of(Sunset, NextSunrise);

    private static Period? Of(SkyEvent start, SkyEvent end) => start.Instant is { } from && end.Instant is { } until && from < until ? new Period(from, until) : null;
}
