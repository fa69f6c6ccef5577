using Kundli.Adapters.Documents;
using Kundli.Adapters.Tests.Shop;
using Kundli.Astronomy.Sky;
using Kundli.Features.Privacy;
using Kundli.Features.SavedCharts;
using Kundli.Testing;
using Xunit;

namespace Kundli.Adapters.Tests.SavedCharts;

public sealed class SavedChartTests
{
    private readonly SavedChartWorld _world = new();

    [Fact]
    public async Task Charts_are_listed_newest_first_page_by_page()
    {
        foreach (var name in new[] { "first", "second", "third" })
            await _world.SaveAsync(name: name);
        var page = (await _world.Read.ListAsync("u1", 2, null, default)).Value;
        var rest = (await _world.Read.ListAsync("u1", 2, page.Next, default)).Value;
        Assert.Equal(["third", "second", "first"], page.Items.Concat(rest.Items).Select(chart => chart.Name));
        Assert.Null(rest.Next);
        Assert.Equal((Kundli.Jyotish.Zodiac.Rashi.Capricorn, Kundli.Jyotish.Zodiac.Nakshatra.UttaraAshadha), (page.Items[0].MoonSign, page.Items[0].BirthStar));
    }

    [Fact]
    public async Task Anothers_chart_is_not_found_by_any_verb()
    {
        var chart = await _world.SaveAsync("u1");
        Assert.Equal("not-found", (await _world.Read.RunAsync("u2", chart.Id, default)).Problem?.Name);
        Assert.Equal("not-found", (await _world.Change.RenameAsync("u2", chart.Id, null, new("mine"), default)).Problem?.Name);
        Assert.Equal("not-found", (await _world.Change.DeleteAsync("u2", chart.Id, null, default)).Problem?.Name);
        Assert.Empty((await _world.Read.ListAsync("u2", 10, null, default)).Value.Items);
        Assert.True((await _world.Read.RunAsync("u1", chart.Id, default)).IsOk);
    }

    [Fact]
    public async Task A_made_up_page_token_reaches_nothing_but_charts()
    {
        await _world.SaveAsync();
        await _world.Documents.CreateAsync(new(Containers.Charts, "u1"), TypedDocuments.Document("a-other-kind", new { secret = 1 }), default);
        Assert.Single((await _world.Read.ListAsync("u1", 10, " ", default)).Value.Items);
    }

    [Fact]
    public async Task The_same_request_twice_saves_one_chart_and_another_under_its_key_is_refused()
    {
        var request = new SaveChartRequest("Asha", SavedChartWorld.Delhi);
        var first = (await _world.Save.RunAsync("u1", "key", request, default)).Value;
        _world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(first, (await _world.Save.RunAsync("u1", "key", request, default)).Value);
        Assert.Equal("idempotency-key-reused", (await _world.Save.RunAsync("u1", "key", request with { Name = "Usha" }, default)).Problem?.Name);
        Assert.NotEqual(first.Id, (await _world.Save.RunAsync("u2", "key", request, default)).Value.Id);
        Assert.Single((await _world.Read.ListAsync("u1", 10, null, default)).Value.Items);
        await _world.Change.DeleteAsync("u1", first.Id, null, default);
        Assert.Equal("not-found", (await _world.Save.RunAsync("u1", "key", request, default)).Problem?.Name);
        _world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.True((await _world.Save.RunAsync("u1", "key", request, default)).IsOk);
    }

    [Fact]
    public async Task A_name_is_changed_only_from_the_version_that_was_seen()
    {
        var chart = await _world.SaveAsync();
        var renamed = (await _world.Change.RenameAsync("u1", chart.Id, "r1", new(" Asha Devi "), default)).Value;
        Assert.Equal(("Asha Devi", "r2"), (renamed.Chart.Name, renamed.Tag));
        Assert.Equal("stale-version", (await _world.Change.RenameAsync("u1", chart.Id, "r1", new("Usha"), default)).Problem?.Name);
        Assert.Equal("stale-version", (await _world.Change.DeleteAsync("u1", chart.Id, "r1", default)).Problem?.Name);
        Assert.True((await _world.Change.DeleteAsync("u1", chart.Id, "r2", default)).IsOk);
    }

    [Fact]
    public async Task Saving_records_the_consent_and_who_withdrew_it_is_asked_first()
    {
        await _world.SaveAsync();
        Assert.True((await _world.Consents.ReadAsync("u1", default)).Record.Allows(ConsentPurpose.SavedCharts));
        await new DecideConsents(_world.Consents, new DueMarkerStore(_world.Documents), _world.Clock).RunAsync("u1", new([new(ConsentPurpose.SavedCharts, false, "any")]), default);
        var refused = await _world.Save.RunAsync("u1", null, new("Asha", SavedChartWorld.Delhi), default);
        Assert.Equal("consent-required", refused.Problem?.Name);
        Assert.Equal("savedCharts", refused.Problem!.Extras["purpose"]);
    }

