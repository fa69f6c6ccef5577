using System.Runtime.InteropServices;
using Kundli.Features.Plants;

namespace Kundli.Adapters.Documents;

/// <summary>
/// Reference vectors: <c>prototypes / all / {slug}</c>, and <c>version</c>, which changes with each of them. A process keeps what it read and asks
/// for the version at most every few seconds, so that a new species takes part everywhere without a restart.
/// </summary>
public sealed class PrototypeStore(IDocuments documents, TimeProvider time) : IPrototypeStore
{
    private const string VersionId = "version";
    private const int TriesMax = 5;
    private static readonly Partition All = new(Containers.Prototypes, "all");

    private volatile Known _known = new([], null, DateTimeOffset.MinValue);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Prototype>> AllAsync(CancellationToken cancellation)
    {
        var known = _known;
        if (time.GetUtcNow() - known.CheckedAt < Limits.PrototypesAge)
            return known.Items;
        var version = (await documents.ReadAsync(All, VersionId, cancellation))?.WriteId;
        var items = version == known.Version ? known.Items : await ReadAllAsync(cancellation);
        _known = new(items, version, time.GetUtcNow());
        return items;
    }

    /// <inheritdoc/>
    public async Task PutAsync(Prototype prototype, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            var before = await documents.ReadAsync(All, prototype.Slug, cancellation);
            if ((await documents.SaveAsync(All, TypedDocuments.Document(prototype.Slug, Packed.Of(prototype)), before?.ETag, cancellation)).IsDone)
            {
                await ChangeVersionAsync(cancellation);
                return;
            }
        }
        throw new DocumentsUnavailableException("Somebody else kept writing the same species.");
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(string slug, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(All, slug, cancellation) is not { } stored)
            return false;
        await documents.DeleteAsync(All, slug, stored.ETag, cancellation);
        await ChangeVersionAsync(cancellation);
        return true;
    }

    private async Task<IReadOnlyList<Prototype>> ReadAllAsync(CancellationToken cancellation)
    {
        var items = new List<Prototype>();
        string? after = null;
        do
        {
            var page = await documents.PageAsync(All, IdRange.All, DocumentLimits.PageMax, after, cancellation);
            items.AddRange(page.Items.Where(document => document.Id != VersionId).Select(document => document.Value<Packed>().Unpack()));
            after = page.Next;
        }
        while (after is not null);
        return items;
    }

    private async Task ChangeVersionAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < TriesMax; attempt++)
        {
            var before = await documents.ReadAsync(All, VersionId, cancellation);
            if ((await documents.SaveAsync(All, TypedDocuments.Document(VersionId, new Changed(time.GetUtcNow())), before?.ETag, cancellation)).IsDone)
                break;
        }
        _known = _known with { CheckedAt = DateTimeOffset.MinValue };
    }

    private sealed record Known(IReadOnlyList<Prototype> Items, string? Version, DateTimeOffset CheckedAt);

    private sealed record Changed(DateTimeOffset At);

    /// <summary>Vectors in half precision: eleven bits are more than a cosine of similarity needs.</summary>
    private sealed record Packed(string Slug, string ModelHash, IReadOnlyList<byte[]> Vectors)
    {
        public static Packed Of(Prototype prototype) => new(
            prototype.Slug, prototype.ModelHash, [.. prototype.Vectors.Select(vector => MemoryMarshal.AsBytes<Half>(Array.ConvertAll(vector, value => (Half)value)).ToArray())]);

        public Prototype Unpack() => new(Slug, ModelHash, [.. Vectors.Select(bytes => Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(bytes).ToArray(), value => (float)value))]);
    }
}
