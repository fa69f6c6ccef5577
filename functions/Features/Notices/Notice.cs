namespace Kundli.Features.Notices;

/// <summary>A mail to a customer, written down with the change that it tells of.</summary>
/// <param name="Kind"><c>orderConfirmed</c>, <c>orderShipped</c>, <c>orderCancelled</c>, <c>refundSent</c>, <c>cartWaiting</c>.</param>
/// <param name="To">Mail address.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Text">Body as plain text.</param>
/// <param name="CreatedAt">When.</param>
public sealed record Notice(string Kind, string To, string Subject, string Text, DateTimeOffset CreatedAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>When it was handed to the mail system, or null.</summary>
    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>Hands mails to a mail system.</summary>
public interface IMailer
{
    /// <summary>Sends a mail; the same id again sends nothing more.</summary>
    /// <param name="id">Name of the mail, stable over repetitions.</param>
    /// <param name="notice">What to send.</param>
    /// <param name="cancellation">Gives up.</param>
    Task SendAsync(string id, Notice notice, CancellationToken cancellation);
}
