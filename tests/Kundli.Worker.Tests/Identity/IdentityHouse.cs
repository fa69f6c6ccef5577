using System.Security.Cryptography;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Identity;
using Kundli.Features.Due;
using Kundli.Features.Identity;
using Kundli.Features.Privacy;
using Kundli.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kundli.Worker.Tests.Identity;

/// <summary>Everything of identity on documents in memory, with a clock that the test moves.</summary>
internal sealed class IdentityHouse
{
    public const string Password = "correct horse battery staple 42";

    public IdentityHouse()
    {
        using var signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Options = new IdentityOptions { SigningKeys = [signing.ExportPkcs8PrivateKeyPem()], RootSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) };
        Keys = IdentityKeys.Load(Options);
        var documents = new JudgedDocuments(Store, Clock);
        (Accounts, Sessions, Tokens, Guards) = (new AccountStore(documents, Keys), new SessionStore(documents), new TokenStore(documents, Keys), new GuardStore(documents, Keys));
        (AccessTokens, RefreshTokens, Codes) = (new SignedAccessTokens(Keys, Options, Clock), new DerivedRefreshTokens(Keys), new TimeCodes(Keys));
        (SecurityLog, Check) = (new SecurityLogStore(documents), new CheckSession(Accounts, Sessions, Clock));
        Open = new OpenSession(Sessions, AccessTokens, RefreshTokens, new TellOfNewDevice(Accounts, Messages, Clock), Clock);
        Verification = new SendVerification(Accounts, Tokens, Messages, Clock);
        Register = new Register(Accounts, Passwords, Verification, Messages, Clock);
        SignIn = new SignIn(Accounts, Guards, Passwords, Codes, Open, SecurityLog, Clock, Log.For<SignIn>());
        ByPhone = new SignInByPhone(Accounts, Tokens, Messages, Open, Clock);
        Refresh = new RefreshSession(Accounts, Sessions, RefreshTokens, Open, SecurityLog, Clock, Log.For<RefreshSession>());
        End = new EndSessions(Accounts, Sessions, RefreshTokens, SecurityLog, Check, Clock);
        ChangePassword = new ChangePassword(Accounts, Tokens, Passwords, Messages, SecurityLog, Check, Clock);
        TwoFactor = new UseTwoFactor(Accounts, Codes, SecurityLog, Clock);
        Consents = new ConsentStore(documents);
        Markers = new DueMarkerStore(documents);
        Sections = [new AccountRecords(Accounts, Sessions, Tokens, Guards), new SessionRecords(Sessions), new SecurityRecords(SecurityLog), new ConsentRecords(Consents)];
        Erase = new ErasePerson(Sections, new ErasureNoteStore(documents), Markers, Clock, Log.For<ErasePerson>());
        Close = new CloseAccount(Accounts, Sessions, Passwords, Codes, Erase, SecurityLog, Check, Clock);
        Redrive = new RedriveDue(Markers, [Erase], Clock, Log.For<RedriveDue>());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));

    public MemoryDocumentStore Store { get; } = new();

    public IdentityOptions Options { get; }

    public IdentityKeys Keys { get; }

    public Argon2Passwords Passwords { get; } = new();

    public SentMessages Messages { get; } = new();

    public EventLog Log { get; } = new();

    public AccountStore Accounts { get; }

    public SessionStore Sessions { get; }

    public TokenStore Tokens { get; }

    public GuardStore Guards { get; }

    public SignedAccessTokens AccessTokens { get; }

    public DerivedRefreshTokens RefreshTokens { get; }

    public TimeCodes Codes { get; }

    public SecurityLogStore SecurityLog { get; }

    public CheckSession Check { get; }

    public OpenSession Open { get; }

    public SendVerification Verification { get; }

    public Register Register { get; }

    public SignIn SignIn { get; }

    public SignInByPhone ByPhone { get; }

    public RefreshSession Refresh { get; }

    public EndSessions End { get; }

    public ChangePassword ChangePassword { get; }

    public UseTwoFactor TwoFactor { get; }

    public ConsentStore Consents { get; }

    public DueMarkerStore Markers { get; }

    public SignInExternally External(IExternalProviders providers) => new(providers, Accounts, Tokens, Guards, Codes, Open, SecurityLog, Clock);

    public IReadOnlyList<IPersonalRecords> Sections { get; }

    public ErasePerson Erase { get; }

    public CloseAccount Close { get; }

    public RedriveDue Redrive { get; }

    public async Task<OpenedSession> SignedInAsync(string mail)
    {
        Assert.True((await Register.RunAsync(new(mail, Password, "Asha"), default)).IsOk);
        return (await SignIn.RunAsync(new(mail, Password), "127.0.0.1", "test", default)).Value;
    }

    public async Task<string> UserAsync(OpenedSession session) => (await AccessTokens.ReadAsync(session.AccessToken))!.Caller.UserId!;
}

internal sealed class SentMessages : IMessages
{
    public List<(string To, string Text)> All { get; } = [];

    public string LastCode => All[^1].Text.Split(' ').Select(word => word.TrimEnd('.')).Last(word => word.Length is 6 or 64 && word.All(char.IsAsciiHexDigit));

    public Task MailAsync(string? address, string subject, string text, CancellationToken cancellation) => address is null ? Task.CompletedTask : SmsAsync(address, text, cancellation);

    public Task<bool> SmsAsync(string number, string text, CancellationToken cancellation)
    {
        All.Add((number, text));
        return Task.FromResult(true);
    }
}

internal sealed class EventLog
{
    public List<(string? Event, string Text)> All { get; } = [];

    public ILogger<T> For<T>() => new Writer<T>(this);

    private sealed class Writer<T>(EventLog log) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.All.Add((eventId.Name, formatter(state, exception)));
    }
}
