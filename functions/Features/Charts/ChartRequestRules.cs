using FluentValidation;
using Kundli.Jyotish.Vargas;
using NodaTime;

namespace Kundli.Features.Charts;

/// <summary>What a request for a chart must keep.</summary>
public sealed class ChartRequestRules : AbstractValidator<ChartRequest>
{
    /// <summary>The rules.</summary>
    public ChartRequestRules()
    {
        RuleFor(request => request.Name).MaximumLength(Limits.NameLengthMax).WithMessage($"must have at most {Limits.NameLengthMax} characters.");
        RuleFor(request => request.Birth).NotNull().When(request => request.Longitudes is null).WithMessage("is missing: send a birth, or longitudes in its place.");
        RuleFor(request => request.Longitudes).Null().When(request => request.Birth is not null).WithMessage("must not stand beside a birth: send one of the two.");
        RuleFor(request => request.Birth!).SetValidator(new BirthInputRules()).When(request => request.Birth is not null);
        RuleFor(request => request.Longitudes!).SetValidator(new LongitudesRules()).When(request => request.Longitudes is not null);
        RuleFor(request => request.Settings!).SetValidator(new ChartSettingsRules()).When(request => request.Settings is not null);
    }
}

/// <summary>What a birth must keep.</summary>
public sealed class BirthInputRules : AbstractValidator<BirthInput>
{
    /// <summary>The rules.</summary>
    public BirthInputRules()
    {
        RuleFor(birth => birth.Date).Must(date => BirthText.Date(date) is { } day && day.Year is >= Limits.YearMin and <= Limits.YearMax)
            .WithMessage($"must be a date of the calendar as yyyy-MM-dd, from {Limits.YearMin}-01-01 to {Limits.YearMax}-12-31.");
        RuleFor(birth => birth.Time).Must(time => BirthText.Time(time!) is not null).When(birth => birth.Time is not null)
            .WithMessage("must be a time of day as HH:mm, HH:mm:ss or HH:mm:ss.fff.");
        RuleFor(birth => birth.Time).NotNull().When(birth => birth.TimeAccuracy != TimeAccuracy.Unknown)
            .WithMessage("is missing: say timeAccuracy \"unknown\" if nobody knows it.");
        RuleFor(birth => birth.TimeAccuracy).NotEqual(TimeAccuracy.Unknown).When(birth => birth.Time is not null)
            .WithMessage("must not be \"unknown\" beside a time.");
        RuleFor(birth => birth.Latitude).InclusiveBetween(-90, 90).WithMessage("must be from -90 to 90 degrees.");
        RuleFor(birth => birth.Longitude).InclusiveBetween(-180, 180).WithMessage("must be from -180 to 180 degrees.");
        RuleFor(birth => birth.TimeZone).Must(zone => zone!.Length <= Limits.WordLengthMax && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null)
            .When(birth => birth.TimeZone is not null).WithMessage("must be a zone of the IANA database, as Asia/Kolkata.");
        RuleFor(birth => birth.UtcOffset).Must(offset => BirthText.Offset(offset!) is not null).When(birth => birth.UtcOffset is not null)
            .WithMessage($"must be an offset as +05:30 or +05:53:28, at most {Limits.OffsetHoursMax} hours.");
        RuleFor(birth => birth.Place).MaximumLength(Limits.PlaceLengthMax).WithMessage($"must have at most {Limits.PlaceLengthMax} characters.");
    }
}

/// <summary>What given longitudes must keep. Nodes need not stand opposite: constructed examples of books have such, and they are taken as given.</summary>
public sealed class LongitudesRules : AbstractValidator<IReadOnlyDictionary<string, double>>
{
    /// <summary>The rules.</summary>
    public LongitudesRules() => RuleFor(longitudes => longitudes).Custom((longitudes, context) =>
    {
        if (longitudes.Count == 0)
            context.AddFailure("", "must hold at least one longitude.");
        foreach (var (name, degrees) in longitudes.Take(GivenLongitudes.NamesMax))
            if (!GivenLongitudes.IsName(name))
                context.AddFailure(name, "is no graha: lagna, sun, moon, mars, mercury, jupiter, venus, saturn, rahu or ketu.");
            else if (!(degrees is >= 0 and <= 360))
                context.AddFailure(name, "must be sidereal degrees from 0 to 360.");
    });
}

/// <summary>What the settings of a chart must keep.</summary>
public sealed class ChartSettingsRules : AbstractValidator<ChartSettings>
{
    private static readonly string Readings = string.Join("; ", VargaRules.All.Where(varga => VargaRules.VariantsOf(varga).Count > 1)
        .Select(varga => $"{Words.Key(varga)} {string.Join(", ", VargaRules.VariantsOf(varga).Select(Words.Key))}"));

    /// <summary>The rules.</summary>
    public ChartSettingsRules()
    {
        RuleFor(settings => settings.DashaDepth).InclusiveBetween(1, Limits.DashaDepthMax)
            .WithMessage($"must be from 1 to {Limits.DashaDepthMax}; deeper levels are in the dashas view.");
        RuleFor(settings => settings.Vargas).Must(vargas => vargas!.Count <= Limits.VargasMax && vargas.Distinct().Count() == vargas.Count)
            .When(settings => settings.Vargas is not null).WithMessage("must name each division once.");
        RuleFor(settings => settings.Variants).Custom((variants, context) =>
        {
            foreach (var (name, variant) in variants!.Take(Limits.VargasMax + 1))
                if (!VargaRules.All.Any(varga => Words.Key(varga) == name && VargaRules.VariantsOf(varga).Contains(variant)))
                    context.AddFailure($"Variants.{name}", $"is no division that is read so: {Readings}.");
        }).When(settings => settings.Variants is not null);
    }
}
