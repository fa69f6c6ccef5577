using Kundli.Adapters.Documents;
using Kundli.Features.Horoscopes;
using Kundli.Features.Notes;
using Xunit;

namespace Kundli.Adapters.Tests.SavedCharts;

/// <summary>Notes over days, with a clock that the test moves.</summary>
public sealed class NoteTests
{
    private readonly SavedChartWorld _world = new();

    [Fact]
    public async Task Each_day_has_one_note_and_once_in_a_month_the_birth_star_asks_for_water()
    {
        var saved = await _world.SaveAsync();
        var notes = new NoteStore(_world.Documents);
        var compose = new ComposeHoroscope(_world.Clock);
        var write = new WriteNotes(notes, _world.Read, _world.Draw, new ReadMyHoroscope(_world.Charts, _world.Read, _world.Draw, compose, _world.Clock), compose, _world.Clock);
        var keep = new KeepNotes(_world.Read, notes, new DueMarkerStore(_world.Documents), _world.Clock);
        var wish = (await keep.WishAsync("u1", saved.Id, new("en"), default)).Value;

        for (var day = 0; day < 30; day++)
        {
            var next = await write.RunAsync(wish.Target, default);
            // A second marker, or a second timer: nothing more is written, and both go on as one.
            Assert.Equal(next, await write.RunAsync(wish.Target, default));
            _world.Clock.Advance(next!.Value - _world.Clock.GetUtcNow());
        }

        var feed = (await keep.ListAsync("u1", 100, null, default)).Value.Items;
        Assert.Equal(30, feed.Count);
        Assert.Equal(feed.Select(note => note.Date).OrderDescending(StringComparer.Ordinal), feed.Select(note => note.Date));
        var starDays = feed.Where(note => note.BirthStarDay is not null).ToList();
        Assert.InRange(starDays.Count, 1, 3);
        Assert.All(starDays, note => Assert.Contains("Uttara Ashadha, your birth star, whose tree is Jackfruit", note.BirthStarDay!.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wish_without_its_chart_ends()
    {
        var saved = await _world.SaveAsync();
        var notes = new NoteStore(_world.Documents);
        var compose = new ComposeHoroscope(_world.Clock);
        var write = new WriteNotes(notes, _world.Read, _world.Draw, new ReadMyHoroscope(_world.Charts, _world.Read, _world.Draw, compose, _world.Clock), compose, _world.Clock);
        var wish = (await new KeepNotes(_world.Read, notes, new DueMarkerStore(_world.Documents), _world.Clock).WishAsync("u1", saved.Id, new("hi"), default)).Value;
        await _world.Charts.RemoveAsync("u1", saved.Id, default);
        Assert.Null(await write.RunAsync(wish.Target, default));
        Assert.Empty(await notes.WishesAsync("u1", default));
        Assert.Null(await write.RunAsync(wish.Target, default));
    }
}
