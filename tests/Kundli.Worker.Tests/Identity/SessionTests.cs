using CsCheck;
using Kundli.Features.Identity;

namespace Kundli.Worker.Tests.Identity;

/// <summary>Refresh tokens: rotation, lost answers, replay (A3).</summary>
public sealed class SessionTests
{
    private const string Mail = "asha@example.org";

    private readonly IdentityHouse _house = new();

    [Fact]
    public async Task A_refresh_gives_new_tokens_of_the_same_session()
    {
        var first = await _house.SignedInAsync(Mail);
        var second = (await _house.Refresh.RunAsync(first.RefreshToken, default)).Value;
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal(_house.RefreshTokens.Read(first.RefreshToken)!.Value.FamilyId, _house.RefreshTokens.Read(second.RefreshToken)!.Value.FamilyId);
    }

    [Fact]
    public async Task A_lost_answer_gives_the_same_successor_within_thirty_seconds()
    {
        var first = await _house.SignedInAsync(Mail);
        var second = (await _house.Refresh.RunAsync(first.RefreshToken, default)).Value;
        _house.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(second.RefreshToken, (await _house.Refresh.RunAsync(first.RefreshToken, default)).Value.RefreshToken);
    }

    [Fact]
    public async Task A_replay_after_thirty_seconds_ends_the_family_and_is_logged()
    {
        var first = await _house.SignedInAsync(Mail);
        var second = (await _house.Refresh.RunAsync(first.RefreshToken, default)).Value;
        _house.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("session-over", (await _house.Refresh.RunAsync(first.RefreshToken, default)).Problem!.Name);
        Assert.Equal("session-over", (await _house.Refresh.RunAsync(second.RefreshToken, default)).Problem!.Name);
        Assert.Single(_house.Log.All, entry => entry.Event == "refresh-token-reused");
        Assert.Empty((await _house.End.ListAsync(await _house.UserAsync(first), null, default)).Items);
    }

    [Fact]
    public async Task A_replay_after_the_successor_was_used_ends_the_family_at_once()
    {
        var first = await _house.SignedInAsync(Mail);
        var second = (await _house.Refresh.RunAsync(first.RefreshToken, default)).Value;
        var third = (await _house.Refresh.RunAsync(second.RefreshToken, default)).Value;
        Assert.Equal("session-over", (await _house.Refresh.RunAsync(first.RefreshToken, default)).Problem!.Name);
        Assert.Equal("session-over", (await _house.Refresh.RunAsync(third.RefreshToken, default)).Problem!.Name);
    }

    [Fact]
    public async Task A_made_up_token_of_a_known_family_ends_nothing()
    {
        var session = await _house.SignedInAsync(Mail);
        var family = session.RefreshToken.Split('.')[0];
        Assert.Equal("session-over", (await _house.Refresh.RunAsync($"{family}.{new string('A', 48)}", default)).Problem!.Name);
        Assert.True((await _house.Refresh.RunAsync(session.RefreshToken, default)).IsOk);
    }

    [Fact]
    public async Task Two_refreshes_at_once_end_with_one_successor()
    {
        var session = await _house.SignedInAsync(Mail);
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _house.Refresh.RunAsync(session.RefreshToken, default))));
        Assert.Single(both.Select(outcome => outcome.Value.RefreshToken).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_session_ends_when_idle_for_thirty_days_and_in_any_case_after_a_hundred_and_eighty()
    {
        var idle = await _house.SignedInAsync(Mail);
        _house.Clock.Advance(Limits.SessionIdleMax);
        Assert.False((await _house.Refresh.RunAsync(idle.RefreshToken, default)).IsOk);

        var token = (await _house.SignIn.RunAsync(new(Mail, IdentityHouse.Password), "127.0.0.1", null, default)).Value.RefreshToken;
        for (var days = 20; days < 180; days += 20)
        {
            _house.Clock.Advance(TimeSpan.FromDays(20));
            token = (await _house.Refresh.RunAsync(token, default)).Value.RefreshToken;
        }

        _house.Clock.Advance(TimeSpan.FromDays(20));
        Assert.False((await _house.Refresh.RunAsync(token, default)).IsOk);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions_and_signing_out_ends_one()
    {
        var one = await _house.SignedInAsync(Mail);
        var other = (await _house.SignIn.RunAsync(new(Mail, IdentityHouse.Password), "127.0.0.1", null, default)).Value;
        await _house.End.EndByTokenAsync(one.RefreshToken, default);
        Assert.False((await _house.Refresh.RunAsync(one.RefreshToken, default)).IsOk);
        other = (await _house.Refresh.RunAsync(other.RefreshToken, default)).Value;
        await _house.End.EndAllAsync(await _house.UserAsync(other), default);
        Assert.False((await _house.Refresh.RunAsync(other.RefreshToken, default)).IsOk);
    }

    [Fact]
    public async Task Another_customers_session_is_not_found()
    {
        var mine = await _house.SignedInAsync(Mail);
        var theirs = await _house.SignedInAsync("ravi@example.org");
        var family = _house.RefreshTokens.Read(theirs.RefreshToken)!.Value.FamilyId;
        Assert.Equal("not-found", (await _house.End.EndAsync(await _house.UserAsync(mine), family, default)).Problem!.Name);
        Assert.True((await _house.Refresh.RunAsync(theirs.RefreshToken, default)).IsOk);
    }

    [Fact]
    public async Task The_oldest_session_ends_when_there_are_too_many()
    {
        var first = await _house.SignedInAsync(Mail);
        var account = (await _house.Accounts.FindAsync(Mail, default))!.Value;
        for (var count = 0; count < Limits.SessionsMax; count++)
        {
            _house.Clock.Advance(TimeSpan.FromSeconds(1));
            await _house.Open.RunAsync(account, "more", default);
        }

        Assert.False((await _house.Refresh.RunAsync(first.RefreshToken, default)).IsOk);
        Assert.Equal(Limits.SessionsMax, (await _house.End.ListAsync(account.UserId, null, default)).Items.Count);
    }

    [Fact]
    public void A_token_survives_its_own_text_and_nothing_else_is_one() => Gen.Select(Gen.Byte.Array[16], Gen.Int[0, int.MaxValue], Gen.Char.AlphaNumeric, Gen.Int[0, 79]).Sample((id, generation, letter, position) =>
    {
        var family = Convert.ToHexStringLower(id);
        var token = _house.RefreshTokens.Write(family, generation);
        var at = position % token.Length;
        var changed = token[..at] + letter + token[(at + 1)..];
        return _house.RefreshTokens.Read(token) == (family, generation) && (changed == token || _house.RefreshTokens.Read(changed) is null);
    });
}
