using FluentValidation;
using Kundli.Features.Due;

namespace Kundli.Features.Privacy;

/// <summary>What a customer may agree to, each for itself. Nothing is agreed to until it is given.</summary>
public enum ConsentPurpose
{
    /// <summary>Keeping birth charts in the account.</summary>
    SavedCharts,

    /// <summary>Sending findings, never birth data, to a language model, and plant photos that our own model can't name to a plant service.</summary>
    ModelProvider,

    /// <summary>Using plant photos to improve the plant finder.</summary>
    PhotoTraining,

    /// <summary>Offers by mail.</summary>
    Marketing,

    /// <summary>Keeping questions about a chart with their answers.</summary>
    Conversations,

    /// <summary>Sending questions as they were written to a language model, to understand them better.</summary>
    ModelQuestions,
}

/// <summary>One decision of a customer.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Granted">Given or withdrawn.</param>
/// <param name="NoticeVersion">The notice that was shown, so that it can be proven what was agreed to.</param>
/// <param name="DecidedAt">When.</param>
public sealed record Consent(ConsentPurpose Purpose, bool Granted, string NoticeVersion, DateTimeOffset DecidedAt);

/// <summary>All decisions of a customer, the newest first for each purpose; earlier ones are kept as proof.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="History">Every decision in the order in which it was made.</param>
public sealed record ConsentRecord(string UserId, IReadOnlyList<Consent> History)
{
    /// <summary>Decisions kept; older ones of the same purpose go first.</summary>
    public const int HistoryMax = 200;

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Nothing agreed to.</summary>
    public static ConsentRecord None(string userId) => new(userId, []);

    /// <summary>Whether a purpose is agreed to now, and to today's notice: an older agreement was about something else.</summary>
    public bool Allows(ConsentPurpose purpose) =>
        History.LastOrDefault(consent => consent.Purpose == purpose) is { Granted: true } last && last.NoticeVersion == ConsentNotice.Of(purpose).Version;

    /// <summary>Whether the last word on a purpose was no. An agreement to an older notice is not taken back: it only allows nothing new.</summary>
    public bool IsWithdrawn(ConsentPurpose purpose) => History.LastOrDefault(consent => consent.Purpose == purpose) is { Granted: false };

    /// <summary>The record with one more decision. The same decision about the same notice again adds nothing.</summary>
    public ConsentRecord Decide(ConsentPurpose purpose, bool granted, string noticeVersion, DateTimeOffset now) =>
        History.LastOrDefault(consent => consent.Purpose == purpose) is { } last && last.Granted == granted && last.NoticeVersion == noticeVersion
            ? this
            : this with { History = [.. History.TakeLast(HistoryMax - 1), new Consent(purpose, granted, noticeVersion, now)] };
}

/// <summary>Where decisions are kept.</summary>
public interface IConsentStore
{
    /// <summary>A customer's decisions and their version; no version where there are none yet.</summary>
    Task<(ConsentRecord Record, string? Version)> ReadAsync(string userId, CancellationToken cancellation);

    /// <summary>Writes them back. False when somebody else did meanwhile.</summary>
    Task<bool> SaveAsync(ConsentRecord record, string? version, CancellationToken cancellation);

    /// <summary>Removes them all.</summary>
    Task RemoveAsync(string userId, CancellationToken cancellation);
}

/// <summary>One decision as it is sent.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Granted">Give or withdraw.</param>
/// <param name="NoticeVersion">The notice that the customer has seen.</param>
public sealed record ConsentDecision(ConsentPurpose Purpose, bool Granted, string NoticeVersion);

/// <summary>Gives and withdraws, in one request and with the same effort.</summary>
/// <param name="Consents">One entry a purpose; what is not named stays as it is.</param>
public sealed record ConsentRequest(IReadOnlyList<ConsentDecision> Consents);

/// <summary>Where every purpose stands.</summary>
/// <param name="Consents">Every purpose once.</param>
public sealed record ConsentAnswer(IReadOnlyList<ConsentView> Consents);

