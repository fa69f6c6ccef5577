using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kundli.Adapters.Identity;
using Kundli.Features;
using Kundli.Features.Identity;
using Kundli.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kundli.Worker.Tests.Identity;

/// <summary>Sign-in at providers of OpenID Connect, two of them played on 127.0.0.1.</summary>
public sealed class ExternalSignInTests : IAsyncLifetime
{
    private const string Mail = "asha@example.com";

    private readonly IdentityHouse _house = new();
    private readonly Provider _google = new();
    private readonly Provider _other = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private SignInExternally _signIn = null!;

    public Task InitializeAsync()
    {
        var options = new OpenIdOptions
        {
            Providers = new Dictionary<string, OpenIdProvider>(StringComparer.Ordinal) { ["google"] = new(_google.Address, "kundli-at-google", "s1"), ["microsoft"] = new(_other.Address, "kundli-at-other", "s2") },
            Return = new Uri("https://kundli.example/account/external/"),
            IsPlain = true,
        };
        _signIn = _house.External(new OpenIdProviders(_http, options, _house.Keys, _house.Clock));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _google.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task The_first_sign_in_opens_an_account_and_the_next_finds_it()
    {
        var first = await SignInAsync();
        var second = await SignInAsync();
        Assert.True(first.IsOk && second.IsOk);
        var userId = await _house.UserAsync(first.Value);
        Assert.Equal(userId, await _house.UserAsync(second.Value));
        var account = (await _house.Accounts.FindAsync(Mail, default))!.Value;
        Assert.Equal((userId, "Asha", true), (account.UserId, account.DisplayName, account.MailVerifiedAt is not null));
    }

    [Fact]
    public async Task The_address_carries_state_nonce_and_challenge_and_the_provider_gets_the_verifier()
    {
        var start = (await _signIn.BeginAsync("google", default)).Value;
        var query = QueryHelpers.ParseQuery(start.Address.Query);
        Assert.Equal(("code", "kundli-at-google", "https://kundli.example/account/external/google.html", "S256"), (query["response_type"].ToString(), query["client_id"].ToString(), query["redirect_uri"].ToString(), query["code_challenge_method"].ToString()));
        Assert.DoesNotContain(start.Ticket, start.Address.Query, StringComparison.Ordinal);
        Assert.True((await FinishAsync(start)).IsOk);
        var asked = _google.Asked.Last();
        Assert.Equal(("authorization_code", "kundli-at-google", "s1"), (asked["grant_type"], asked["client_id"], asked["client_secret"]));
        Assert.Equal(query["code_challenge"].ToString(), Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(asked["code_verifier"]))));
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("aud")]
    [InlineData("iss")]
    [InlineData("key")]
    [InlineData("expired")]
    [InlineData("none")]
    [InlineData("hs256")]
    [InlineData("azp")]
    [InlineData("noSubject")]
    public async Task An_id_token_that_is_not_for_this_sign_in_is_refused(string fault)
    {
        _google.Fault = fault;
        Assert.Equal("external-sign-in-refused", (await SignInAsync()).Problem?.Name);
        Assert.Null(await _house.Accounts.FindAsync(Mail, default));
        _google.Fault = "";
        Assert.True((await SignInAsync()).IsOk);
    }

    [Fact]
    public async Task A_state_is_good_once_even_for_many_at_a_time()
    {
        var start = (await _signIn.BeginAsync("google", default)).Value;
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FinishAsync(start)));
        Assert.Single(answers, answer => answer.IsOk);
        Assert.Single(_google.Asked);
        Assert.All(answers.Where(answer => !answer.IsOk), answer => Assert.Equal("external-sign-in-refused", answer.Problem?.Name));
    }

    [Fact]
    public async Task A_state_of_another_provider_of_another_client_late_or_forged_is_refused_before_the_provider_is_asked()
    {
        var start = (await _signIn.BeginAsync("google", default)).Value;
        var stranger = (await _signIn.BeginAsync("google", default)).Value;
        var state = StateOf(start);
        Assert.Equal("external-sign-in-refused", (await RunAsync("microsoft", state, start.Ticket)).Problem?.Name);
        Assert.Equal("external-sign-in-refused", (await RunAsync("google", state, stranger.Ticket)).Problem?.Name);
        Assert.Equal("external-sign-in-refused", (await RunAsync("google", $"9{state}", start.Ticket)).Problem?.Name);
        Assert.Equal("external-sign-in-refused", (await RunAsync("google", $"{state[..^1]}{(state[^1] == 'A' ? 'B' : 'A')}", start.Ticket)).Problem?.Name);
        _house.Clock.Advance(Limits.ExternalSignInLife + TimeSpan.FromSeconds(1));
        Assert.Equal("external-sign-in-refused", (await RunAsync("google", state, start.Ticket)).Problem?.Name);
        Assert.Empty(_google.Asked);
        Assert.Empty(_other.Asked);
    }

    [Fact]
    public async Task An_account_with_the_address_is_linked_only_by_who_is_signed_in_and_has_proven_it()
    {
        var session = await _house.SignedInAsync(Mail);
        var owner = new Caller(await _house.UserAsync(session), new HashSet<string>(StringComparer.Ordinal) { "customer" });
        Assert.Equal("link-required", (await SignInAsync()).Problem?.Name);
        Assert.Equal("link-required", (await SignInAsync(owner)).Problem?.Name);
        Assert.True((await new ConfirmVerification(_house.Accounts, _house.Tokens, _house.Clock).RunAsync(new(_house.Messages.LastCode), default)).IsOk);
        _google.Mail = "else@example.com";
        Assert.Equal("link-required", (await SignInAsync(owner)).Problem?.Name);
        _google.Mail = Mail;
        Assert.True((await SignInAsync(owner)).IsOk);
        Assert.Equal(owner.UserId, await _house.UserAsync((await SignInAsync()).Value));
    }

    [Fact]
    public async Task A_process_that_dies_before_the_providers_name_leads_to_the_new_account_shuts_nobody_out()
    {
        var userId = await _house.UserAsync((await SignInAsync()).Value);
        await _house.Accounts.RemoveNameAsync("external:google:sub-1", userId, default);
        Assert.Null(await _house.Accounts.FindAsync("external:google:sub-1", default));
        Assert.Equal(userId, await _house.UserAsync((await SignInAsync()).Value));
        Assert.Equal(userId, (await _house.Accounts.FindAsync("external:google:sub-1", default))!.Value.UserId);
    }

    [Fact]
    public async Task A_mail_address_that_the_provider_has_not_verified_leads_nowhere()
    {
        await _house.SignedInAsync(Mail);
        _google.IsVerified = false;
        var opened = await SignInAsync();
        var account = (await _house.Accounts.ReadAsync(await _house.UserAsync(opened.Value), default))!.Value;
        Assert.Null(account.Mail);
        Assert.NotEqual(account.UserId, (await _house.Accounts.FindAsync(Mail, default))!.Value.UserId);
    }

    [Fact]
    public async Task A_second_factor_is_asked_here_too()
    {
        var userId = await _house.UserAsync((await SignInAsync()).Value);
        await _house.Accounts.ChangeForTestAsync(userId, account => account with { TwoFactor = new TwoFactor(_house.Codes.NewSecret(), _house.Clock.GetUtcNow(), 0, [TwoFactor.HashOf("ABCD")]) });
        Assert.Equal("second-factor-required", (await SignInAsync()).Problem?.Name);
        Assert.Equal("wrong-credentials", (await SignInAsync(secondFactor: "000000")).Problem?.Name);
        Assert.True((await SignInAsync(secondFactor: "ABCD")).IsOk);
        Assert.Equal("wrong-credentials", (await SignInAsync(secondFactor: "ABCD")).Problem?.Name);
    }

    [Fact]
    public async Task An_erased_person_is_a_stranger_afterwards()
    {
        var userId = await _house.UserAsync((await SignInAsync()).Value);
        foreach (var section in _house.Sections)
            await section.EraseAsync(userId, default);
        Assert.Null(await _house.Accounts.FindAsync("external:google:sub-1", default));
        Assert.NotEqual(userId, await _house.UserAsync((await SignInAsync()).Value));
    }

    [Fact]
    public async Task A_provider_that_the_settings_do_not_name_is_not_found() => Assert.Equal("not-found", (await _signIn.BeginAsync("apple", default)).Problem?.Name);

    private async Task<Outcome<OpenedSession>> SignInAsync(Caller? caller = null, string? secondFactor = null) =>
        await FinishAsync((await _signIn.BeginAsync("google", default)).Value, caller, secondFactor);

    private Task<Outcome<OpenedSession>> FinishAsync(ExternalStart start, Caller? caller = null, string? secondFactor = null)
    {
        _google.Nonce = QueryHelpers.ParseQuery(start.Address.Query)["nonce"]!;
        return RunAsync("google", StateOf(start), start.Ticket, caller, secondFactor);
    }

    private Task<Outcome<OpenedSession>> RunAsync(string provider, string state, string ticket, Caller? caller = null, string? secondFactor = null) =>
        _signIn.RunAsync(provider, new("the-code", state, ticket, secondFactor), caller ?? Caller.Guest, "test", default);

    private static string StateOf(ExternalStart start) => QueryHelpers.ParseQuery(start.Address.Query)["state"]!;

    /// <summary>A provider whose token is right or has one fault.</summary>
    private sealed class Provider : IAsyncDisposable
    {
        private readonly RSA _stranger = RSA.Create(2048);
        private readonly SignInProvider _played;

        public Provider() => _played = new SignInProvider(Token);

        public Uri Address => _played.Address;

        public ConcurrentQueue<IReadOnlyDictionary<string, string>> Asked => _played.Asked;

        public string Fault { get; set; } = "";

        public string Nonce { get; set; } = "";

        public string Mail { get; set; } = ExternalSignInTests.Mail;

        public bool IsVerified { get; set; } = true;

        public async ValueTask DisposeAsync()
        {
            await _played.DisposeAsync();
            _stranger.Dispose();
        }

        private string Token(string clientId)
        {
            var now = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero).UtcDateTime;
            var claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["nonce"] = Fault == "nonce" ? "another" : Nonce, ["email"] = Mail, ["email_verified"] = IsVerified, ["name"] = "Asha" };
            if (Fault != "noSubject")
                claims["sub"] = "sub-1";
            claims["aud"] = Fault == "azp" ? new[] { clientId, "another" } : [Fault == "aud" ? "another" : clientId];
            return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Fault == "iss" ? "https://another.example" : _played.Issuer,
                IssuedAt = now,
                Expires = Fault == "expired" ? now.AddHours(-1) : now.AddHours(1),
                Claims = claims,
                SigningCredentials = Fault switch
                {
                    "none" => null,
                    // The public key as a shared secret.
                    "hs256" => new SigningCredentials(new SymmetricSecurityKey(_played.Key.ExportSubjectPublicKeyInfo()) { KeyId = SignInProvider.KeyName }, SecurityAlgorithms.HmacSha256),
                    _ => new SigningCredentials(new RsaSecurityKey(Fault == "key" ? _stranger : _played.Key) { KeyId = SignInProvider.KeyName }, SecurityAlgorithms.RsaSha256),
                },
            });
        }
    }
}

internal static class ChangedAccounts
{
    public static async Task ChangeForTestAsync(this IAccountStore accounts, string userId, Func<Account, Account> change)
    {
        var kept = await accounts.ReadAsync(userId, default);
        Assert.True(await accounts.SaveAsync(change(kept!.Value), kept.Version, default));
    }
}
