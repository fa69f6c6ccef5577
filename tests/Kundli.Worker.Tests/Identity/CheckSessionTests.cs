using Kundli.Adapters.Documents;
using Kundli.Features.Identity;

namespace Kundli.Worker.Tests.Identity;

public sealed class CheckSessionTests
{
    private readonly IdentityHouse _house = new();

    [Fact]
    public async Task An_access_token_ends_with_its_session_its_password_and_its_account()
    {
        foreach (var end in new Func<string, string, Task>[]
        {
            (user, family) => _house.End.EndAsync(user, family, default),
            (user, _) => _house.End.EndAllAsync(user, default),
            (user, family) => _house.Close.RunAsync(user, family, new(), default),
        })
        {
            var claims = await SignedInAsync();
            Assert.NotNull(await _house.Check.RunAsync(claims, default));
            await end(claims.Caller.UserId!, claims.FamilyId);
            Assert.Null(await _house.Check.RunAsync(claims, default));
        }
    }

    [Fact]
    public async Task Another_process_notices_a_revocation_within_the_bound_and_reads_nothing_in_between()
    {
        var claims = await SignedInAsync();
        var other = new CheckSession(_house.Accounts, _house.Sessions, _house.Clock);
        Assert.NotNull(await other.RunAsync(claims, default));
        await _house.End.EndAllAsync(claims.Caller.UserId!, default);
        var calls = _house.Store.Calls;
        _house.Clock.Advance(Limits.SessionCheckAge - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await other.RunAsync(claims, default));
        Assert.Equal(calls, _house.Store.Calls);
        _house.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await other.RunAsync(claims, default));
        Assert.Equal(calls + 2, _house.Store.Calls);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_although_the_token_still_names_it()
    {
        var (admin, staff) = (await SignedInAsync(), await SignedInAsync());
        var roles = new ChangeRoles(_house.Accounts, _house.SecurityLog, _house.Check, _house.Clock);
        var user = staff.Caller.UserId!;
        var seen = (await roles.ReadAsync(user, default)).Value.Version;
        var granted = (await roles.RunAsync(admin.Caller.UserId!, user, seen, new(["customer", "admin"]), default)).Value;
        Assert.True((await _house.Check.RunAsync(staff, default))!.IsAdmin);
        Assert.Equal("stale-version", (await roles.RunAsync(admin.Caller.UserId!, user, seen, new(["customer"]), default)).Problem?.Name);
        Assert.Equal("own-roles", (await roles.RunAsync(user, user, granted.Version, new(["customer"]), default)).Problem?.Name);
        Assert.True((await roles.RunAsync(admin.Caller.UserId!, user, granted.Version, new(["customer"]), default)).IsOk);
        Assert.False((await _house.Check.RunAsync(staff, default))!.IsAdmin);
        var log = await _house.SecurityLog.ReadAsync(user, default).Where(entry => entry.Kind == SecurityEventKind.RolesChanged).ToListAsync();
        Assert.Equal(["admin customer", "customer"], log.Select(entry => entry.Detail).Order(StringComparer.Ordinal));
        Assert.All(log, entry => Assert.Equal(admin.Caller.UserId, entry.By));
    }

    [Fact]
    public async Task An_administrator_ends_the_sessions_of_a_customer_and_the_log_says_who_did()
    {
        var (admin, lost, other) = (await SignedInAsync(), await SignedInAsync(), await SignedInAsync());
        Assert.True((await _house.End.EndForAsync(admin.Caller.UserId!, lost.Caller.UserId!, default)).IsOk);
        Assert.Null(await _house.Check.RunAsync(lost, default));
        Assert.NotNull(await _house.Check.RunAsync(other, default));
        var entry = Assert.Single(await _house.SecurityLog.ReadAsync(lost.Caller.UserId!, default).ToListAsync(), entry => entry.Kind == SecurityEventKind.SignedOutEverywhere);
        Assert.Equal(admin.Caller.UserId, entry.By);
        Assert.Equal("not-found", (await _house.End.EndForAsync(admin.Caller.UserId!, "nobody", default)).Problem?.Name);
    }

    [Fact]
    public async Task A_session_of_somebody_else_does_not_speak_for_a_user()
    {
        var (one, two) = (await SignedInAsync(), await SignedInAsync());
        Assert.Null(await _house.Check.RunAsync(one with { FamilyId = two.FamilyId }, default));
    }

    [Fact]
    public async Task An_outage_lets_nobody_in()
    {
        var claims = await SignedInAsync();
        _house.Store.Before = _ => throw new DocumentsUnavailableException("down");
        await Assert.ThrowsAsync<DocumentsUnavailableException>(async () => await _house.Check.RunAsync(claims, default));
    }

    private async Task<AccessClaims> SignedInAsync()
    {
        var account = new Account(Account.NewId(), "Asha", _house.Clock.GetUtcNow()) { Mail = $"{Account.NewId()}@example.org" };
        await _house.Accounts.OpenAsync(account.Mail, account, default);
        return (await _house.AccessTokens.ReadAsync((await _house.Open.RunAsync(account, null, default)).AccessToken))!;
    }
}
