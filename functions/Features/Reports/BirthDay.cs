using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;
using NodaTime;

namespace Kundli.Features.Reports;

/// <summary>A part of a day in which something holds.</summary>
/// <param name="Value">What holds.</param>
/// <param name="From">From when on.</param>
/// <param name="Until">Until when; the day's end for the last part.</param>
/// <typeparam name="T">A sign or a star.</typeparam>
internal sealed record DayPart<T>(T Value, Instant From, Instant Until)
{
    /// <summary>An instant well within it.</summary>
    public Instant Middle => From + ((Until - From) / 2);
}

/// <summary>The day of a birth whose time is not known: what changes within it, and what holds from its first minute to its last.</summary>
internal sealed class BirthDay
{
    private readonly FoundChart _found;
    private readonly BirthMoment _day;
    private readonly ChartConventions _conventions;

    private BirthDay(FoundChart found, BirthMoment day)
    {
        (_found, _day) = (found, day);
        // Signs and yogas are counted by whole signs, which every latitude has.
        _conventions = found.Settings.ToConventions() with { HouseSystem = HouseSystem.WholeSign };
        (First, Last) = (At(day.DayStart), At(day.DayEnd));
    }

    /// <summary>The sky when the day begins.</summary>
    public BirthChart First { get; }

    /// <summary>The sky when it ends.</summary>
    public BirthChart Last { get; }

    /// <summary>The day of a birth without a time; null for any other chart.</summary>
    public static BirthDay? Of(FoundChart found) => found is { TimeIsKnown: false, Moment: { } day } ? new(found, day) : null;

    /// <summary>The chart of an instant of the day, with its lagna.</summary>
    public BirthChart At(Instant instant) => BirthChart.At(BirthMoment.JulianDayOf(instant), _day.Observer, _conventions, timeIsKnown: true);

    /// <summary>The sky of an instant without a lagna, for what must not depend on it.</summary>
    public FoundChart SkyAt(Instant instant) => _found with { Chart = BirthChart.At(BirthMoment.JulianDayOf(instant), _day.Observer, _conventions, timeIsKnown: false) };

    /// <summary>The first instant of the day, and its end.</summary>
    public IReadOnlyList<Instant> Edges => [_day.DayStart, _day.DayEnd];

    /// <summary>What the clock of the place showed.</summary>
    public string Clock(Instant instant) => instant == _day.DayEnd ? "24:00" : _day.LocalAt(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Instants at equal distances, from the day's first on.</summary>
    public IEnumerable<Instant> Every(Duration step)
    {
        for (var at = _day.DayStart; at < _day.DayEnd; at += step)
            yield return at;
    }

    /// <summary>The end of a step that begins at an instant: the day may end before.</summary>
    public Instant EndOf(Instant at, Duration step) => Instant.Min(at + step, _day.DayEnd);

    /// <summary>The signs of a graha, one after the other.</summary>
    public IReadOnlyList<DayPart<Rashi>> Signs(Graha graha)
    {
        var parts = new List<DayPart<Rashi>>();
        var (sign, from) = (First.Sign(graha), _day.DayStart);
        foreach (var change in Changes.OfSignBetween(graha, BirthMoment.JulianDayOf(_day.DayStart), BirthMoment.JulianDayOf(_day.DayEnd), _conventions))
        {
            var at = Instant.FromDateTimeOffset(change.Instant.ToDateTimeOffset());
            parts.Add(new(sign, from, at));
            (sign, from) = (change.To, at);
        }
        return [.. parts, new(sign, from, _day.DayEnd)];
    }

    /// <summary>The Moon's stars, one after the other.</summary>
    public IReadOnlyList<DayPart<Nakshatra>> Stars() => BirthStars.Of(_found).Candidates is { } candidates
        ? [.. candidates.Select(candidate => new DayPart<Nakshatra>(candidate.Nakshatra, InstantOf(candidate.From) ?? _day.DayStart, InstantOf(candidate.Until) ?? _day.DayEnd))]
        : [new(First[Graha.Moon].Longitude.Nakshatra, _day.DayStart, _day.DayEnd)];

    private static Instant? InstantOf(DateTimeOffset? at) => at is { } there ? Instant.FromDateTimeOffset(there) : null;
}
