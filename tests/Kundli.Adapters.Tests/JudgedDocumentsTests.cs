using System.Text;

using Kundli.Adapters.Documents;
using Kundli.Features.Due;
using Kundli.Testing;

using Xunit;

namespace Kundli.Adapters.Tests;

public sealed class JudgedDocumentsTests
{
    private static readonly Partition Here = new(Containers.Carts, "one");

    private readonly MemoryDocumentStore _store = new();
    private readonly JudgedDocuments _documents;

    public JudgedDocumentsTests() => _documents = new(_store, TimeProvider.System);

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_known_by_its_id_and_not_done_twice()
    {
        var lost = 1;
        _store.After = call => call.Kind == StoreCallKind.Write && lost-- > 0;

        var written = await _documents.CreateAsync(Here, Text("cart", "a"), default);

        Assert.True(written.IsDone);
        Assert.Equal((await _documents.ReadAsync(Here, "cart", default))!.ETag, written.ETag);
    }

    [Fact]
    public async Task A_write_that_somebody_else_did_first_is_refused_even_when_its_answer_was_lost()
    {
        await _documents.CreateAsync(Here, Text("cart", "theirs"), default);
        _store.After = call => call.Kind == StoreCallKind.Write;

        await Assert.ThrowsAsync<DocumentsUnavailableException>(() => _documents.CreateAsync(Here, Text("cart", "ours"), default));
        _store.After = null;

        Assert.False((await _documents.CreateAsync(Here, Text("cart", "ours"), default)).IsDone);
        Assert.Equal("theirs", Body(await _documents.ReadAsync(Here, "cart", default)));
    }

    [Fact]
    public async Task An_expired_document_reads_as_missing_leaves_lists_and_may_be_created_over()
    {
        var past = DateTimeOffset.UtcNow.AddSeconds(-1);
        await _documents.CreateAsync(Here, Text("a", "old") with { ExpiresAt = past }, default);
        await _documents.CreateAsync(Here, Text("b", "living"), default);

        Assert.Null(await _documents.ReadAsync(Here, "a", default));
        Assert.Equal(["b"], (await _documents.PageAsync(Here, IdRange.All, 10, null, default)).Items.Select(item => item.Id));
        Assert.True((await _documents.CreateAsync(Here, Text("a", "new"), default)).IsDone);
        Assert.Equal("new", Body(await _documents.ReadAsync(Here, "a", default)));
    }

    [Fact]
    public async Task A_batch_is_all_or_nothing()
    {
        await _documents.CreateAsync(Here, Text("taken", "x"), default);

        var written = await _documents.BatchAsync(Here, [new DocumentWrite.Create(Text("free", "y")), new DocumentWrite.Create(Text("taken", "z"))], default);

        Assert.False(written.IsDone);
        Assert.Null(await _documents.ReadAsync(Here, "free", default));
    }

    [Fact]
    public async Task Pages_walk_a_range_once_and_in_order()
    {
        for (var i = 0; i < 25; i++)
            await _documents.CreateAsync(Here, Text($"item|{i:00}", "x"), default);
        await _documents.CreateAsync(Here, Text("other", "x"), default);

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await _documents.PageAsync(Here, IdRange.Prefix("item|"), 10, after, default);
            seen.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"item|{i:00}"), seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("ä")]
    public async Task A_key_outside_the_alphabet_is_refused_before_the_store_sees_it(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _documents.ReadAsync(Here, id, default));
        Assert.Equal(0, _store.Calls);
    }

    [Fact]
    public async Task Due_markers_come_back_oldest_first_until_the_instant_asked_and_go_when_cleared()
    {
        var markers = new DueMarkerStore(_documents);
        var now = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
        var early = new DueMarker("order", "o1", now.AddMinutes(-5));
        var late = early with { DueAt = now.AddMinutes(5) };
        await markers.SetAsync(late, default);
        await markers.SetAsync(early, default);
        await markers.SetAsync(early, default);

        Assert.Equal([early], await markers.DueAsync("order", early.Shard, now, 10, default));
        await markers.ClearAsync(early, default);
        Assert.Empty(await markers.DueAsync("order", early.Shard, now, 10, default));
        Assert.Equal([late], await markers.DueAsync("order", early.Shard, now.AddHours(1), 10, default));
    }

    private static NewDocument Text(string id, string text) => new(id, Encoding.UTF8.GetBytes(text), Guid.NewGuid().ToString("N"));

    private static string Body(StoredDocument? document) => Encoding.UTF8.GetString(document!.Body.Span);
}
