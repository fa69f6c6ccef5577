namespace Kundli.Features.Privacy;

/// <summary>Whether somebody has agreed. A verb asks right before it does what needs a consent, so that a withdrawal counts from the next call on.</summary>
public interface IConsents
{
    /// <summary>Whether the customer agrees, now and to today's notice, to a purpose. A guest (null) has agreed to nothing.</summary>
    Task<bool> MayAsync(string? userId, ConsentPurpose purpose, CancellationToken cancellation);
}

/// <summary>Asks the decisions that customers have made.</summary>
public sealed class AskConsents(IConsentStore store) : IConsents
{
    /// <summary>A verb needs a consent that was not given, was withdrawn, or was given to an older notice.</summary>
    public static Problem Required(ConsentPurpose purpose) => new("consent-required", "This needs your consent.")
    {
        Detail = $"Agree to '{NameOf(purpose)}' with PUT /me/consents first.",
        Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["purpose"] = NameOf(purpose), ["noticeVersion"] = ConsentNotice.Of(purpose).Version },
    };

    /// <inheritdoc/>
    public async Task<bool> MayAsync(string? userId, ConsentPurpose purpose, CancellationToken cancellation) =>
        userId is not null && (await store.ReadAsync(userId, cancellation)).Record.Allows(purpose);

    private static string NameOf(ConsentPurpose purpose) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(purpose.ToString());
}
