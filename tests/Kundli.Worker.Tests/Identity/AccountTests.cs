using Kundli.Features.Identity;
using OtpNet;

namespace Kundli.Worker.Tests.Identity;

public sealed class AccountTests
{
    private const string Mail = "asha@example.org";
    private const string Peer = "203.0.113.7";

    private readonly IdentityHouse _house = new();

    [Fact]
    public async Task A_known_and_an_unknown_address_register_with_the_same_answer_and_the_same_number_of_hashes()
    {
        var before = _house.Passwords.Hashes;
        var first = await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        var between = _house.Passwords.Hashes;
        var second = await _house.Register.RunAsync(new(Mail.ToUpperInvariant(), IdentityHouse.Password, "Somebody"), default);
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(between - before, _house.Passwords.Hashes - between);
        Assert.Equal([Mail, Mail], _house.Messages.All.Select(message => message.To));
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_fail_to_sign_in_with_the_same_answer_hashes_and_reads()
    {
        await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        var (known, knownHashes, knownCalls) = await Cost(Mail, "203.0.113.1");
        var (unknown, unknownHashes, unknownCalls) = await Cost("nobody@example.org", "203.0.113.2");
        Assert.Equal(known, unknown);
        Assert.Equal((1, knownHashes), (unknownHashes, unknownHashes));
        Assert.Equal(knownCalls, unknownCalls);
    }

    [Fact]
    public async Task A_reset_for_an_unknown_address_has_the_same_answer_and_the_same_calls()
    {
        await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        var before = _house.Store.Calls;
        Assert.True((await _house.ChangePassword.RequestAsync(new(Mail), default)).IsOk);
        var between = _house.Store.Calls;
        Assert.True((await _house.ChangePassword.RequestAsync(new("nobody@example.org"), default)).IsOk);
        Assert.Equal(between - before, _house.Store.Calls - between);
    }

    [Theory]
    [InlineData("password1")]
    [InlineData("asha@example.org")]
    [InlineData("qwertyuiop")]
    [InlineData("aaaaaaaaaaaa")]
    public async Task A_password_that_is_easily_guessed_is_refused(string password) =>
        Assert.Equal("/password", Assert.Single((await _house.Register.RunAsync(new(Mail, password, "Asha"), default)).Problem!.Errors).Pointer);

    [Fact]
    public async Task Failures_cost_a_growing_wait_by_account_and_success_forgets_them()
    {
        await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        for (var failure = 0; failure < Limits.FailuresFree; failure++)
            Assert.Equal("wrong-credentials", (await _house.SignIn.RunAsync(new(Mail, "wrong"), $"203.0.113.{failure}", null, default)).Problem!.Name);
        Assert.Equal("too-many-tries", (await _house.SignIn.RunAsync(new(Mail, IdentityHouse.Password), "203.0.113.99", null, default)).Problem!.Name);
        _house.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True((await _house.SignIn.RunAsync(new(Mail, IdentityHouse.Password), "203.0.113.99", null, default)).IsOk);
        Assert.Null(await _house.Guards.ReadAsync(Mail, default));
    }

    [Fact]
    public async Task Failures_over_many_accounts_cost_a_wait_by_address_of_the_network()
    {
        for (var failure = 0; failure < Limits.FailuresFree; failure++)
            await _house.SignIn.RunAsync(new($"user{failure}@example.org", "wrong"), Peer, null, default);
        Assert.Equal("too-many-tries", (await _house.SignIn.RunAsync(new("fresh@example.org", "wrong"), Peer, null, default)).Problem!.Name);
    }

    [Fact]
    public async Task A_registration_that_died_halfway_is_taken_over()
    {
        _house.Store.Before = call => _ = call is { Kind: Kundli.Testing.StoreCallKind.Write, Partition.Container: "customers" } ? throw new TimeoutException() : call;
        await Assert.ThrowsAnyAsync<Exception>(() => _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default));
        _house.Store.Before = null;
        Assert.NotEmpty((await _house.SignedInAsync(Mail)).AccessToken);
    }

    [Fact]
    public async Task A_mail_address_is_proven_once_by_its_code()
    {
        await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        var confirm = new ConfirmVerification(_house.Accounts, _house.Tokens, _house.Clock);
        var code = _house.Messages.LastCode;
        Assert.True((await confirm.RunAsync(new(code), default)).IsOk);
        Assert.NotNull((await _house.Accounts.FindAsync(Mail, default))!.Value.MailVerifiedAt);
        Assert.Equal("token-invalid", (await confirm.RunAsync(new(code), default)).Problem!.Name);
    }

    [Fact]
    public async Task A_reset_sets_the_password_once_and_ends_every_session()
    {
        var session = await _house.SignedInAsync(Mail);
        await _house.ChangePassword.RequestAsync(new(Mail), default);
        var (code, password) = (_house.Messages.LastCode, "another staple horse 99 battery");
        Assert.True((await _house.ChangePassword.ConfirmAsync(new(code, password), default)).IsOk);
        Assert.Equal("token-invalid", (await _house.ChangePassword.ConfirmAsync(new(code, password), default)).Problem!.Name);
        Assert.False((await _house.Refresh.RunAsync(session.RefreshToken, default)).IsOk);
        Assert.False((await _house.SignIn.RunAsync(new(Mail, IdentityHouse.Password), Peer, null, default)).IsOk);
        Assert.True((await _house.SignIn.RunAsync(new(Mail, password), Peer, null, default)).IsOk);
    }

