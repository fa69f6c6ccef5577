namespace Kundli.Features.Notices;

/// <summary>A mail on its way. What it says is forgotten once it is sent; that it was sent is remembered, so that its name is never used again.</summary>
/// <param name="Notice">What to send; null afterwards.</param>
/// <param name="CreatedAt">When it was handed in.</param>
public sealed record OutgoingMail(Notice? Notice, DateTimeOffset CreatedAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>When a process last began to send it, or null.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>The mail with nothing left to do.</summary>
    public OutgoingMail Finish() => this with { Notice = null };
}

/// <summary>Mails between the change that caused them and the mail system.</summary>
public interface IOutbox
{
    /// <summary>Keeps a mail under its name; nothing happens where the name was used before.</summary>
    Task AddAsync(string id, OutgoingMail mail, CancellationToken cancellation);

    /// <summary>A mail with its version, or null.</summary>
    Task<(OutgoingMail Mail, string Tag)?> ReadAsync(string id, CancellationToken cancellation);

    /// <summary>Replaces the version that was read; false if it has changed.</summary>
    Task<bool> SaveAsync(string id, OutgoingMail mail, string tag, CancellationToken cancellation);
}

/// <summary>A mail system.</summary>
public interface IMailSystem
{
    /// <summary>Hands a mail over. False where the mail system will never take it, whoever asks again; throws where it can't be reached or has no time.</summary>
    /// <param name="id">Name of the mail, which becomes its message id: the same over repetitions.</param>
    /// <param name="notice">What to send.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<bool> SendAsync(string id, Notice notice, CancellationToken cancellation);
}
