using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>A stretch of time in which nothing forbids the purpose, within one tithi and one star.</summary>
/// <param name="Time">From when until when.</param>
/// <param name="Tithi">1 to 30.</param>
/// <param name="Star">The Moon's.</param>
/// <param name="Marks">What speaks for and against it, each with its time within.</param>
public sealed record MuhurtaWindow(Period Time, int Tithi, Nakshatra Star, IReadOnlyList<MuhurtaMark> Marks)
{
    /// <summary>What speaks for it less what speaks against it, each by the share of the time for which it holds.</summary>
    public double Score => Marks.Sum(mark => mark.Time.Days / Time.Days * (mark.Reason.Verdict == Verdict.For ? 1 : -1));
}

/// <summary>What a day has for a purpose.</summary>
/// <param name="Day">The day.</param>
/// <param name="Windows">Its good times, in order.</param>
/// <param name="Refusals">Without any: what forbids it, the longest first.</param>
public sealed record MuhurtaDay(AlmanacDay Day, IReadOnlyList<MuhurtaWindow> Windows, IReadOnlyList<MuhurtaReason> Refusals);

/// <summary>
/// Searches a day for times that are good for a purpose: the time of the day less everything that forbids, cut where tithi or star change, with what is left to
/// say about each piece. (Muhurta Chintamani and Raman's Muhurtha for the rules; each reason names its own.)
/// </summary>
/// <param name="rules">What the purpose asks.</param>
/// <param name="almanac">The place.</param>
/// <param name="people">For whom; nobody in particular when empty.</param>
/// <param name="direction">Of a journey, or null.</param>
public sealed class MuhurtaSearch(PurposeRules rules, PlaceAlmanac almanac, IReadOnlyList<MuhurtaPerson> people, Direction? direction = null)
{
    /// <summary>A window lasts a ghati at least.</summary>
    private const double DaysMin = 1.0 / 60;

    private const int RefusalsMax = 4;

    /// <summary>The windows of a date, from its sunrise on.</summary>
    /// <exception cref="Kundli.Astronomy.SkyException">The day or one of its neighbours is outside the ephemeris.</exception>
    public MuhurtaDay Of(DateOnly date)
    {
        var day = almanac.Day(date);
        // Where the Sun does not set, or not rise, the day is taken as it is.
        var time = rules.ByNight ? day.Whole : day.Daytime ?? day.Whole;
        MuhurtaMark[] marks =
        [
            .. SeasonMarks.Of(rules, day, almanac), .. LimbMarks.Of(rules, day, almanac), .. KalamMarks.Of(rules, day, almanac, direction), .. Personal(day),
        ];
        var open = Without(time, marks);
        // The rising signs are many and dear: they are asked for what is left.
        MuhurtaMark[] risings = [.. open.SelectMany(left => LagnaMarks.Of(rules, left, almanac, people))];
        MuhurtaWindow[] windows =
        [
            .. open.SelectMany(left => Without(left, risings)).SelectMany(Cut).Where(piece => piece.Time.Days >= DaysMin)
                .Select(piece => new MuhurtaWindow(piece.Time, piece.Tithi, piece.Star, Within(piece.Time, [.. marks, .. risings]))),
        ];
        return new(day, windows, windows.Length > 0 ? [] : Refusals(time, [.. marks, .. risings]));
    }

    private IEnumerable<MuhurtaMark> Personal(AlmanacDay day)
    {
        foreach (var star in people.Count == 0 ? [] : almanac.Limbs(Limb.Nakshatra, day.Whole))
            for (var i = 0; i < people.Count; i++)
                yield return new(people[i].Tarabala((Nakshatra)(star.Number - 1), i + 1), star.Period);
        if (people.Count == 0)
            yield break;
        var tithi = almanac.LimbAt(Limb.Tithi, day.Whole.Start).Number;
        foreach (var (sign, time) in MoonSigns(day.Whole))
            for (var i = 0; i < people.Count; i++)
                yield return new(people[i].Chandrabala(sign, tithi, i + 1), time);
    }

    /// <summary>The Moon's signs over a day: one, or two.</summary>
    private IEnumerable<(Rashi Sign, Period Time)> MoonSigns(Period day)
    {
        var sign = new Kundli.Astronomy.Sky.SiderealLongitude(SunAndMoon.Read(Dial.Moon, day.Start.ToTt(), almanac.Ayanamsa).Degrees).Rashi;
        var start = day.Start;
        while (start < day.End)
        {
            var edge = SunAndMoon.Passage(Dial.Moon, (int)sign.Plus(1) * Longitudes.RashiSpan, start.ToTt() + 1, almanac.Ayanamsa).ToUt();
            yield return (sign, new(start, edge < day.End ? edge : day.End));
            (start, sign) = (edge, sign.Plus(1));
        }
    }

    /// <summary>What is left of a time when all that is forbidden is taken out.</summary>
    private static List<Period> Without(Period time, IEnumerable<MuhurtaMark> marks)
    {
        var left = new List<Period>();
        var from = time.Start;
        foreach (var shut in marks.Where(mark => mark.Reason.Verdict == Verdict.Forbids).Select(mark => mark.Time).OrderBy(shut => shut.Start))
        {
            if (shut.Start >= time.End)
                break;
            if (shut.Start > from)
                left.Add(new(from, shut.Start));
            if (shut.End > from)
                from = shut.End;
        }
        if (from < time.End)
            left.Add(new(from, time.End));
        return left;
    }

    /// <summary>Cuts a time where tithi or star change.</summary>
    private IEnumerable<(Period Time, int Tithi, Nakshatra Star)> Cut(Period time) =>
        from tithi in almanac.Limbs(Limb.Tithi, time)
        from star in almanac.Limbs(Limb.Nakshatra, time)
        let start = Latest(time.Start, tithi.Start, star.Start)
        let end = Earliest(time.End, tithi.End, star.End)
        where start < end
        orderby start
        select (new Period(start, end), tithi.Number, (Nakshatra)(star.Number - 1));

    private static List<MuhurtaMark> Within(Period time, IEnumerable<MuhurtaMark> marks) =>
        [.. marks.Where(mark => mark.Reason.Verdict != Verdict.Forbids && mark.Time.Overlap(time) > 0)
            .Select(mark => mark with { Time = new(Latest(time.Start, mark.Time.Start), Earliest(time.End, mark.Time.End)) })];

    private static List<MuhurtaReason> Refusals(Period time, IEnumerable<MuhurtaMark> marks) =>
        [.. marks.Where(mark => mark.Reason.Verdict == Verdict.Forbids && mark.Time.Overlap(time) > 0)
            .OrderByDescending(mark => mark.Time.Overlap(time)).Select(mark => mark.Reason).DistinctBy(reason => (reason.Id, reason.Text, reason.Person)).Take(RefusalsMax)];

    private static JulianDayUt Latest(params ReadOnlySpan<JulianDayUt> instants)
    {
        var found = instants[0];
        foreach (var instant in instants)
            if (instant > found)
                found = instant;
        return found;
    }

    private static JulianDayUt Earliest(params ReadOnlySpan<JulianDayUt> instants)
    {
        var found = instants[0];
        foreach (var instant in instants)
            if (instant < found)
                found = instant;
        return found;
    }
}
