using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Kundli.Features.Notices;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Kundli.Adapters.Mail;

/// <summary>How a mail system is reached.</summary>
public sealed record SmtpOptions
{
    /// <summary>Its name.</summary>
    public required string Host { get; init; }

    /// <summary>587 for a session that turns to TLS, 465 for one that begins with it.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Who signs in; null where nobody has to.</summary>
    public string? User { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>The address that mails come from.</summary>
    public required string From { get; init; }

    /// <summary>Whether a session without TLS is good enough: a test's or a laptop's.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>Hands mails over by SMTP, one session each: they are few, and a serverless process may sleep between two.</summary>
public sealed class SmtpMail(SmtpOptions options, TimeProvider time) : IMailSystem
{
    private const int PatienceMilliseconds = 15_000;
    private static readonly TimeSpan PingAge = TimeSpan.FromMinutes(1);

    private readonly string _domain = MailboxAddress.Parse(options.From).Domain;
    private long _pingedAt;

    /// <inheritdoc/>
    public async Task<bool> SendAsync(string id, Notice notice, CancellationToken cancellation)
    {
        if (!MailboxAddress.TryParse(notice.To, out var to))
            return false;
        using var message = new MimeMessage { MessageId = $"{NameOf(id)}@{_domain}", Date = notice.CreatedAt, Subject = notice.Subject, Body = new TextPart("plain") { Text = notice.Text } };
        message.From.Add(new MailboxAddress("Kundli", MailboxAddress.Parse(options.From).Address));
        message.To.Add(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return await InSessionAsync(async client =>
        {
            await client.SendAsync(message, cancellation);
            return true;
        }, cancellation);
    }

    /// <summary>Whether the mail system lets us in; asked once a minute at most.</summary>
    /// <exception cref="MailSystemDownException">It doesn't.</exception>
    public async Task PingAsync(CancellationToken cancellation)
    {
        if (Interlocked.Read(ref _pingedAt) is var last and > 0 && time.GetElapsedTime(last) < PingAge)
            return;
        await InSessionAsync(async client =>
        {
            await client.NoOpAsync(cancellation);
            return true;
        }, cancellation);
        Interlocked.Exchange(ref _pingedAt, time.GetTimestamp());
    }

    // A mail's own name may hold what opens an order or a complaint, and every relay reads this header; the same mail again has the same hash.
    private static string NameOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    private async Task<bool> InSessionAsync(Func<SmtpClient, Task<bool>> act, CancellationToken cancellation)
    {
        using var client = new SmtpClient { Timeout = PatienceMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, options.IsPlain ? SecureSocketOptions.None : options.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, cancellation);
            if (options.User is { } user)
                await client.AuthenticateAsync(user, options.Password ?? "", cancellation);
            var isDone = await act(client);
            await LeaveAsync(client, cancellation);
            return isDone;
        }
        // 5xx to an address or a text is for good; the same answer to a session (no room, no right) is the operator's to mend.
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode >= 500 && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            return false;
        }
        // By kind alone: what a mail system says may quote the address.
        catch (Exception failure) when (failure is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or IOException or SocketException or TimeoutException or NotSupportedException)
        {
            throw new MailSystemDownException($"the mail system is down ({failure.GetType().Name}).", failure);
        }
    }

    /// <summary>The mail is taken: how the session ends changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (failure is CommandException or ProtocolException or IOException or SocketException)
        {
            // The other side has hung up first.
        }
    }
}

/// <summary>No mail system is set up: mails wait in the outbox until one is.</summary>
public sealed class NoMailSystem : IMailSystem
{
    /// <inheritdoc/>
    public Task<bool> SendAsync(string id, Notice notice, CancellationToken cancellation) => throw new MailSystemDownException("no mail system is set up.");
}
