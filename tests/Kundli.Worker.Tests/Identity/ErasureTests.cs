using System.Text;
using System.Text.Json;
using Kundli.Adapters.Documents;
using Kundli.Features.Identity;
using Kundli.Features.Privacy;
using Kundli.Testing;

namespace Kundli.Worker.Tests.Identity;

public sealed class ErasureTests
{
    private const string Mail = "canary-mail@example.org";
    private const string Phone = "+919812345678";

    private readonly IdentityHouse _house = new();

    [Fact]
    public async Task After_an_erasure_no_store_holds_anything_of_the_person_and_the_note_says_so()
    {
        var (user, family) = await SignedInAsync();
        Assert.Contains(Everything(), text => text.Contains(Mail, StringComparison.Ordinal));
        Assert.Equal("erasing", (await _house.Close.RunAsync(user, family, new(), default)).Value.Status);
        Assert.Equal(1, await _house.Redrive.RunAsync(default));
        AssertErased(user);

        _house.Clock.Advance(Features.Privacy.Limits.SecondPass);
        Assert.Equal(1, await _house.Redrive.RunAsync(default));
        AssertErased(user);
        Assert.Equal(0, await _house.Redrive.RunAsync(default));
        Assert.Contains(Everything(), text => text.Contains("erasedAt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_that_waits_to_be_erased_lets_nobody_in()
    {
        var session = await _house.SignedInAsync(Mail);
        var claims = (await _house.AccessTokens.ReadAsync(session.AccessToken))!;
        await _house.Close.RunAsync(claims.Caller.UserId!, claims.FamilyId, new(), default);
        Assert.Equal("wrong-credentials", (await _house.SignIn.RunAsync(new(Mail, IdentityHouse.Password), "127.0.0.1", null, default)).Problem?.Name);
        Assert.Equal("session-over", (await _house.Refresh.RunAsync(session.RefreshToken, default)).Problem?.Name);
        Assert.Equal("session-over", (await _house.Close.RunAsync(claims.Caller.UserId!, claims.FamilyId, new(), default)).Problem?.Name);
    }

    [Fact]
    public async Task The_same_address_may_register_anew_after_the_erasure()
    {
        var (user, family) = await SignedInAsync();
        await _house.Close.RunAsync(user, family, new(), default);
        await _house.Redrive.RunAsync(default);
        var again = await _house.UserAsync(await _house.SignedInAsync(Mail));
        Assert.NotEqual(user, again);
        // The second pass of the old account must not touch the new one.
        _house.Clock.Advance(Features.Privacy.Limits.SecondPass);
        await _house.Redrive.RunAsync(default);
        Assert.NotNull(await _house.Accounts.FindAsync(Mail, default));
    }

    [Fact]
    public async Task A_stolen_access_token_alone_does_not_erase()
    {
        var session = await _house.SignedInAsync(Mail);
        var claims = (await _house.AccessTokens.ReadAsync(session.AccessToken))!;
        _house.Clock.Advance(Features.Identity.Limits.FreshSignIn + TimeSpan.FromSeconds(1));
        Assert.Equal("fresh-sign-in-required", (await _house.Close.RunAsync(claims.Caller.UserId!, claims.FamilyId, new(), default)).Problem?.Name);
        Assert.Equal("wrong-credentials", (await _house.Close.RunAsync(claims.Caller.UserId!, claims.FamilyId, new("something else entirely"), default)).Problem?.Name);
        Assert.True((await _house.Close.RunAsync(claims.Caller.UserId!, claims.FamilyId, new(IdentityHouse.Password), default)).IsOk);
    }

    /// <summary>The job is killed at its n-th call to the store, for every n; whatever was left is erased by the next run.</summary>
    [Fact]
    public async Task An_erasure_that_dies_at_any_call_is_finished_by_the_next()
    {
        var deaths = 0;
        for (var fatal = 1; ; fatal++)
        {
            var house = new IdentityHouse();
            var (user, family) = await SignedInAsync(house);
            await house.Close.RunAsync(user, family, new(), default);
            var calls = 0;
            house.Store.Before = _ =>
            {
                if (++calls == fatal)
                    throw new DocumentsUnavailableException("killed");
            };
            try
            {
                await house.Erase.RunAsync(user, default);
            }
            catch (DocumentsUnavailableException)
            {
                deaths++;
            }
            house.Store.Before = null;
            await house.Erase.RunAsync(user, default);
            AssertErased(user, house);
            if (calls < fatal)
                break;
        }
        Assert.InRange(deaths, 15, 200);
    }

    [Fact]
    public async Task An_export_holds_everything_of_the_person_and_nothing_secret()
    {
        var (user, _) = await SignedInAsync();
        await _house.SignedInAsync("somebody-else@example.org");
        using var output = new MemoryStream();
        await new ExportPerson(_house.Sections, _house.Clock).RunAsync(user, output, JsonSerializerOptions.Web, default);
        var text = Encoding.UTF8.GetString(output.ToArray());
        var sections = JsonDocument.Parse(text).RootElement.GetProperty("sections");
        Assert.Equal(Mail, sections.GetProperty("account")[0].GetProperty("email").GetString());
        Assert.Equal(2, sections.GetProperty("sessions").GetArrayLength());
        Assert.Equal(1, sections.GetProperty("consents").GetArrayLength());
        Assert.DoesNotContain("argon2", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("somebody-else", text, StringComparison.Ordinal);
        Assert.DoesNotContain("securityStamp", text, StringComparison.OrdinalIgnoreCase);
    }

    private Task<(string User, string Family)> SignedInAsync() => SignedInAsync(_house);

    private static async Task<(string User, string Family)> SignedInAsync(IdentityHouse house)
    {
        // Without a password: hashing one for each death would only cost time.
        var account = new Account(Account.NewId(), "canary-name", house.Clock.GetUtcNow()) { Mail = Mail, Phone = Phone };
        await house.Accounts.OpenAsync(Mail, account, default);
        await house.Open.RunAsync(account, "canary-tablet", default);
        var session = await house.Open.RunAsync(account, "canary-phone", default);
        var claims = (await house.AccessTokens.ReadAsync(session.AccessToken))!;
        await house.ByPhone.SendAsync(new(Phone), default);
        await new DecideConsents(house.Consents, house.Markers, house.Clock).RunAsync(
            claims.Caller.UserId!, new([new(ConsentPurpose.Marketing, true, ConsentNotice.Of(ConsentPurpose.Marketing).Version)]), default);
        return (claims.Caller.UserId!, claims.FamilyId);
    }

    private IEnumerable<string> Everything() => _house.Store.All.Select(stored => TextOf(stored.Document));

    private void AssertErased(string user) => AssertErased(user, _house);

    private static void AssertErased(string user, IdentityHouse house)
    {
        Assert.DoesNotContain(house.Store.All, stored => TextOf(stored.Document).Contains("canary", StringComparison.Ordinal) || TextOf(stored.Document).Contains(Phone[1..], StringComparison.Ordinal));
        // Of the customer's own partition only the proof is left.
        Assert.Equal(["erasure"], house.Store.All.Where(stored => stored.Partition == new Partition(Containers.Customers, user)).Select(stored => stored.Document.Id));
        Assert.DoesNotContain(house.Store.All, stored => stored.Partition.Container is Containers.Logins or Containers.Sessions);
    }

    private static string TextOf(StoredDocument document) => $"{document.Id} {Encoding.UTF8.GetString(document.Body.Span)}";
}
