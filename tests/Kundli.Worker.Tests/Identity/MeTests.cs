using Kundli.Adapters.Documents;
using Kundli.Features.Due;
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
        var consents = new DecideConsents(store, _house.Markers, _house.Clock);
        Assert.DoesNotContain((await consents.ReadAsync("u1", default)).Consents, consent => consent.Granted);
        await consents.RunAsync("u1", new([new(ConsentPurpose.Marketing, true, ConsentNotice.Of(ConsentPurpose.Marketing).Version)]), default);
        await consents.RunAsync("u1", new([new(ConsentPurpose.Marketing, true, ConsentNotice.Of(ConsentPurpose.Marketing).Version)]), default);
        Assert.True((await store.ReadAsync("u1", default)).Record.Allows(ConsentPurpose.Marketing));
        var answer = (await consents.RunAsync("u1", new([new(ConsentPurpose.Marketing, false, ConsentNotice.Of(ConsentPurpose.Marketing).Version)]), default)).Value;
        Assert.DoesNotContain(answer.Consents, consent => consent.Granted);
        Assert.Equal([true, false], (await store.ReadAsync("u1", default)).Record.History.Select(consent => consent.Granted));
    }

    [Fact]
    public async Task What_a_consent_kept_is_erased_after_it_is_withdrawn_and_stays_where_it_was_given_again()
    {
        var kept = new KeptByMarketing();
        var consents = new DecideConsents(_house.Consents, _house.Markers, _house.Clock);
        var erase = new EraseWithdrawn(_house.Consents, [kept]);
        await consents.RunAsync("u2", new([Decided(granted: true)]), default);
        Assert.Null(await erase.RunAsync("u2", default));
        await consents.RunAsync("u2", new([Decided(granted: false)]), default);
        await consents.RunAsync("u2", new([Decided(granted: true)]), default);
        Assert.Null(await erase.RunAsync("u2", default));
        Assert.Equal(0, kept.Erased);
        await consents.RunAsync("u2", new([Decided(granted: false)]), default);
        Assert.Null(await erase.RunAsync("u2", default));
        Assert.Equal(1, kept.Erased);
        // The marker leads to it, whoever died in between.
        var shards = await Task.WhenAll(Enumerable.Range(0, DueMarker.Shards).Select(shard => _house.Markers.DueAsync(EraseWithdrawn.MarkerKind, shard, _house.Clock.GetUtcNow() + EraseWithdrawn.Pause, 10, default)));
        Assert.Contains(shards.SelectMany(found => found), marker => marker.TargetId == "u2");
    }

    private static ConsentDecision Decided(bool granted) => new(ConsentPurpose.Marketing, granted, ConsentNotice.Of(ConsentPurpose.Marketing).Version);

    private sealed class KeptByMarketing : IConsentedRecords
    {
        public int Erased { get; private set; }

        public ConsentPurpose KeptBy => ConsentPurpose.Marketing;

        public string Section => "letters";

        public IAsyncEnumerable<object> ExportAsync(string userId, CancellationToken cancellation) => AsyncEnumerable.Empty<object>();

        public Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
        {
            Erased++;
            return Task.FromResult(Erasure.Done);
        }
    }
}
