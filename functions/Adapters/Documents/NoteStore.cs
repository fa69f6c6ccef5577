using System.Globalization;
using Kundli.Features;
using Kundli.Features.Notes;

namespace Kundli.Adapters.Documents;

/// <summary>Notes: <c>charts / {userId} / noteWish|{chartId}</c>, and each as <c>note|{99999999 − day}|{chartId}</c>, which expires.</summary>
public sealed class NoteStore(IDocuments documents) : INotes
{
    private const string WishPrefix = "noteWish|";
    private const string Prefix = "note|";
    private const int InvertedFrom = 99_999_999;

    /// <inheritdoc/>
    public async Task<(NoteWish Wish, string Version)?> ReadWishAsync(string userId, string chartId, CancellationToken cancellation) =>
        await documents.ReadAsync<NoteWish>(PartitionOf(userId), WishPrefix + chartId, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveWishAsync(NoteWish wish, string? version, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(wish.UserId), TypedDocuments.Document(WishPrefix + wish.ChartId, wish), version, cancellation)).IsDone;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<NoteWish>> WishesAsync(string userId, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(WishPrefix), DocumentLimits.PageMax, null, cancellation);
        return [.. page.Items.Select(item => item.Value<NoteWish>())];
    }

    /// <inheritdoc/>
    public Task AddAsync(string userId, Note note, CancellationToken cancellation)
    {
        var day = int.Parse(note.Date.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{InvertedFrom - day:00000000}|{note.ChartId}");
        return documents.CreateAsync(PartitionOf(userId), TypedDocuments.Document(id, note, note.WrittenAt + Features.Notes.Limits.KeptFor), cancellation);
    }

    /// <inheritdoc/>
    public async Task<Page<Note>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(Prefix), limit, after, cancellation);
        return new([.. page.Items.Select(item => item.Value<Note>())], page.Next);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string userId, string chartId, CancellationToken cancellation)
    {
        await foreach (var note in documents.AllAsync(PartitionOf(userId), IdRange.Prefix(Prefix), cancellation))
            if (note.Id.EndsWith($"|{chartId}", StringComparison.Ordinal))
                await documents.RemoveAsync(PartitionOf(userId), note.Id, cancellation);
        await documents.RemoveAsync(PartitionOf(userId), WishPrefix + chartId, cancellation);
    }

    private static Partition PartitionOf(string userId) => new(Containers.Charts, userId);
}