    [Fact]
    public async Task A_reset_code_is_good_for_thirty_minutes()
    {
        await _house.SignedInAsync(Mail);
        await _house.ChangePassword.RequestAsync(new(Mail), default);
        _house.Clock.Advance(Limits.ResetLife);
        Assert.Equal("token-invalid", (await _house.ChangePassword.ConfirmAsync(new(_house.Messages.LastCode, "another staple horse 99 battery"), default)).Problem!.Name);
    }

    [Fact]
    public async Task A_phone_signs_in_with_its_code_once_and_finds_the_same_account_again()
    {
        var first = await PhoneAsync("+919812345678");
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(first, await PhoneAsync("+919812345678"));
        Assert.Equal("token-invalid", (await _house.ByPhone.ConfirmAsync(new("+919812345678", _house.Messages.LastCode), null, default)).Problem!.Name);
    }

    [Fact]
    public async Task A_phone_code_bears_five_tries_and_a_number_gets_five_codes_a_day()
    {
        const string Phone = "+919812345678";
        await _house.ByPhone.SendAsync(new(Phone), default);
        var code = _house.Messages.LastCode;
        for (var tries = 0; tries < Limits.PhoneCodeTriesMax; tries++)
            Assert.False((await _house.ByPhone.ConfirmAsync(new(Phone, code == "000000" ? "000001" : "000000"), null, default)).IsOk);
        Assert.False((await _house.ByPhone.ConfirmAsync(new(Phone, code), null, default)).IsOk);
        for (var sent = 1; sent < Limits.PhoneCodesMax; sent++)
            Assert.True((await _house.ByPhone.SendAsync(new(Phone), default)).IsOk);
        Assert.Equal("too-many-tries", (await _house.ByPhone.SendAsync(new(Phone), default)).Problem!.Name);
        Assert.Equal(Limits.PhoneCodesMax, _house.Messages.All.Count);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_accepts_each_code_once_and_recovery_codes_once()
    {
        var user = await _house.UserAsync(await _house.SignedInAsync(Mail));
        var totp = new Totp(Base32Encoding.ToBytes(System.Web.HttpUtility.ParseQueryString(new Uri((await _house.TwoFactor.EnrolAsync(user, default)).Value.Uri).Query)["secret"]));
        var recovery = (await _house.TwoFactor.ConfirmAsync(user, new(Code(totp)), default)).Value.Codes;
        Assert.Equal(Limits.RecoveryCodes, recovery.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("second-factor-required", (await SignInAsync(null)).Problem!.Name);
        Assert.Equal("wrong-credentials", (await SignInAsync(Code(totp))).Problem!.Name);
        _house.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True((await SignInAsync(Code(totp))).IsOk);
        Assert.Equal("wrong-credentials", (await SignInAsync(Code(totp))).Problem!.Name);
        Assert.True((await SignInAsync(recovery[0])).IsOk);
        Assert.Equal("wrong-credentials", (await SignInAsync(recovery[0])).Problem!.Name);
        Assert.True((await _house.TwoFactor.DisableAsync(user, new(recovery[1]), default)).IsOk);
        Assert.True((await SignInAsync(null)).IsOk);
    }

    [Fact]
    public async Task No_mail_address_phone_or_password_lies_in_a_key_and_no_secret_in_a_document()
    {
        var session = await _house.SignedInAsync(Mail);
        await _house.ByPhone.SendAsync(new("+919812345678"), default);
        var keys = string.Join(' ', _house.Store.All.Select(entry => $"{entry.Partition.Key} {entry.Document.Id}"));
        var bodies = string.Join(' ', _house.Store.All.Select(entry => System.Text.Encoding.UTF8.GetString(entry.Document.Body.Span)));
        Assert.DoesNotContain("asha", keys, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("9812345678", keys, StringComparison.Ordinal);
        Assert.DoesNotContain(IdentityHouse.Password, bodies, StringComparison.Ordinal);
        Assert.DoesNotContain(session.RefreshToken.Split('.')[1], bodies, StringComparison.Ordinal);
        Assert.DoesNotContain(_house.Messages.LastCode, bodies, StringComparison.Ordinal);
    }

    private async Task<(string Problem, long Hashes, int Calls)> Cost(string mail, string peer)
    {
        var (hashes, calls) = (_house.Passwords.Hashes, _house.Store.Calls);
        var outcome = await _house.SignIn.RunAsync(new(mail, "wrong password"), peer, null, default);
        return (outcome.Problem!.Name, _house.Passwords.Hashes - hashes, _house.Store.Calls - calls);
    }

    private async Task<string> PhoneAsync(string phone)
    {
        Assert.True((await _house.ByPhone.SendAsync(new(phone), default)).IsOk);
        return await _house.UserAsync((await _house.ByPhone.ConfirmAsync(new(phone, _house.Messages.LastCode), null, default)).Value);
    }

    private Task<Kundli.Features.Outcome<OpenedSession>> SignInAsync(string? code) => _house.SignIn.RunAsync(new(Mail, IdentityHouse.Password, code), Peer, null, default);

    private string Code(Totp totp) => totp.ComputeTotp(_house.Clock.GetUtcNow().UtcDateTime);
}
