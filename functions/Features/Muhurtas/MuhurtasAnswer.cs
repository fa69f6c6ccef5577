using Kundli.Features.Panchang;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Muhurtas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Muhurtas;

/// <summary>The good times that were found, and what shuts the days that have none.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="From">The first date.</param>
/// <param name="To">The last date.</param>
/// <param name="Place">Where, and by which clock.</param>
/// <param name="Conventions">What was used.</param>
/// <param name="People">For how many people's births it was judged; 0 for everybody's.</param>
/// <param name="Items">The windows in the order of time; <see cref="MuhurtaAnswer.Score"/> ranks them.</param>
/// <param name="Refused">The days without a window.</param>
public sealed record MuhurtasAnswer(
    Purpose Purpose, DateOnly From, DateOnly To, PlaceAnswer Place, ConventionsAnswer Conventions, int People, IReadOnlyList<MuhurtaAnswer> Items, IReadOnlyList<RefusedDayAnswer> Refused);

/// <summary>A good time.</summary>
/// <param name="Date">The date with whose sunrise its day begins.</param>
/// <param name="Start">From.</param>
/// <param name="End">Until.</param>
/// <param name="Tithi">1 to 30.</param>
/// <param name="TithiName">Its key.</param>
/// <param name="Nakshatra">The star of the day.</param>
/// <param name="Grade">How good it is.</param>
/// <param name="Score">What speaks for it less what speaks against it, each by the share of the time for which it holds.</param>
/// <param name="For">What speaks for it.</param>
/// <param name="Against">What speaks against it.</param>
public sealed record MuhurtaAnswer(
    DateOnly Date, DateTimeOffset Start, DateTimeOffset End, int Tithi, string TithiName, Nakshatra Nakshatra, MuhurtaGrade Grade, double Score,
    IReadOnlyList<MuhurtaReasonAnswer> For, IReadOnlyList<MuhurtaReasonAnswer> Against)
{
    private const double GoodScore = 2;
    private const int ScoreDigits = 2;

    /// <summary>A window as it is written.</summary>
    public static MuhurtaAnswer Of(DateOnly date, MuhurtaWindow window)
    {
        var against = Reasons(window, Verdict.Against);
        var grade = against.Count == 0 ? MuhurtaGrade.Excellent : window.Score >= GoodScore ? MuhurtaGrade.Good : MuhurtaGrade.Fair;
        return new(
            date, window.Time.Start.ToDateTimeOffset(), window.Time.End.ToDateTimeOffset(), window.Tithi, FiveLimbs.TithiKey(window.Tithi), window.Star, grade,
            Math.Round(window.Score, ScoreDigits), Reasons(window, Verdict.For), against);
    }

    private static IReadOnlyList<MuhurtaReasonAnswer> Reasons(MuhurtaWindow window, Verdict verdict) =>
        [.. window.Marks.Where(mark => mark.Reason.Verdict == verdict)
            .Select(mark => MuhurtaReasonAnswer.Of(mark.Reason, mark.Time == window.Time ? null : mark.Time))];
}

/// <summary>How good a time is.</summary>
public enum MuhurtaGrade
{
    /// <summary>Nothing speaks against it.</summary>
    Excellent,

    /// <summary>Much more speaks for it than against it.</summary>
    Good,

    /// <summary>It is not forbidden.</summary>
    Fair,
}

/// <summary>A reason.</summary>
/// <param name="Rule">The rule's key.</param>
/// <param name="Text">A sentence in English.</param>
/// <param name="Texts">The same in English and in Hindi.</param>
/// <param name="Source">The book or the custom.</param>
/// <param name="Person">Whose birth it is about, from 1; the chart's owner first. Null when it holds for everybody.</param>
/// <param name="Start">From when within the window; null for all of it.</param>
/// <param name="End">Until when.</param>
public sealed record MuhurtaReasonAnswer(string Rule, string Text, LocalName Texts, string Source, int? Person, DateTimeOffset? Start, DateTimeOffset? End)
{
    /// <summary>A reason as it is written.</summary>
    public static MuhurtaReasonAnswer Of(MuhurtaReason reason, Period? time = null) =>
        new(reason.Id, reason.Text.En, reason.Text, reason.Source, reason.Person, time?.Start.ToDateTimeOffset(), time?.End.ToDateTimeOffset());
}

/// <summary>A day without a good time.</summary>
/// <param name="Date">The date.</param>
/// <param name="Reasons">What forbids it, the longest first; together they leave no ghati open.</param>
public sealed record RefusedDayAnswer(DateOnly Date, IReadOnlyList<MuhurtaReasonAnswer> Reasons);
