using System.Text.Json;

namespace Kundli.Features.Privacy;

/// <summary>The shape of an export.</summary>
/// <param name="ExportedAt">When it was made.</param>
/// <param name="Sections">By kind of records (<c>account</c>, <c>charts</c>, <c>orders</c>), everything that is held of that kind.</param>
public sealed record PersonExport(DateTimeOffset ExportedAt, IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Sections);

/// <summary>Writes everything that is held about a customer as one JSON document: <c>{ "exportedAt", "sections": { "account": [ … ], … } }</c>.</summary>
public sealed class ExportPerson(IEnumerable<IPersonalRecords> sections, TimeProvider time)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    private readonly List<IPersonalRecords> _sections = Sorted(sections);

    /// <summary>Writes record by record: what lies in memory at once is one record, however many there are.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="output">Where to; it is flushed after each section.</param>
    /// <param name="json">How values are written; the contract's conventions.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task RunAsync(string userId, Stream output, JsonSerializerOptions json, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(output, Indented);
        writer.WriteStartObject();
        writer.WriteString("exportedAt", time.GetUtcNow().UtcDateTime);
        writer.WriteStartObject("sections");
        foreach (var section in _sections)
        {
            writer.WriteStartArray(section.Section);
            await foreach (var record in section.ExportAsync(userId, cancellation))
            {
                JsonSerializer.Serialize(writer, record, record.GetType(), json);
                if (writer.BytesPending > Limits.ExportBufferBytes)
                    await writer.FlushAsync(cancellation);
            }
            writer.WriteEndArray();
            await writer.FlushAsync(cancellation);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>In the order of their names, so that two exports can be compared.</summary>
    /// <exception cref="InvalidOperationException">Two sections have one name.</exception>
    internal static List<IPersonalRecords> Sorted(IEnumerable<IPersonalRecords> sections)
    {
        List<IPersonalRecords> sorted = [.. sections.OrderBy(section => section.Section, StringComparer.Ordinal)];
        if (sorted.Select(section => section.Section).Distinct(StringComparer.Ordinal).Count() != sorted.Count)
            throw new InvalidOperationException("Two kinds of personal records have one name.");
        return sorted;
    }
}
