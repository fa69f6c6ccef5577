using Kundli.Adapters.Documents;
using Kundli.Features.Identity;
using Kundli.Features.Privacy;

namespace Kundli.Worker.Tests.Identity;

public sealed class MeTests
{
    private readonly IdentityHouse _house = new();

    [Fact]
    public async Task An_account_is_changed_only_from_the_version_that_was_seen()
    {
        var user = await _house.UserAsync(await _house.SignedInAsync("asha@example.org"));
        var me = new ReadMe(_house.Accounts);
        var seen = (await me.RunAsync(user, default)).Value;
        var changed = (await me.ChangeAsync(user, seen.Version, new("Asha Devi"), default)).Value;
        Assert.Equal("Asha Devi", changed.Value.DisplayName);
        Assert.Equal("stale-version", (await me.ChangeAsync(user, seen.Version, new("Somebody"), default)).Problem!.Name);
        Assert.Equal("Asha Devi", (await me.RunAsync(user, default)).Value.Value.DisplayName);
    }

    [Fact]
    public async Task Nothing_is_agreed_to_until_it_is_given_and_withdrawing_leaves_the_proof()
    {
        var store = new ConsentStore(new JudgedDocuments(_house.Store, _house.Clock));
        var consents = new DecideConsents(store, _house.Clock);
        Assert.DoesNotContain((await consents.ReadAsync("u1", default)).Consents, consent => consent.Granted);
        await consents.RunAsync("u1", new([new(ConsentPurpose.Marketing, true, ConsentNotice.Of(ConsentPurpose.Marketing).Version)]), default);
        await consents.RunAsync("u1", new([new(ConsentPurpose.Marketing, true, ConsentNotice.Of(ConsentPurpose.Marketing).Version)]), default);
        Assert.True((await store.ReadAsync("u1", default)).Record.Allows(ConsentPurpose.Marketing));
        var answer = (await consents.RunAsync("u1", new([new(ConsentPurpose.Marketing, false, ConsentNotice.Of(ConsentPurpose.Marketing).Version)]), default)).Value;
        Assert.DoesNotContain(answer.Consents, consent => consent.Granted);
        Assert.Equal([true, false], (await store.ReadAsync("u1", default)).Record.History.Select(consent => consent.Granted));
    }
}