    [Fact]
    public async Task Somebody_elses_birth_and_a_childs_need_their_declarations()
    {
        var other = new SaveChartRequest("Ravi", SavedChartWorld.Delhi, Subject: ChartSubject.Other);
        Assert.Equal("/declarations/mayEnter", (await _world.Save.RunAsync("u1", null, other, default)).Problem?.Errors.Single().Pointer);
        Assert.True((await _world.Save.RunAsync("u1", null, other with { Declarations = new(true, false) }, default)).IsOk);
        var child = new SaveChartRequest("Mira", SavedChartWorld.Child, Subject: ChartSubject.Other, Declarations: new(true, false));
        Assert.Equal("/declarations/isParent", (await _world.Save.RunAsync("u1", null, child, default)).Problem?.Errors.Single().Pointer);
        Assert.True((await _world.Save.RunAsync("u1", null, child with { Declarations = new(true, true) }, default)).IsOk);
    }

    [Fact]
    public async Task A_childs_chart_says_nothing_of_manglik_and_may_not_be_offered_to_until_it_is_of_age()
    {
        var (child, adult) = (await _world.SaveAsync(birth: SavedChartWorld.Child), await _world.SaveAsync());
        Assert.Null((await _world.Read.RunAsync("u1", child.Id, default)).Value.Chart.Doshas!.Manglik);
        Assert.NotNull((await _world.Read.RunAsync("u1", adult.Id, default)).Value.Chart.Doshas!.Manglik);
        Assert.Equal("not-for-minors", (await _world.Read.OpenForAsync("u1", child.Id, PersonUse.Sharing, default)).Problem?.Name);
        Assert.Equal((false, true), (_world.Read.MayOffer(child), _world.Read.MayOffer(adult)));
        _world.Clock.Advance(TimeSpan.FromDays(366 * 7));
        Assert.NotNull((await _world.Read.RunAsync("u1", child.Id, default)).Value.Chart.Doshas!.Manglik);
    }

    [Fact]
    public async Task An_account_keeps_so_many_charts_and_no_more()
    {
        for (var i = 0; i < Features.SavedCharts.Limits.ChartsMax; i++)
            await _world.Charts.AddAsync(new SavedChart(SavedChart.IdAt(_world.Clock.GetUtcNow(), $"{i:x8}"), "u1", new("x", SavedChartWorld.Delhi), ChartSubject.Self, new(true, false), default, default), null, default);
        Assert.Equal("too-many-charts", (await _world.Save.RunAsync("u1", null, new("Asha", SavedChartWorld.Delhi), default)).Problem?.Name);
    }

    [Fact]
    public async Task A_deleted_chart_takes_its_readings_along_and_leaves_the_others()
    {
        var (gone, stays) = (await _world.SaveAsync(), await _world.SaveAsync());
        foreach (var chart in new[] { gone, stays })
            await _world.Documents.CreateAsync(new(Containers.Charts, "u1"), TypedDocuments.Document($"reading|{chart.Id}|x", new { text = 1 }), default);
        await _world.Change.DeleteAsync("u1", gone.Id, null, default);
        Assert.DoesNotContain(_world.Store.All, entry => entry.Document.Id.Contains(gone.Id, StringComparison.Ordinal));
        Assert.Equal(2, _world.Store.All.Count(entry => entry.Document.Id.Contains(stays.Id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Erasure_goes_on_where_a_killed_one_stopped_and_export_shows_everything_before()
    {
        for (var i = 0; i < 5; i++)
            await _world.SaveAsync(name: $"chart {i}");
        await _world.SaveAsync("u2");
        var records = new SavedChartRecords(_world.Charts, _world.Change);
        var exported = 0;
        await foreach (var _ in records.ExportAsync("u1", default))
            exported++;
        Assert.Equal(5, exported);
        var writes = 0;
        _world.Store.Before = call => { if (call.Kind == StoreCallKind.Write && ++writes == 3) throw new KilledException(); };
        await Assert.ThrowsAsync<KilledException>(() => records.EraseAsync("u1", default));
        _world.Store.Before = null;
        Assert.Equal(Erasure.Done, await records.EraseAsync("u1", default));
        Assert.Empty((await _world.Read.ListAsync("u1", 10, null, default)).Value.Items);
        Assert.Single((await _world.Read.ListAsync("u2", 10, null, default)).Value.Items);
    }

    [Fact]
    public async Task What_was_saved_is_what_a_preview_computes()
    {
        var chart = await _world.SaveAsync();
        var (saved, preview) = ((await _world.Read.RunAsync("u1", chart.Id, default)).Value.Chart, _world.Draw.Run(chart.Chart).Value);
        Assert.Equal(preview.Grahas.Select(graha => (graha.Graha, graha.Longitude)), saved.Grahas.Select(graha => (graha.Graha, graha.Longitude)));
        Assert.Equal(chart.Id, saved.Id);
        Assert.Equal(Ayanamsa.Lahiri, saved.Conventions.Ayanamsa);
    }
}
