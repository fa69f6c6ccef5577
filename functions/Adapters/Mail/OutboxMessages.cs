using Kundli.Features.Identity;
using Kundli.Features.Notices;

namespace Kundli.Adapters.Mail;

/// <summary>The messages of sign-in outside a laptop: mails go the way of all mails, by the outbox; codes for phones at once, because somebody waits for them.</summary>
public sealed class OutboxMessages(IMailer mailer, ISmsGateway? gateway, TimeProvider time) : IMessages
{
    /// <inheritdoc/>
    public Task MailAsync(string? address, string subject, string text, CancellationToken cancellation) =>
        mailer.SendAsync($"account-{Guid.NewGuid():N}", new Notice("account", address ?? "", subject, text, time.GetUtcNow()), cancellation);

    /// <inheritdoc/>
    public Task<bool> SmsAsync(string number, string text, CancellationToken cancellation) => gateway?.SendAsync(number, text, cancellation) ?? Task.FromResult(false);
}
