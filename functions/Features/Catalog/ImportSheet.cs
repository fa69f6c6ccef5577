using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kundli.Features.Catalog;

/// <summary>One product of a batch, before it is judged.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Slug">Its name, as far as it could be read.</param>
/// <param name="Make">Makes the product from the one that is stored, or says what can't be read.</param>
/// <param name="Received">Units that it brings, by SKU.</param>
internal sealed record ImportEntry(int Line, string Slug, Func<Product?, (Product? Product, IReadOnlyList<FieldError> Errors)> Make, IReadOnlyDictionary<string, int> Received);

/// <summary>A batch taken apart into products.</summary>
/// <param name="Entries">The products.</param>
/// <param name="Failure">Why it can't be read at all, or null.</param>
internal sealed record ImportSheet(IReadOnlyList<ImportEntry> Entries, string? Failure)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        MaxDepth = 16,
    };

    /// <summary>Reads a file of either format; what is wrong with one product does not touch the others.</summary>
    public static ImportSheet Read(ReadOnlyMemory<byte> content, ImportFormat format)
    {
        try
        {
            return format == ImportFormat.Json ? OfJson(content) : CsvSheet.Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.Span).TrimStart('\uFEFF'));
        }
        catch (Exception wrong) when (wrong is JsonException or DecoderFallbackException or FormatException)
        {
            return Failed(wrong is JsonException json ? $"The file is not well-formed JSON: line {json.LineNumber + 1}." : wrong is FormatException ? wrong.Message : "The file is not UTF-8.");
        }
    }

    internal static ImportSheet Failed(string failure) => new([], failure);

    internal static string TooLong => $"The file has more than {Limits.ImportRowsMax} rows.";

    private static ImportSheet OfJson(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 16 });
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            return Failed("The file is a list of products.");
        return document.RootElement.GetArrayLength() > Limits.ImportRowsMax
            ? Failed(TooLong)
            : new([.. document.RootElement.EnumerateArray().Select((element, place) => OfJson(element.Clone(), place + 1))], null);
    }

    private static ImportEntry OfJson(JsonElement element, int line)
    {
        var slug = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("slug", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "";
        try
        {
            var read = element.Deserialize<Product>(Json) ?? throw new JsonException("null");
            // What is on the shelf is never said by a product: it is received.
            var received = read.Variants.GroupBy(variant => variant.Sku, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().InitialStock, StringComparer.Ordinal);
            var product = read with { Variants = [.. read.Variants.Select(variant => variant with { Available = 0 })] };
            return new ImportEntry(line, slug, _ => (product, []), received);
        }
        catch (JsonException wrong)
        {
            var pointer = (wrong.Path ?? "$").Replace("$", "", StringComparison.Ordinal).Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace('.', '/');
            IReadOnlyList<FieldError> errors = [new FieldError(pointer, "is missing something or of a wrong kind.")];
            return new ImportEntry(line, slug, _ => (null, errors), new Dictionary<string, int>());
        }
    }
}
