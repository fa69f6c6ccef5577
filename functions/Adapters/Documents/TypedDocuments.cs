using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kundli.Adapters.Documents;

/// <summary>A value with the version under which it was read.</summary>
/// <typeparam name="T">The noun.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="ETag">Its version, for the next conditional write.</param>
public sealed record Versioned<T>(T Value, string ETag);

/// <summary>Nouns as documents: what every typed store is made of.</summary>
public static class TypedDocuments
{
    private const int RemovalTriesMax = 8;

    /// <summary>How bodies are written: camelCase, enumerations as text, nothing that is null.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A document that holds a value.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="value">The noun.</param>
    /// <param name="expiresAt">When it expires; null for never.</param>
    /// <param name="writeId">The write's id where the caller keeps one over its own retries; a new one otherwise.</param>
    public static NewDocument Document<T>(string id, T value, DateTimeOffset? expiresAt = null, string? writeId = null) =>
        new(id, JsonSerializer.SerializeToUtf8Bytes(value, Json), writeId ?? Guid.NewGuid().ToString("N")) { ExpiresAt = expiresAt };

    /// <summary>The value that a document holds.</summary>
    /// <exception cref="JsonException">The body is not of that type: a bug, or a schema without a migration.</exception>
    public static T Value<T>(this StoredDocument document) =>
        JsonSerializer.Deserialize<T>(document.Body.Span, Json) ?? throw new JsonException($"{document.Id} holds null.");

    /// <summary>Reads a value with its version; null when it is missing or has expired.</summary>
    public static async Task<Versioned<T>?> ReadAsync<T>(this IDocuments documents, Partition partition, string id, CancellationToken cancellation) =>
        await documents.ReadAsync(partition, id, cancellation) is { } document ? new(document.Value<T>(), document.ETag) : null;

    /// <summary>Creates the document where <paramref name="etag"/> is null or empty, else replaces that version.</summary>
    public static Task<Written> SaveAsync(this IDocuments documents, Partition partition, NewDocument document, string? etag, CancellationToken cancellation) =>
        string.IsNullOrEmpty(etag) ? documents.CreateAsync(partition, document, cancellation) : documents.ReplaceAsync(partition, document, etag, cancellation);

    /// <summary>Removes a document in whatever version it is; one that is gone is removed already.</summary>
    /// <exception cref="DocumentsUnavailableException">Others kept writing it.</exception>
    public static async Task RemoveAsync(this IDocuments documents, Partition partition, string id, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < RemovalTriesMax; attempt++)
            if (await documents.ReadAsync(partition, id, cancellation) is not { } stored || (await documents.DeleteAsync(partition, id, stored.ETag, cancellation)).IsDone)
                return;
        throw new DocumentsUnavailableException("A document was written by others whenever it was to be removed.");
    }

    /// <summary>Every document of a range, page by page.</summary>
    public static async IAsyncEnumerable<StoredDocument> AllAsync(this IDocuments documents, Partition partition, IdRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var page = await documents.PageAsync(partition, range, DocumentLimits.PageMax, after, cancellation);
            foreach (var document in page.Items)
                yield return document;
            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>A write of a batch: a creation where <paramref name="etag"/> is null or empty, else a replacement of that version.</summary>
    public static DocumentWrite Write(NewDocument document, string? etag) =>
        string.IsNullOrEmpty(etag) ? new DocumentWrite.Create(document) : new DocumentWrite.Replace(document, etag);

    /// <summary>Deletes every document of a range, page by page; one that is changed meanwhile is deleted as changed.</summary>
    public static async Task RemoveAllAsync(this IDocuments documents, Partition partition, IdRange range, CancellationToken cancellation)
    {
        while ((await documents.PageAsync(partition, range, DocumentLimits.BatchWritesMax, null, cancellation)).Items is { Count: > 0 } found)
            foreach (var document in found)
                await documents.DeleteAsync(partition, document.Id, document.ETag, cancellation);
    }
}
