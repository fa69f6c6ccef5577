using Kundli.Features.Due;
using Microsoft.Extensions.Logging;

namespace Kundli.Features.Notices;

/// <summary>
/// Takes mails into the outbox and sends them from there by the timer: a request never waits for a mail system, a mail survives its outage, and how long an answer takes
/// says nothing about whether a mail was sent.
/// </summary>
public sealed partial class DeliverMail(IOutbox outbox, IMailSystem mails, IDueMarkers due, TimeProvider time, ILogger<DeliverMail> logger) : IMailer, IDueWork
{
    /// <summary>A mail that could not be sent for so long is given up.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(3);

    /// <summary>So long a process has for sending a mail before another tries.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    // A marker at once would find no mail yet and be gone; this one looks again when the mail is surely there, or its writer dead.
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => "mail";

    /// <inheritdoc/>
    public async Task SendAsync(string id, Notice notice, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await due.SetAsync(new DueMarker(Kind, id, now + LookAfter), cancellation);
        await outbox.AddAsync(id, new OutgoingMail(notice, now), cancellation);
        await due.SetAsync(new DueMarker(Kind, id, now), cancellation);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (await outbox.ReadAsync(targetId, cancellation) is not { Mail: { Notice: { } notice } mail } read)
            return null;
        var now = time.GetUtcNow();
        if (mail.TriedAt is { } tried && now < tried + Turn)
            return tried + Turn;
        // A mail to nobody was written so that an unknown address costs what a known one does.
        var isOver = notice.To.Length == 0 || now - mail.CreatedAt > GivenUpAfter;
        if (!isOver)
        {
            // Of two processes one has the turn. It is a mail system's nature that one which dies right after sending sends again; the message id stays the same.
            if (!await outbox.SaveAsync(targetId, mail with { TriedAt = now }, read.Tag, cancellation))
                return now + Turn;
            if (await TryAsync(targetId, notice, cancellation) is not { } isTaken)
                return now + Wait(now - mail.CreatedAt);
            if (!isTaken)
                LogRefused(notice.Kind);
        }
        else if (notice.To.Length > 0)
        {
            LogGivenUp(notice.Kind);
        }
        return await FinishAsync(targetId, mail, cancellation) ? null : now + Turn;
    }

    /// <summary>Whether the mail was taken; null when the mail system is down, which the next turn will see.</summary>
    private async Task<bool?> TryAsync(string id, Notice notice, CancellationToken cancellation)
    {
        try
        {
            return await mails.SendAsync(id, notice, cancellation);
        }
        catch (MailSystemDownException down)
        {
            LogDown(down.Message);
            return null;
        }
    }

    private async Task<bool> FinishAsync(string id, OutgoingMail mail, CancellationToken cancellation) =>
        await outbox.ReadAsync(id, cancellation) is not { } read || await outbox.SaveAsync(id, mail.Finish(), read.Tag, cancellation);

    /// <summary>The longer it hasn't worked, the more rarely it is tried.</summary>
    private static TimeSpan Wait(TimeSpan age) => TimeSpan.FromTicks(Math.Clamp(age.Ticks / 2, Turn.Ticks, WaitMax.Ticks));

    [LoggerMessage(Level = LogLevel.Warning, EventName = "mail-waits", Message = "A mail waits: {Reason}")]
    private partial void LogDown(string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "mail-refused", Message = "A mail of kind {Kind} was refused for good.")]
    private partial void LogRefused(string kind);

    [LoggerMessage(Level = LogLevel.Error, EventName = "mail-given-up", Message = "A mail of kind {Kind} could not be sent for days and is given up.")]
    private partial void LogGivenUp(string kind);
}

/// <summary>The mail system can't be reached, has no time, or is not set up; later it may work.</summary>
/// <param name="reason">What is wrong, without a word about the mail.</param>
/// <param name="cause">What was thrown, or null.</param>
public sealed class MailSystemDownException(string reason, Exception? cause = null) : Exception(reason, cause);
