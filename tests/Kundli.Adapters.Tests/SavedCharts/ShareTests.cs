using Kundli.Adapters.Documents;
using Kundli.Features.Profiles;
using Kundli.Features.SavedCharts;
using Xunit;

namespace Kundli.Adapters.Tests.SavedCharts;

public sealed class ShareTests
{
    private readonly SavedChartWorld _world = new();

    [Fact]
    public async Task A_link_shows_what_was_shared_and_nothing_else_until_it_is_revoked()
    {
        var chart = await _world.SaveAsync();
        var made = (await _world.Share.RunAsync("u1", chart.Id, new([SharedPart.BirthStar]), token => token, default)).Value;
        var shown = (await _world.Share.OpenAsync(made.Href!, default)).Value.Chart;
        Assert.NotNull(shown.BirthStar);
        Assert.Equal((null, null, null, null, null), (shown.Birth, shown.Name, shown.Lagna, shown.Dasha, shown.Id));
        Assert.Empty(shown.Grahas);
        Assert.DoesNotContain(_world.Store.All, entry => System.Text.Encoding.UTF8.GetString(entry.Document.Body.Span).Contains(made.Href!, StringComparison.Ordinal));
        Assert.Equal(made.Id, Assert.Single((await _world.Share.ListAsync("u1", chart.Id, default)).Value.Items).Id);
        Assert.Equal("not-found", (await _world.Share.RevokeAsync("u2", chart.Id, made.Id, default)).Problem?.Name);
        Assert.True((await _world.Share.RevokeAsync("u1", chart.Id, made.Id, default)).IsOk);
        Assert.Equal("not-found", (await _world.Share.OpenAsync(made.Href!, default)).Problem?.Name);
    }

    [Fact]
    public async Task A_link_ends_with_its_days_and_with_its_chart()
    {
        var chart = await _world.SaveAsync();
        var brief = (await _world.Share.RunAsync("u1", chart.Id, new(Days: 1), token => token, default)).Value;
        var longer = (await _world.Share.RunAsync("u1", chart.Id, new(Days: 9), token => token, default)).Value;
        _world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("not-found", (await _world.Share.OpenAsync(brief.Href!, default)).Problem?.Name);
        Assert.True((await _world.Share.OpenAsync(longer.Href!, default)).IsOk);
        await _world.Change.DeleteAsync("u1", chart.Id, null, default);
        Assert.Equal("not-found", (await _world.Share.OpenAsync(longer.Href!, default)).Problem?.Name);
        Assert.DoesNotContain(_world.Store.All, entry => entry.Document.Id == "share" && entry.Document.ExpiresAt > _world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_childs_chart_is_neither_shared_nor_matched()
    {
        var (child, adult) = (await _world.SaveAsync(birth: SavedChartWorld.Child), await _world.SaveAsync());
        Assert.Equal("not-for-minors", (await _world.Share.RunAsync("u1", child.Id, new(), token => token, default)).Problem?.Name);
        Assert.Equal("not-for-minors", (await _world.Match.RunAsync("u1", new(child.Id, adult.Id), default)).Problem?.Name);
        Assert.Equal(36, (await _world.Match.RunAsync("u1", new(adult.Id, (await _world.SaveAsync()).Id), default)).Value.Maximum);
        Assert.Equal("not-found", (await _world.Match.RunAsync("u2", new(adult.Id, child.Id), default)).Problem?.Name);
    }

    [Fact]
    public async Task Charts_are_laid_side_by_side_in_the_order_asked()
    {
        var (one, two) = (await _world.SaveAsync(name: "one"), await _world.SaveAsync(name: "two", birth: SavedChartWorld.Delhi with { Date = "1985-01-02" }));
        var answer = (await _world.Compare.RunAsync("u1", new([two.Id, one.Id]), default)).Value;
        Assert.Equal(["two", "one"], answer.Charts.Select(chart => chart.Name));
        Assert.Equal(10, answer.Rows.Count);
        Assert.All(answer.Rows, row => Assert.Equal(row.SameSign, row.HouseOfOther[1] == 1));
        Assert.Equal("not-found", (await _world.Compare.RunAsync("u2", new([two.Id, one.Id]), default)).Problem?.Name);
    }

    [Fact]
    public async Task A_child_of_the_family_needs_a_parents_declaration_and_a_profile_takes_its_charts_along()
    {
        var request = new ProfileRequest("Mira", Relation.Child, SavedChartWorld.Child);
        Assert.Equal("declaration-required", (await _world.Profiles.AddAsync("u1", null, request, default)).Problem?.Name);
        var mira = (await _world.Profiles.AddAsync("u1", "key", request with { Declarations = new(true, true) }, default)).Value;
        Assert.Equal(mira.Id, (await _world.Profiles.AddAsync("u1", "key", request with { Declarations = new(true, true) }, default)).Value.Id);
        var view = _world.Profiles.View(mira);
        Assert.Equal((true, 4), (view.IsMinor, view.Withheld.Count));
        Assert.Equal("not-found", (await _world.Profiles.ReadAsync("u2", mira.Id, default)).Problem?.Name);
        var chart = (await _world.Save.RunAsync("u1", null, new("Mira", SavedChartWorld.Child, Subject: ChartSubject.Other, ProfileId: mira.Id, Declarations: new(true, true)), default)).Value;
        Assert.Equal("/profileId", (await _world.Save.RunAsync("u2", null, new("x", SavedChartWorld.Delhi, ProfileId: mira.Id), default)).Problem?.Errors.Single().Pointer);
        Assert.Equal("stale-version", (await _world.Profiles.ChangeAsync("u1", mira.Id, "r9", new("Mira Devi"), default)).Problem?.Name);
        Assert.Equal("Mira Devi", (await _world.Profiles.ChangeAsync("u1", mira.Id, "r1", new("Mira Devi"), default)).Value.Name);
        Assert.True((await _world.Profiles.RemoveAsync("u1", mira.Id, null, default)).IsOk);
        Assert.Equal("not-found", (await _world.Read.RunAsync("u1", chart.Id, default)).Problem?.Name);
        Assert.Empty((await _world.Profiles.ListAsync("u1", 10, null, default)).Value.Items);
    }
}
