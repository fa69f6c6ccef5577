using System.Reflection;

using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Serialization.HybridRow;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.IO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Layouts;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.RecordIO;
using Microsoft.Azure.Cosmos.Serialization.HybridRow.Schemas;

namespace Kundli.Testing.Cosmos;

/// <summary>One operation of a transactional batch as it comes over the wire.</summary>
internal sealed record CosmosBatchOperation(int Type, string? Id, byte[]? Body, string? IfMatch)
{
    public const int Create = 0;
    public const int Delete = 4;
    public const int Replace = 5;
}

/// <summary>One result of a transactional batch.</summary>
internal sealed record CosmosBatchResult(int Status, string? ETag);

/// <summary>The binary rows in which batches travel, read and written with the SDK's own row library and layouts.</summary>
internal static class CosmosBatchWire
{
    private const int RowBytes = 512;

    private static readonly Type Layouts = typeof(CosmosClient).Assembly.GetType("Microsoft.Azure.Cosmos.BatchSchemaProvider", throwOnError: true)!;
    private static readonly LayoutResolver Resolver = (LayoutResolver)Property("BatchLayoutResolver");
    private static readonly Layout ResultLayout = (Layout)Property("BatchResultLayout");

    public static async Task<IReadOnlyList<CosmosBatchOperation>> ReadAsync(Stream body)
    {
        var operations = new List<CosmosBatchOperation>();
        var result = await body.ReadRecordIOAsync((ReadOnlyMemory<byte> record) =>
        {
            operations.Add(Read(record));
            return Result.Success;
        }, (ReadOnlyMemory<byte> _) => Result.Success, new MemorySpanResizer<byte>(RowBytes));
        return result == Result.Success ? operations : throw new InvalidOperationException($"The batch can't be read: {result}.");
    }

    public static async Task<byte[]> WriteAsync(IReadOnlyList<CosmosBatchResult> results)
    {
        using var body = new MemoryStream();
        var result = await body.WriteRecordIOAsync(new Segment("BatchResponse", (Namespace)Property("BatchSchemaNamespace")), (long index, out ReadOnlyMemory<byte> row) =>
        {
            row = index < results.Count ? Row(results[(int)index]) : ReadOnlyMemory<byte>.Empty;
            return Result.Success;
        }, new MemorySpanResizer<byte>(RowBytes));
        return result == Result.Success ? body.ToArray() : throw new InvalidOperationException($"The batch's answer can't be written: {result}.");
    }

    private static object Property(string name) =>
        Layouts.GetProperty(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;

    private static CosmosBatchOperation Read(ReadOnlyMemory<byte> record)
    {
        var reader = new RowReader(record, HybridRowVersion.V1, Resolver);
        var operation = new CosmosBatchOperation(-1, null, null, null);
        while (reader.Read())
        {
            switch (reader.Path.ToString())
            {
                case "operationType" when reader.ReadInt32(out var type) == Result.Success:
                    operation = operation with { Type = type };
                    break;
                case "id" when reader.ReadString(out string id) == Result.Success:
                    operation = operation with { Id = id };
                    break;
                case "resourceBody" when reader.ReadBinary(out byte[] body) == Result.Success:
                    operation = operation with { Body = body };
                    break;
                case "ifMatch" when reader.ReadString(out string etag) == Result.Success:
                    operation = operation with { IfMatch = etag };
                    break;
            }
        }
        return operation;
    }

    private static byte[] Row(CosmosBatchResult result)
    {
        var row = new RowBuffer(RowBytes, new MemorySpanResizer<byte>(RowBytes));
        row.InitLayout(HybridRowVersion.V1, ResultLayout, Resolver);
        var written = RowWriter.WriteBuffer(ref row, result, static (ref RowWriter writer, TypeArgument _, CosmosBatchResult item) =>
        {
            var done = writer.WriteInt32("statusCode", item.Status);
            return done == Result.Success && item.ETag is not null ? writer.WriteString("eTag", item.ETag) : done;
        });
        return written == Result.Success ? row.ToArray() : throw new InvalidOperationException($"A result can't be written: {written}.");
    }
}
