using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Compatibility;
using Kundli.Jyotish.Doshas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Matching;

/// <summary>A bride and a groom.</summary>
/// <param name="Bride">Her birth, or longitudes with at least the Moon.</param>
/// <param name="Groom">His birth, or longitudes with at least the Moon.</param>
/// <param name="Settings">Conventions of both charts.</param>
public sealed record MatchRequest(MatchPerson Bride, MatchPerson Groom, ChartSettings? Settings = null);

/// <summary>One of the two.</summary>
/// <param name="Birth">A birth.</param>
/// <param name="Longitudes">Or sidereal longitudes.</param>
/// <param name="Name">What to call the person.</param>
public sealed record MatchPerson(BirthInput? Birth = null, IReadOnlyDictionary<string, double>? Longitudes = null, string? Name = null)
{
    /// <summary>The same as a request for a chart.</summary>
    public ChartRequest ToChart(ChartSettings? settings) => new(Name, Birth, Longitudes, settings);
}

/// <summary>The rules of a match.</summary>
public sealed class MatchRequestRules : AbstractValidator<MatchRequest>
{
    /// <summary>The rules.</summary>
    public MatchRequestRules()
    {
        RuleFor(match => match.Bride).SetValidator(new MatchPersonRules());
        RuleFor(match => match.Groom).SetValidator(new MatchPersonRules());
        RuleFor(match => match.Settings!).SetValidator(new ChartSettingsRules()).When(match => match.Settings is not null);
    }
}

/// <summary>The rules of one of the two.</summary>
public sealed class MatchPersonRules : AbstractValidator<MatchPerson>
{
    /// <summary>The rules.</summary>
    public MatchPersonRules()
    {
        RuleFor(person => person.Name).MaximumLength(Charts.Limits.NameLengthMax).WithMessage($"must have at most {Charts.Limits.NameLengthMax} characters.");
        RuleFor(person => person.Birth).NotNull().When(person => person.Longitudes is null).WithMessage("is missing: send a birth, or longitudes in its place.");
        RuleFor(person => person.Longitudes).Null().When(person => person.Birth is not null).WithMessage("must not stand beside a birth: send one of the two.");
        RuleFor(person => person.Birth!).SetValidator(new BirthInputRules()).When(person => person.Birth is not null);
        RuleFor(person => person.Longitudes!).SetValidator(new LongitudesRules()).When(person => person.Longitudes is not null);
        RuleFor(person => person.Longitudes).Must(longitudes => longitudes!.ContainsKey("moon")).When(person => person.Longitudes is not null)
            .OverridePropertyName("Longitudes.Moon").WithMessage("is missing: a match reads at least the moon.");
    }
}

/// <summary>A match.</summary>
/// <param name="RawScore">The sum by the tables.</param>
/// <param name="Score">The sum after the exceptions.</param>
/// <param name="Maximum">36.</param>
/// <param name="Kutas">The eight parts.</param>
/// <param name="Poruthams">The ten agreements of the South.</param>
/// <param name="Manglik">Mars of both.</param>
/// <param name="Doshas">Gana, bhakoot or nadi that stay at nothing after the exceptions.</param>
/// <param name="Verdict">A neutral word on the score.</param>
/// <param name="VerdictHindi">The same in Hindi.</param>
/// <param name="Notes">What the numbers mean and don't.</param>
/// <param name="Certain">False when a time of birth is missing and a nakshatra is not certain.</param>
/// <param name="Conventions">Every convention that was used.</param>
public sealed record MatchAnswer(
    double RawScore, double Score, int Maximum, IReadOnlyList<KutaAnswer> Kutas, IReadOnlyList<PoruthamScore> Poruthams, MatchManglikAnswer Manglik,
    IReadOnlyList<Kuta> Doshas, string Verdict, string VerdictHindi, IReadOnlyList<LocalName> Notes, bool Certain, ChartSettings Conventions);

/// <summary>One kuta.</summary>
/// <param name="Name">Which.</param>
/// <param name="RawScore">By the table.</param>
/// <param name="Score">After the exceptions.</param>
/// <param name="Maximum">The most.</param>
/// <param name="Exceptions">The exceptions that apply.</param>
/// <param name="Meaning">What it looks at.</param>
public sealed record KutaAnswer(Kuta Name, double RawScore, double Score, int Maximum, IReadOnlyList<string> Exceptions, LocalName Meaning);

/// <summary>Mars of both.</summary>
/// <param name="Bride">Hers, if known.</param>
/// <param name="Groom">His, if known.</param>
/// <param name="Balanced">Whether both or neither have it, cancellations counted; absent when not both are known.</param>
public sealed record MatchManglikAnswer(ManglikAnswer? Bride, ManglikAnswer? Groom, bool? Balanced);

/// <summary>Guna milan and porutham of two charts. Nothing is stored.</summary>
/// <param name="draw">Finds the charts.</param>
public sealed class MatchCharts(DrawChart draw)
{
    /// <summary>The match; a problem of either birth names its field under <c>/bride</c> or <c>/groom</c>.</summary>
    public Outcome<MatchAnswer> Run(MatchRequest request)
    {
        var bride = Find(request.Bride, request.Settings, "/bride");
        var groom = Find(request.Groom, request.Settings, "/groom");
        if (bride.IsOk && groom.IsOk)
            return Of(bride.Value, groom.Value);
        return Problem.Invalid([.. bride.Problem?.Errors ?? [], .. groom.Problem?.Errors ?? []]) with { Detail = bride.Problem?.Detail ?? groom.Problem?.Detail };
    }

    private Outcome<FoundChart> Find(MatchPerson person, ChartSettings? settings, string pointer)
    {
        var found = draw.Find(person.ToChart(settings));
        return found.IsOk ? found : found.Problem with { Errors = [.. found.Problem.Errors.Select(error => error.Pointer.StartsWith("/settings", StringComparison.Ordinal) ? error : error with { Pointer = pointer + error.Pointer })] };
    }

    private static MatchAnswer Of(FoundChart bride, FoundChart groom)
    {
        var (hers, his) = (new MoonPlace(bride.Chart[Graha.Moon].Longitude), new MoonPlace(groom.Chart[Graha.Moon].Longitude));
        var kutas = Kutas.Of(hers, his);
        var verdict = MatchTexts.Verdict(kutas.Sum(kuta => kuta.Score));
        var (brideMars, groomMars) = (Manglik.Of(bride.Chart), Manglik.Of(groom.Chart));
        bool? balanced = brideMars is null || groomMars is null ? null : (brideMars.Present && !brideMars.Cancelled) == (groomMars.Present && !groomMars.Cancelled);
        return new(
            kutas.Sum(kuta => kuta.RawScore), kutas.Sum(kuta => kuta.Score), Kutas.Maximum,
            [.. kutas.Select(kuta => new KutaAnswer(kuta.Kuta, kuta.RawScore, kuta.Score, kuta.Maximum, kuta.Exceptions, MatchTexts.Meaning(kuta.Kuta)))],
            Poruthams.Of(hers, his),
            new(DoshaDrawing.Of(brideMars), DoshaDrawing.Of(groomMars), balanced),
            [.. kutas.Where(kuta => kuta.Score == 0 && kuta.Kuta >= Kuta.Gana).Select(kuta => kuta.Kuta)],
            verdict.En, verdict.Hi, MatchTexts.Notes,
            BirthStars.IsCertain(bride) && BirthStars.IsCertain(groom),
            bride.Settings);
    }
}
