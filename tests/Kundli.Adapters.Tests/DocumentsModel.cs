using System.Text.Json;

using Kundli.Adapters.Documents;

using Xunit;

namespace Kundli.Adapters.Tests;

/// <summary>The same calls to the documents and to a dictionary; numbers say which calls.</summary>
internal sealed class DocumentsModel(IDocuments documents, TestClock clock, Partition partition)
{
    private static readonly string[] Ids = ["a", "a|1", "b", "b|2", "c"];
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private string _outdated = "";
    private int _writes;

    /// <summary>Leaves a version behind that nothing has any more.</summary>
    public async Task BeginAsync()
    {
        var written = await documents.CreateAsync(partition, Next("z", mayExpire: false), default);
        _outdated = written.ETag!;
        await documents.DeleteAsync(partition, "z", _outdated, default);
    }

    public async Task CallAsync(int number)
    {
        var id = Ids[number / 10 % Ids.Length];
        var other = Ids[number / 50 % Ids.Length];
        var isKnown = number / 250 % 4 != 0;
        switch (number % 10)
        {
            case 0 or 1:
                await TryAsync([new DocumentWrite.Create(Next(id, mayExpire: number % 3 == 0))]);
                break;
            case 2 or 3:
                await TryAsync([new DocumentWrite.Replace(Next(id, mayExpire: false), ETag(id, isKnown))]);
                break;
            case 4:
                await DeleteAsync(id, ETag(id, isKnown));
                break;
            case 5 or 6 when other != id:
                await TryAsync([Any(id, isKnown), Any(other, true)]);
                break;
            case 7 when number % 3 == 0:
                Pass();
                break;
            case 8:
                await CheckPageAsync(new IdRange(id, id + "~"), 1 + number / 250 % 3);
                break;
            default:
                await CheckAsync(id);
                break;
        }
    }

    public async Task CheckAllAsync()
    {
        foreach (var id in Ids)
            await CheckAsync(id);
        await CheckPageAsync(IdRange.All, 2);
    }

    // What has expired is forgotten with the passing time, so that nobody holds its version any more.
    private void Pass()
    {
        clock.Pass(Life + TimeSpan.FromSeconds(1));
        foreach (var (id, entry) in _entries.ToArray())
            if (entry.Document.ExpiresAt <= clock.GetUtcNow())
                _entries.Remove(id);
    }

    private DocumentWrite Any(string id, bool isKnown) => _entries.ContainsKey(id)
        ? new DocumentWrite.Replace(Next(id, mayExpire: false), ETag(id, isKnown))
        : new DocumentWrite.Create(Next(id, mayExpire: false));

    private NewDocument Next(string id, bool mayExpire) =>
        new(id, JsonSerializer.SerializeToUtf8Bytes(new { n = ++_writes }), Guid.NewGuid().ToString("N")) { ExpiresAt = mayExpire ? clock.GetUtcNow() + Life : null };

    // A version that is current, or one that was current once: what a store would call malformed is no version.
    private string ETag(string id, bool isKnown) => isKnown && _entries.TryGetValue(id, out var entry) ? entry.ETag : _outdated;

    private bool Holds(DocumentWrite write) => write switch
    {
        DocumentWrite.Create => !_entries.ContainsKey(write.Id),
        DocumentWrite.Replace replace => _entries.TryGetValue(write.Id, out var entry) && entry.ETag == replace.ETag,
        _ => false,
    };

    private async Task TryAsync(IReadOnlyList<DocumentWrite> writes)
    {
        var expected = writes.All(Holds);
        Written written;
        try
        {
            written = await documents.BatchAsync(partition, writes, default);
        }
        catch (DocumentsUnavailableException)
        {
            written = new((await documents.ReadAsync(partition, writes[0].Id, default))?.WriteId == DocumentLimits.DocumentOf(writes[0])!.WriteId);
            if (!written.IsDone)
                return;
        }
        Assert.Equal(expected, written.IsDone);
        if (!written.IsDone)
            return;
        foreach (var write in writes)
        {
            var read = await documents.ReadAsync(partition, write.Id, default);
            Assert.NotNull(read);
            Assert.True(written.ETag is null || written.ETag == read.ETag);
            _entries[write.Id] = new(DocumentLimits.DocumentOf(write)!, read.ETag);
            await CheckAsync(write.Id);
        }
    }

    private async Task DeleteAsync(string id, string etag)
    {
        var expected = !_entries.TryGetValue(id, out var entry) || entry.ETag == etag;
        try
        {
            var written = await documents.DeleteAsync(partition, id, etag, default);
            Assert.Equal(expected, written.IsDone || (entry is null && await documents.ReadAsync(partition, id, default) is null));
        }
        catch (DocumentsUnavailableException)
        {
            expected = await documents.ReadAsync(partition, id, default) is null;
        }
        if (expected)
            _entries.Remove(id);
    }

    private async Task CheckAsync(string id)
    {
        var read = await documents.ReadAsync(partition, id, default);
        Assert.Equal(_entries.TryGetValue(id, out var entry), read is not null);
        if (read is null)
            return;
        Assert.Equal((entry!.Document.WriteId, entry.ETag), (read.WriteId, read.ETag));
        Assert.Equal(entry.Document.Body.ToArray(), read.Body.ToArray());
    }

    private async Task CheckPageAsync(IdRange range, int limit)
    {
        var expected = _entries.Keys.Where(id => string.CompareOrdinal(id, range.From) >= 0 && string.CompareOrdinal(id, range.To) < 0).Order(StringComparer.Ordinal);
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await documents.PageAsync(partition, range, limit, after, default);
            seen.AddRange(page.Items.Select(item => item.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(expected, seen);
    }

    private sealed record Entry(NewDocument Document, string ETag);
}