/// <summary>Where one purpose stands.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Granted">Whether it is agreed to.</param>
/// <param name="NoticeVersion">The notice of the last decision; absent when there was none.</param>
/// <param name="DecidedAt">Time of the last decision; absent when there was none.</param>
/// <param name="Notice">What is asked today; agreeing names its version.</param>
public sealed record ConsentView(ConsentPurpose Purpose, bool Granted, string? NoticeVersion, DateTimeOffset? DecidedAt, NoticeView Notice);

/// <summary>A notice to read before deciding.</summary>
/// <param name="Version">To be sent back with the decision.</param>
/// <param name="Text">By language: <c>en</c>, <c>hi</c>.</param>
public sealed record NoticeView(string Version, IReadOnlyDictionary<string, string> Text)
{
    /// <summary>The view of a notice.</summary>
    public static NoticeView Of(ConsentNotice notice) => new(notice.Version, new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = notice.English, ["hi"] = notice.Hindi });
}

/// <summary>What decisions must look like.</summary>
public sealed class ConsentRules : AbstractValidator<ConsentRequest>
{
    private const int VersionLengthMax = 32;

    /// <summary>The rules.</summary>
    public ConsentRules()
    {
        RuleFor(request => request.Consents).Must(list => list.Count is > 0 and <= 16 && list.Select(item => item.Purpose).Distinct().Count() == list.Count).WithMessage("must name each purpose once.");
        RuleForEach(request => request.Consents).ChildRules(item =>
        {
            item.RuleFor(decision => decision.NoticeVersion).NotEmpty().MaximumLength(VersionLengthMax).WithMessage($"must have 1 to {VersionLengthMax} characters.");
            // Agreeing to a text that is not today's proves nothing; withdrawing is never made harder than that.
            item.RuleFor(decision => decision.NoticeVersion).Must((decision, version) => !decision.Granted || !Enum.IsDefined(decision.Purpose) || version == ConsentNotice.Of(decision.Purpose).Version)
                .WithMessage("must be the version of the notice that GET /me/consents shows.");
        });
    }
}

/// <summary>Reads and records consents. What was kept on the strength of one goes soon after it is withdrawn (<see cref="EraseWithdrawn"/>).</summary>
public sealed class DecideConsents(IConsentStore store, IDueMarkers due, TimeProvider time)
{
    private const int TriesMax = 4;

    /// <summary>Others kept changing the same decisions.</summary>
    public static Problem Busy { get; } = new("consents-busy", "The consents are being changed elsewhere. Try again.");

    /// <summary>Where everything stands.</summary>
    public async Task<ConsentAnswer> ReadAsync(string userId, CancellationToken cancellation) => View((await store.ReadAsync(userId, cancellation)).Record);

    /// <summary>Records decisions.</summary>
    public async Task<Outcome<ConsentAnswer>> RunAsync(string userId, ConsentRequest request, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            var (record, version) = await store.ReadAsync(userId, cancellation);
            var now = time.GetUtcNow();
            var changed = request.Consents.Aggregate(record, (so, decision) => so.Decide(decision.Purpose, decision.Granted, decision.NoticeVersion, now));
            // Before the decision is written: who dies in between leaves a trace, and looking for nothing is harmless.
            if (changed != record && request.Consents.Any(decision => !decision.Granted))
                await due.SetAsync(new DueMarker(EraseWithdrawn.MarkerKind, userId, now + EraseWithdrawn.Pause), cancellation);
            if (changed == record || await store.SaveAsync(changed, version, cancellation))
                return View(changed);
        }

        return Busy;
    }

    private static ConsentAnswer View(ConsentRecord record) => new([.. Enum.GetValues<ConsentPurpose>().Select(purpose =>
    {
        var last = record.History.LastOrDefault(consent => consent.Purpose == purpose);
        return new ConsentView(purpose, record.Allows(purpose), last?.NoticeVersion, last?.DecidedAt, NoticeView.Of(ConsentNotice.Of(purpose)));
    })]);
}
