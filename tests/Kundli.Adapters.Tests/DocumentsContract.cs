using System.Text;
using System.Text.Json;

using Kundli.Adapters.Documents;

using Xunit;

namespace Kundli.Adapters.Tests;

/// <summary>What the document port promises, on whatever lies under it. Each store derives a class; none may pass over a test.</summary>
public abstract class DocumentsContract : IAsyncLifetime
{
    private readonly Partition _here = new(Containers.Carts, Guid.NewGuid().ToString("N"));
    private StaleStore _store = null!;
    private JudgedDocuments _documents = null!;

    private protected TestClock Clock { get; } = new();

    private protected FaultPlan Faults { get; } = new();

    private protected Partition Here => _here;

    private protected IDocuments Documents => _documents;

    public async Task InitializeAsync()
    {
        _store = new(await OpenAsync());
        _documents = new(_store, Clock);
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The store under test, with <see cref="Faults"/> on its way.</summary>
    private protected abstract Task<IDocumentStore> OpenAsync();

    [Fact]
    public async Task A_document_comes_back_as_it_was_written()
    {
        var expires = Clock.GetUtcNow().AddDays(1);
        var document = Text("a.B_c|d-9", "Ashwinī ✓ \\\" \u0001") with { Schema = 3, ExpiresAt = expires };

        var written = await _documents.CreateAsync(_here, document, default);
        var read = await _documents.ReadAsync(_here, document.Id, default);

        Assert.True(written.IsDone);
        Assert.NotNull(read);
        Assert.Equal((document.Id, 3, document.WriteId, written.ETag), (read.Id, read.Schema, read.WriteId, read.ETag));
        Assert.Equal("Ashwinī ✓ \\\" \u0001", Of(read));
        Assert.Equal(expires, read.ExpiresAt!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task What_is_not_there_reads_as_missing()
    {
        Assert.Null(await _documents.ReadAsync(_here, "nothing", default));
        Assert.Empty((await _documents.PageAsync(_here, IdRange.All, 10, null, default)).Items);
    }

    [Fact]
    public async Task A_second_creation_is_refused_and_changes_nothing()
    {
        await _documents.CreateAsync(_here, Text("cart", "first"), default);

        Assert.False((await _documents.CreateAsync(_here, Text("cart", "second"), default)).IsDone);
        Assert.Equal("first", Of(await _documents.ReadAsync(_here, "cart", default)));
    }

    [Fact]
    public async Task The_same_creation_again_is_the_same_creation()
    {
        var document = Text("cart", "once");
        var first = await _documents.CreateAsync(_here, document, default);

        Assert.Equal(first, await _documents.CreateAsync(_here, document, default));
    }

    [Fact]
    public async Task A_replacement_needs_the_version_that_was_read()
    {
        var first = await _documents.CreateAsync(_here, Text("cart", "one"), default);
        var second = await _documents.ReplaceAsync(_here, Text("cart", "two"), first.ETag!, default);

        Assert.True(second.IsDone);
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.False((await _documents.ReplaceAsync(_here, Text("cart", "three"), first.ETag!, default)).IsDone);
        Assert.False((await _documents.ReplaceAsync(_here, Text("absent", "three"), first.ETag!, default)).IsDone);
        Assert.Equal("two", Of(await _documents.ReadAsync(_here, "cart", default)));
    }

    [Fact]
    public async Task A_deletion_needs_the_version_that_was_read_and_may_be_repeated()
    {
        var first = await _documents.CreateAsync(_here, Text("cart", "one"), default);
        var second = await _documents.ReplaceAsync(_here, Text("cart", "two"), first.ETag!, default);

        Assert.False((await _documents.DeleteAsync(_here, "cart", first.ETag!, default)).IsDone);
        Assert.True((await _documents.DeleteAsync(_here, "cart", second.ETag!, default)).IsDone);
        Assert.True((await _documents.DeleteAsync(_here, "cart", second.ETag!, default)).IsDone);
        Assert.Null(await _documents.ReadAsync(_here, "cart", default));
    }

    [Fact]
    public async Task A_batch_happens_entirely()
    {
        var level = await _documents.CreateAsync(_here, Text("level", "5"), default);
        var gone = await _documents.CreateAsync(_here, Text("gone", "x"), default);

        var written = await _documents.BatchAsync(_here, [new DocumentWrite.Replace(Text("level", "4"), level.ETag!), new DocumentWrite.Delete("gone", gone.ETag!), new DocumentWrite.Create(Text("hold|1", "1"))], default);

        Assert.True(written.IsDone);
        Assert.Equal(["hold|1:1", "level:4"], await AllAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_batch_in_which_one_condition_fails_changes_nothing(int which)
    {
        var level = await _documents.CreateAsync(_here, Text("level", "5"), default);
        var other = await _documents.CreateAsync(_here, Text("other", "x"), default);
        await _documents.CreateAsync(_here, Text("taken", "y"), default);
        DocumentWrite[] writes =
        [
            new DocumentWrite.Replace(Text("level", "4"), which == 0 ? other.ETag! : level.ETag!),
            new DocumentWrite.Delete("other", which == 1 ? level.ETag! : other.ETag!),
            new DocumentWrite.Create(Text(which == 2 ? "taken" : "hold", "1")),
        ];

        Assert.False((await _documents.BatchAsync(_here, writes, default)).IsDone);
        Assert.Equal(["level:5", "other:x", "taken:y"], await AllAsync());
    }

    [Fact]
    public async Task A_hundred_writes_and_a_full_mebibyte_fit_into_a_batch()
    {
        Assert.True((await _documents.BatchAsync(_here, [.. Enumerable.Range(0, 100).Select(i => new DocumentWrite.Create(Text($"n|{i:000}", "x")))], default)).IsDone);
        Assert.True((await _documents.BatchAsync(_here, [.. Enumerable.Range(0, 4).Select(i => new DocumentWrite.Create(Large($"l|{i}", DocumentLimits.BodyBytesMax)))], default)).IsDone);

        Assert.Equal(100, (await _documents.PageAsync(_here, IdRange.Prefix("n|"), 200, null, default)).Items.Count);
        Assert.Equal(DocumentLimits.BodyBytesMax, (await _documents.ReadAsync(_here, "l|3", default))!.Body.Length);
    }

    [Fact]
    public async Task What_is_over_a_limit_is_a_bug_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _documents.CreateAsync(_here, Large("l", DocumentLimits.BodyBytesMax + 1), default));
        await Assert.ThrowsAsync<ArgumentException>(() => _documents.CreateAsync(_here, Text(new string('k', 201), "x"), default));
        await Assert.ThrowsAsync<ArgumentException>(() => _documents.CreateAsync(_here, Text("..", "x"), default));
        await Assert.ThrowsAsync<ArgumentException>(() => _documents.BatchAsync(_here, [new DocumentWrite.Create(Text("a", "1")), new DocumentWrite.Create(Text("a", "2"))], default));
        await Assert.ThrowsAsync<ArgumentException>(() => _documents.BatchAsync(_here, [.. Enumerable.Range(0, 101).Select(i => new DocumentWrite.Create(Text($"{i}", "x")))], default));
        await Assert.ThrowsAsync<ArgumentException>(() => _documents.BatchAsync(_here, [.. Enumerable.Range(0, 5).Select(i => new DocumentWrite.Create(Large($"{i}", DocumentLimits.BodyBytesMax)))], default));
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task Ids_are_in_ordinal_order_and_a_range_is_half_open()
    {
        string[] ids = ["-", ".a", "0", "9", "A", "Z", "_", "a", "a.b", "a|b", "b", "z", "|"];
        foreach (var id in ids.Reverse())
            await _documents.CreateAsync(_here, Text(id, "x"), default);
        var ordered = ids.Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(ordered, await IdsAsync(IdRange.All));
        Assert.Equal(["A", "Z", "_", "a", "a.b", "a|b"], await IdsAsync(new IdRange("A", "b")));
        Assert.Equal(["a", "a.b", "a|b"], await IdsAsync(IdRange.Prefix("a")));
        Assert.Equal(["a|b"], await IdsAsync(IdRange.Prefix("a|")));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition_and_the_last_says_so()
    {
        await _documents.BatchAsync(_here, [.. Enumerable.Range(0, 20).Select(i => new DocumentWrite.Create(Text($"item|{i:00}", "x")))], default);
        await _documents.CreateAsync(_here, Text("other", "x"), default);

        var (seen, sizes) = (new List<string>(), new List<int>());
        string? after = null;
        do
        {
            var page = await _documents.PageAsync(_here, IdRange.Prefix("item|"), 10, after, default);
            seen.AddRange(page.Items.Select(item => item.Id));
            sizes.Add(page.Items.Count);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"item|{i:00}"), seen);
        Assert.Equal([10, 10], sizes);
    }

    [Fact]
    public async Task Partitions_do_not_see_one_another()
    {
        await _documents.CreateAsync(_here, Text("cart", "here"), default);
        var there = _here with { Key = _here.Key + "x" };
        var elsewhere = _here with { Container = Containers.Orders };

        Assert.Null(await _documents.ReadAsync(there, "cart", default));
        Assert.Null(await _documents.ReadAsync(elsewhere, "cart", default));
        Assert.True((await _documents.CreateAsync(there, Text("cart", "there"), default)).IsDone);
        Assert.Equal(["cart:here"], await AllAsync());
    }

    [Fact]
    public async Task What_has_expired_is_missing_leaves_pages_and_may_be_created_over_alone_or_in_a_batch()
    {
        foreach (var id in new[] { "a", "b", "c" })
            await _documents.CreateAsync(_here, Text(id, "old") with { ExpiresAt = Clock.GetUtcNow().AddHours(1) }, default);
        await _documents.CreateAsync(_here, Text("d", "stays"), default);

        Clock.Pass(TimeSpan.FromHours(2));

        Assert.Null(await _documents.ReadAsync(_here, "a", default));
        Assert.Equal(["d:stays"], await AllAsync());
        Assert.Equal("d", Assert.Single((await _documents.PageAsync(_here, IdRange.All, 1, null, default)).Items).Id);
        Assert.True((await _documents.CreateAsync(_here, Text("a", "new"), default)).IsDone);
        Assert.False((await _documents.CreateAsync(_here, Text("a", "newer"), default)).IsDone);
        Assert.True((await _documents.BatchAsync(_here, [new DocumentWrite.Create(Text("b", "new")), new DocumentWrite.Create(Text("e", "new"))], default)).IsDone);
        Assert.Equal(["a:new", "b:new", "d:stays", "e:new"], await AllAsync());
    }

    [Fact]
    public async Task An_expired_document_is_created_over_even_when_the_first_try_met_a_fault()
    {
        await _documents.CreateAsync(_here, Text("a", "old") with { ExpiresAt = Clock.GetUtcNow().AddSeconds(-1) }, default);
        Faults.Order(Fault.Unavailable, times: 2);

        Assert.True((await _documents.CreateAsync(_here, Text("a", "new"), default)).IsDone);
        Assert.Equal("new", Of(await _documents.ReadAsync(_here, "a", default)));
    }

    private protected static NewDocument Text(string id, string text) => new(id, JsonSerializer.SerializeToUtf8Bytes(new { text }), Guid.NewGuid().ToString("N"));

    private protected static string Of(StoredDocument? document) => JsonDocument.Parse(document!.Body).RootElement.GetProperty("text").GetString()!;

    private protected void ReadStale(int times) => _store.StaleReads = times;

    private protected async Task<string[]> AllAsync() =>
        [.. (await _documents.PageAsync(_here, IdRange.All, DocumentLimits.PageMax, null, default)).Items.Select(item => $"{item.Id}:{Of(item)}")];

    private static NewDocument Large(string id, int bytes) =>
        new(id, Encoding.UTF8.GetBytes("{\"text\":\"" + new string('x', bytes - "{\"text\":\"\"}".Length) + "\"}"), Guid.NewGuid().ToString("N"));

    private async Task<string[]> IdsAsync(IdRange range) => [.. (await _documents.PageAsync(_here, range, 100, null, default)).Items.Select(item => item.Id)];
}
