using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>The dashas that can be asked for.</summary>
public enum DashaSystem
{
    /// <summary>120 years from the Moon.</summary>
    Vimshottari,

    /// <summary>36 years from the Moon.</summary>
    Yogini,

    /// <summary>108 years from the Moon.</summary>
    Ashtottari,

    /// <summary>Signs from the lagna.</summary>
    Chara,

    /// <summary>Signs from the stronger of lagna and seventh.</summary>
    Narayana,
}

/// <summary>What is asked of the dashas view.</summary>
/// <param name="System">Which dasha.</param>
/// <param name="Depth">Levels, 1 to 5.</param>
/// <param name="From">Only periods that end after this.</param>
/// <param name="To">Only periods that start before this.</param>
public sealed record DashaQuery(DashaSystem System = DashaSystem.Vimshottari, int Depth = 2, DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <summary>The rules of the dashas view.</summary>
public sealed class DashaQueryRules : AbstractValidator<DashaQuery>
{
    /// <summary>The rules.</summary>
    public DashaQueryRules()
    {
        RuleFor(query => query.Depth).InclusiveBetween(1, DashaSpan.DepthMax).WithMessage($"must be from 1 to {DashaSpan.DepthMax}.");
        RuleFor(query => query.From).NotNull().When(query => query.Depth >= Limits.DashaDepthOfSpan).WithMessage($"is needed from depth {Limits.DashaDepthOfSpan} on.");
        RuleFor(query => query.To).NotNull().When(query => query.Depth >= Limits.DashaDepthOfSpan).WithMessage($"is needed from depth {Limits.DashaDepthOfSpan} on.");
        RuleFor(query => query.To).Must((query, to) => to > query.From).When(query => query.From is not null && query.To is not null).WithMessage("must be later than from.");
    }
}

/// <summary>The dashas view.</summary>
/// <param name="Dasha">The dasha.</param>
/// <param name="Current">The periods of each level that run now, maha first.</param>
/// <param name="Conventions">Every convention that was used.</param>
public sealed record DashasAnswer(DashaAnswer Dasha, IReadOnlyList<DashaPeriodAnswer> Current, ChartSettings Conventions);

/// <summary>The periods of a dasha to any level, without computing those that are not asked for.</summary>
/// <param name="draw">Finds the chart.</param>
/// <param name="clock">Says what runs now.</param>
public sealed class ChartDashas(DrawChart draw, TimeProvider clock)
{
    /// <summary>Days for which the periods of a depth are bounded without being computed: a prana lasts a few hours.</summary>
    private const double DeepDaysMax = 366;

    /// <summary>The periods; refused when there are too many, or when the Moon or the time of birth is not known.</summary>
    public Outcome<DashasAnswer> Run(ChartRequest request, DashaQuery query) => draw.Find(request).Then(found => Of(found, query));

    private Outcome<DashasAnswer> Of(FoundChart found, DashaQuery query)
    {
        if (found.Moment is not null && !found.TimeIsKnown)
            return Problem.Invalid(new FieldError("/birth/time", "is missing: a dasha needs a time of birth."));
        if (query.Depth == DashaSpan.DepthMax && query.To - query.From > TimeSpan.FromDays(DeepDaysMax))
            return TooMany();
        var now = JulianDayUt.From(clock.GetUtcNow());
        // Without a birth there are no dates: the order and the years are answered.
        var span = found.Moment is null ? new DashaSpan(1) : new DashaSpan(query.Depth, Day(query.From), Day(query.To));
        return RashiDashas.Find(Words.Key(query.System)) is { } dasha ? OfSigns(found, dasha, span, now) : OfGrahas(found, NakshatraDashas.Find(Words.Key(query.System))!, span, now);
    }

    private static Outcome<DashasAnswer> OfGrahas(FoundChart found, NakshatraDasha dasha, DashaSpan span, JulianDayUt now)
    {
        if (!found.Chart.Has(Graha.Moon))
            return Problem.Invalid(new FieldError("/longitudes/moon", "is missing: this dasha starts from the Moon."));
        var answer = DashaDrawing.Of(dasha, found, span) with { Cycle = DashaDrawing.Cycle(dasha, found.Chart[Graha.Moon].Longitude) };
        return Checked(answer, found.Moment is null ? [] : DashaDrawing.Path(dasha, found, now), found.Settings);
    }

    private static Outcome<DashasAnswer> OfSigns(FoundChart found, RashiDasha dasha, DashaSpan span, JulianDayUt now)
    {
        var missing = Grahas.Nine.Where(graha => !found.Chart.Has(graha)).Select(Words.Key).ToList();
        if (found.Chart.Lagna is null)
            missing.Insert(0, "lagna");
        return missing.Count > 0
            ? Problem.Invalid([.. missing.Select(name => new FieldError($"/longitudes/{name}", "is missing: a dasha of signs reads lagna and all nine grahas."))])
            : Checked(DashaDrawing.Of(dasha, found, span), found.Moment is null ? [] : DashaDrawing.Path(dasha, found, now), found.Settings);
    }

    private static Outcome<DashasAnswer> Checked(DashaAnswer answer, IReadOnlyList<DashaPeriodAnswer> current, ChartSettings settings) =>
        Count(answer.Periods ?? []) > Limits.DashaPeriodsMax ? TooMany() : new DashasAnswer(answer, current, settings);

    private static Problem TooMany() =>
        Problem.Invalid(new FieldError("?to", $"asks for more than {Limits.DashaPeriodsMax} periods: take a shorter span or fewer levels."));

    private static JulianDayUt? Day(DateTimeOffset? instant) => instant is { } there ? JulianDayUt.From(there) : null;

    private static int Count(IReadOnlyList<DashaPeriodAnswer> periods) => periods.Sum(period => 1 + Count(period.Periods));
}
