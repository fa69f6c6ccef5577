using System.Security.Cryptography;
using System.Text;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Identity;
using Kundli.Adapters.Mail;
using Kundli.Features.Due;
using Kundli.Features.Notices;
using Kundli.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kundli.Adapters.Tests.Mail;

/// <summary>Mails by the outbox and SMTP, against a mail system on 127.0.0.1.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private const string Address = "asha.canary@example.com";

    private readonly TestClock _clock = new();
    private readonly MemoryDocumentStore _store = new();
    private readonly SmtpDouble _system = new();
    private DeliverMail _deliver = null!;
    private DueMarkerStore _due = null!;

    public Task InitializeAsync()
    {
        var documents = new JudgedDocuments(_store, _clock);
        _due = new DueMarkerStore(documents);
        _deliver = Deliver(documents, new SmtpMail(new SmtpOptions { Host = "127.0.0.1", Port = _system.Port, From = "care@kundli.example", IsPlain = true }, _clock));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _system.DisposeAsync();

    [Fact]
    public async Task A_mail_arrives_once_however_often_it_is_handed_in_and_looked_at()
    {
        await _deliver.SendAsync("order-1-confirmed", Notice("आपका आदेश ✓"), default);
        await DriveAsync();
        await _deliver.SendAsync("order-1-confirmed", Notice("again"), default);
        _clock.Pass(TimeSpan.FromMinutes(2));
        await DriveAsync();

        var (to, message) = Assert.Single(_system.Taken);
        Assert.Equal(Address, to);
        Assert.Contains("From: Kundli <care@kundli.example>", message, StringComparison.Ordinal);
        Assert.Matches("Message-Id: <[0-9a-f]{32}@kundli.example>", message);
        Assert.DoesNotContain("order-1", message, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?", message, StringComparison.Ordinal);
        Assert.Contains("code 0815", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_holds_neither_address_nor_text_in_clear_and_nothing_at_all_once_it_is_sent()
    {
        await _deliver.SendAsync("order-1-confirmed", Notice("Confirmed"), default);
        Assert.DoesNotContain(_store.All, kept => Encoding.UTF8.GetString(kept.Document.Body.Span) is var text && (text.Contains("canary", StringComparison.Ordinal) || text.Contains("0815", StringComparison.Ordinal)));
        Assert.Contains(_store.All, kept => Encoding.UTF8.GetString(kept.Document.Body.Span).Contains("sealed", StringComparison.Ordinal));
        await DriveAsync();
        Assert.DoesNotContain(_store.All, kept => Encoding.UTF8.GetString(kept.Document.Body.Span).Contains("sealed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_mail_system_is_down_a_mail_waits_and_goes_out_afterwards()
    {
        _system.Refuse = _ => "451 later";
        await _deliver.SendAsync("reset-1", Notice("Reset"), default);
        await DriveAsync();
        Assert.Empty(_system.Taken);
        Assert.Equal(1, _system.Sessions);
        _system.Refuse = null;
        await DriveAsync();
        Assert.Empty(_system.Taken);
        _clock.Pass(TimeSpan.FromMinutes(2));
        await DriveAsync();
        Assert.Single(_system.Taken);
    }

    [Fact]
    public async Task A_mail_refused_for_good_or_waiting_for_days_is_given_up()
    {
        _system.Refuse = to => to == Address ? "550 nobody here" : "451 later";
        await _deliver.SendAsync("refused", Notice("Refused"), default);
        await _deliver.SendAsync("waiting", Notice("Waiting") with { To = "busy@example.com" }, default);
        await DriveAsync();
        Assert.Equal(2, _system.Sessions);
        _clock.Pass(DeliverMail.GivenUpAfter + TimeSpan.FromHours(1));
        _system.Refuse = null;
        await DriveAsync();
        Assert.Empty(_system.Taken);
        Assert.Equal(2, _system.Sessions);
        Assert.Empty(await MarkersAsync(TimeSpan.FromDays(30)));
    }

    [Fact]
    public async Task A_mail_to_nobody_costs_the_same_calls_and_is_never_sent()
    {
        await _deliver.SendAsync("known", Notice("Reset"), default);
        var known = _store.Calls;
        await _deliver.SendAsync("nobody", Notice("Reset") with { To = "" }, default);
        Assert.Equal(known * 2, _store.Calls);
        await DriveAsync();
        Assert.Equal(Address, Assert.Single(_system.Taken).To);
    }

    [Theory]
    [InlineData("asha@example.com\r\nBcc: all@example.com")]
    [InlineData("asha@example.com, all@example.com")]
    public async Task An_address_with_more_in_it_gets_nothing(string address)
    {
        await _deliver.SendAsync("split", Notice("Split") with { To = address }, default);
        await DriveAsync();
        Assert.Empty(_system.Taken);
    }

    [Fact]
    public async Task Of_two_processes_at_once_one_sends()
    {
        await _deliver.SendAsync("raced", Notice("Raced"), default);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _deliver.RunAsync("raced", default)));
        Assert.Single(_system.Taken);
    }

    [Fact]
    public async Task Without_a_mail_system_mails_wait_for_one()
    {
        var none = Deliver(new JudgedDocuments(_store, _clock), new NoMailSystem());
        await none.SendAsync("early", Notice("Early"), default);
        Assert.NotNull(await none.RunAsync("early", default));
        _clock.Pass(TimeSpan.FromHours(1));
        Assert.Null(await _deliver.RunAsync("early", default));
        Assert.Single(_system.Taken);
    }

    private readonly byte[] _root = RandomNumberGenerator.GetBytes(32);

    private DeliverMail Deliver(JudgedDocuments documents, IMailSystem system)
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = IdentityKeys.Load(new IdentityOptions { SigningKeys = [signing.ExportPkcs8PrivateKeyPem()], RootSecret = Convert.ToBase64String(_root) });
        return new DeliverMail(new OutboxStore(documents, keys), system, _due, _clock, NullLogger<DeliverMail>.Instance);
    }

    private Notice Notice(string subject) => new("test", Address, subject, "Your code 0815", _clock.GetUtcNow());

    private Task<int> DriveAsync() => new RedriveDue(_due, [_deliver], _clock, NullLogger<RedriveDue>.Instance).RunAsync(default);

    private async Task<IReadOnlyList<DueMarker>> MarkersAsync(TimeSpan within)
    {
        var found = await Task.WhenAll(Enumerable.Range(0, DueMarker.Shards).Select(shard => _due.DueAsync("mail", shard, _clock.GetUtcNow() + within, 50, default)));
        return [.. found.SelectMany(markers => markers)];
    }
}
