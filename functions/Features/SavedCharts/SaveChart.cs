using System.Security.Cryptography;
using FluentValidation;
using Kundli.Features.Charts;
using Kundli.Features.Idempotency;
using Kundli.Features.Privacy;

namespace Kundli.Features.SavedCharts;

/// <summary>A chart to keep: what a preview takes, and what must be declared about the birth of somebody else.</summary>
/// <param name="Name">Whose chart it is.</param>
/// <param name="Birth">When and where.</param>
/// <param name="Longitudes">Sidereal degrees in place of a birth.</param>
/// <param name="Settings">Conventions.</param>
/// <param name="Subject">The customer's own birth, or somebody else's.</param>
/// <param name="ProfileId">The member of the family whose chart it is.</param>
/// <param name="Declarations">Needed for somebody else's birth, and for a child's.</param>
public sealed record SaveChartRequest(
    string? Name = null, BirthInput? Birth = null, IReadOnlyDictionary<string, double>? Longitudes = null, ChartSettings? Settings = null,
    ChartSubject Subject = ChartSubject.Self, string? ProfileId = null, BirthDeclarations? Declarations = null)
{
    /// <summary>The part that the chart depends on.</summary>
    public ChartRequest ToChart() => new(Name, Birth, Longitudes, Settings);
}

/// <summary>What a chart to keep must keep: the same as one to preview.</summary>
public sealed class SaveChartRules : AbstractValidator<SaveChartRequest>
{
    /// <summary>The rules.</summary>
    public SaveChartRules()
    {
        RuleFor(request => request).Custom((request, context) =>
        {
            foreach (var error in new ChartRequestRules().Validate(request.ToChart()).Errors)
                context.AddFailure(error);
        });
        RuleFor(request => request.ProfileId).Must(id => id!.Length <= Charts.Limits.WordLengthMax).When(request => request.ProfileId is not null)
            .WithMessage("is no profile's id.");
    }
}

/// <summary>
/// Keeps a chart. Saving one's first chart is itself the consent to keep it, recorded with the notice of the day; who has withdrawn, or has agreed to an older
/// notice, is asked first.
/// </summary>
/// <param name="charts">Where charts are kept.</param>
/// <param name="consents">What customers agreed to.</param>
/// <param name="profiles">The members of the family.</param>
/// <param name="draw">Refuses what no chart can be drawn of.</param>
/// <param name="time">The time of saving, and the age of a child.</param>
public sealed class SaveChart(ISavedCharts charts, IConsentStore consents, IKnownProfiles profiles, DrawChart draw, TimeProvider time)
{
    private const int ConsentTriesMax = 4;

    /// <summary>An account keeps so many charts and no more.</summary>
    public static Problem TooMany { get; } = new("too-many-charts", "This account keeps as many charts as it can.") { Detail = $"At most {Limits.ChartsMax}: delete one first." };

    /// <summary>The kept chart; <c>consent-required</c>, <c>declaration-required</c>, <c>too-many-charts</c>, <c>idempotency-key-reused</c>, or what a preview refuses.</summary>
    public async Task<Outcome<SavedChart>> RunAsync(string userId, string? key, SaveChartRequest request, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var found = draw.Find(request.ToChart()).Then(_ => Declared(request, now));
        if (!found.IsOk)
            return found.Problem;
        if (request.ProfileId is { } profileId && !await profiles.HasAsync(userId, profileId, cancellation))
            return Problem.Invalid(new FieldError("/profileId", "is no profile of this account."));
        if (!await AgreesAsync(userId, cancellation))
            return AskConsents.Required(ConsentPurpose.SavedCharts);
        var chart = new SavedChart(SavedChart.IdAt(now, RandomNumberGenerator.GetHexString(8, lowercase: true)), userId, request.ToChart(), request.Subject, found.Value, now, now) { ProfileId = request.ProfileId };
        var repeat = Repeat.Of(userId, "charts", key, request, now);
        if ((await charts.ListAsync(userId, Limits.ChartsMax, null, cancellation)).Items.Count >= Limits.ChartsMax)
            return TooMany;
        var creation = await charts.AddAsync(chart, repeat, cancellation);
        if (creation.Id is null)
            return IdempotencyKey.Reused;
        // A repeat whose chart was deleted meanwhile does not bring it back.
        return creation.IsNew ? chart : await charts.ReadAsync(userId, creation.Id, cancellation) is { } first ? first.Chart : Problem.NotFound();
    }

    private static Outcome<BirthDeclarations> Declared(SaveChartRequest request, DateTimeOffset now)
    {
        // One's own birth needs no permission of anybody.
        var declared = new BirthDeclarations(request.Subject == ChartSubject.Self || request.Declarations?.MayEnter == true, request.Declarations?.IsParent == true);
        if (request.Birth is null)
            return declared;
        return MinorsPolicy.MayKeep(SavedChart.BirthDay(request.Birth), SavedChart.Today(now), declared).Map(_ => declared);
    }

    private async Task<bool> AgreesAsync(string userId, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < ConsentTriesMax; attempt++)
        {
            var (record, version) = await consents.ReadAsync(userId, cancellation);
            if (record.History.Any(consent => consent.Purpose == ConsentPurpose.SavedCharts))
                return record.Allows(ConsentPurpose.SavedCharts);
            var given = record.Decide(ConsentPurpose.SavedCharts, granted: true, ConsentNotice.Of(ConsentPurpose.SavedCharts).Version, time.GetUtcNow());
            if (await consents.SaveAsync(given, version, cancellation))
                return true;
        }
        return false;
    }
}

/// <summary>Whether a member of the family is known.</summary>
public interface IKnownProfiles
{
    /// <summary>Whether a customer has a profile of that id.</summary>
    Task<bool> HasAsync(string userId, string profileId, CancellationToken cancellation);
}
