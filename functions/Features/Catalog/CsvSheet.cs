using System.Globalization;
using System.Text;

namespace Kundli.Features.Catalog;

/// <summary>
/// Reads products from CSV (RFC 4180): a header, then a line per variant; lines of one slug make one product, whose own columns stand on its first line. A column that
/// the header does not have leaves what is stored as it is, so that a sheet of <c>slug,sku,price</c> changes prices alone. Amounts are rupees: <c>499</c>, <c>499.50</c>.
/// </summary>
internal static class CsvSheet
{
    private static readonly string[] Columns =
    [
        "slug", "name_en", "name_hi", "description_en", "description_hi", "category", "collections", "kind", "hsn", "unit", "gst_percent", "gst_from", "policy", "scientific_name", "attributes",
        "warning_en", "warning_hi", "country_of_origin", "importer", "terms_en", "terms_hi", "transit_days_max", "rank", "listed",
        "sku", "variant_en", "variant_hi", "price", "original_price", "mrp", "net_quantity", "weight_grams", "offer", "receive",
    ];

    /// <summary>Takes the sheet apart.</summary>
    /// <exception cref="FormatException">The sheet as a whole can't be read.</exception>
    public static ImportSheet Read(string text)
    {
        var records = Records(text);
        if (records.Count == 0)
            return ImportSheet.Failed("The file has no header.");
        var header = records[0].Cells.Select(cell => cell.Trim().ToLowerInvariant()).ToArray();
        var unknown = header.Except(Columns, StringComparer.Ordinal).ToArray();
        if (unknown.Length > 0 || !header.Contains("slug") || header.Distinct().Count() != header.Length)
            return ImportSheet.Failed(unknown.Length > 0 ? $"The header has unknown columns: {string.Join(", ", unknown)}." : "The header names each column once, slug among them.");
        if (records.Count - 1 > Limits.ImportRowsMax)
            return ImportSheet.Failed(ImportSheet.TooLong);
        var lines = records.Skip(1).Select(record => new CsvLine(record.Line, header, record.Cells));
        return new([.. lines.GroupBy(line => line.Text("slug") ?? "", StringComparer.Ordinal).Select(group => Entry(group.Key, [.. group]))], null);
    }

    private static ImportEntry Entry(string slug, CsvLine[] lines)
    {
        var received = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
            if (line.Text("sku") is { } sku && int.TryParse(line.Text("receive"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quantity))
                received[sku] = quantity;
        return new ImportEntry(lines[0].Number, slug, stored => Make(slug, lines, stored), received);
    }

    private static (Product?, IReadOnlyList<FieldError>) Make(string slug, CsvLine[] lines, Product? stored)
    {
        var errors = new List<FieldError>();
        var first = lines[0] with { Errors = errors };
        var wrongCells = lines.Where(line => line.Cells.Count != line.Header.Count).Select(line => new FieldError($"line {line.Number}", $"has {line.Cells.Count} cells instead of {line.Header.Count}."));
        errors.AddRange(wrongCells);
        if (errors.Count > 0)
            return (null, errors);
        var product = new Product
        {
            Slug = slug,
            Name = first.Local("name", stored?.Name) ?? new("", ""),
            Description = first.Local("description", stored?.Description) ?? new("", ""),
            Category = first.Text("category") ?? stored?.Category ?? "",
            Collections = first.Has("collections") ? Split(first.Text("collections"), ';') : stored?.Collections ?? [],
            Kind = first.Choice<GoodsKind>("kind", stored?.Kind),
            Hsn = first.Text("hsn") ?? stored?.Hsn ?? "",
            Unit = first.Text("unit") ?? stored?.Unit ?? "NOS",
            Rates = first.Rates(stored?.Rates ?? []),
            Policy = first.Choice<SalePolicy>("policy", stored?.Policy ?? SalePolicy.Sold),
            ScientificName = first.Has("scientific_name") ? first.Text("scientific_name") : stored?.ScientificName,
            Attributes = first.Has("attributes") ? first.Attributes() : stored?.Attributes ?? new Dictionary<string, IReadOnlyList<string>>(),
            Warning = first.Local("warning", stored?.Warning),
            CountryOfOrigin = first.Text("country_of_origin") ?? stored?.CountryOfOrigin ?? "IN",
            Importer = first.Has("importer") ? first.Text("importer") : stored?.Importer,
            Terms = first.Local("terms", stored?.Terms) ?? new("", ""),
            TransitDaysMax = first.Whole("transit_days_max", stored?.TransitDaysMax ?? 0),
            Rank = first.Whole("rank", stored?.Rank ?? 1),
            Listed = first.YesNo("listed", stored?.Listed ?? true),
            Variants = Variants(lines, stored, errors),
        };
        return errors.Count > 0 ? (null, errors) : (product, errors);
    }

    /// <summary>The variants of the lines, and those of the product that no line names.</summary>
    private static Variant[] Variants(CsvLine[] lines, Product? stored, List<FieldError> errors)
    {
        var made = lines.Where(line => line.Text("sku") is not null).Select(line => Variant(line with { Errors = errors }, stored)).ToArray();
        return [.. (stored?.Variants ?? []).Select(known => made.FirstOrDefault(variant => variant.Sku == known.Sku) ?? known), .. made.Where(variant => stored?.VariantOf(variant.Sku) is null)];
    }

    private static Variant Variant(CsvLine line, Product? stored)
    {
        var sku = line.Text("sku")!;
        var known = stored?.VariantOf(sku);
        var price = line.Rupees("price", known?.Price ?? Money.Zero);
        return new Variant
        {
            Sku = sku,
            Title = line.Local("variant", known?.Title) ?? new("", ""),
            Price = price,
            OriginalPrice = line.Rupees("original_price", known is not null && known.OriginalPrice.Amount >= price.Amount ? known.OriginalPrice : price),
            Mrp = line.Rupees("mrp", known?.Mrp ?? price),
            NetQuantity = line.Text("net_quantity") ?? known?.NetQuantity ?? "",
            WeightGrams = line.Whole("weight_grams", known?.WeightGrams ?? 0),
            Offer = line.Has("offer") ? line.Text("offer") : known?.Offer,
            InitialStock = known?.InitialStock ?? 0,
        };
    }

    internal static string[] Split(string? text, char by) => text?.Split(by, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>The records of a sheet with the line where each begins; empty lines are passed over.</summary>
    private static List<(int Line, IReadOnlyList<string> Cells)> Records(string text)
    {
        var (records, cells, cell) = (new List<(int, IReadOnlyList<string>)>(), new List<string>(), new StringBuilder());
        var (line, begin, isQuoted) = (1, 1, false);
        for (var at = 0; at <= text.Length; at++)
        {
            var letter = at == text.Length ? '\n' : text[at];
            if (isQuoted && at == text.Length)
                throw new FormatException($"The quotes that open in line {begin} are never closed.");
            if (letter == '\n')
                line++;
            if (isQuoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[++at]);
            else if (letter == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (!isQuoted && letter is ',' or '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (letter == ',')
                    continue;
                if (cells.Count > 1 || cells[0].Length > 0)
                    records.Add((begin, cells.ToArray()));
                cells.Clear();
                begin = line;
            }
            else
                cell.Append(letter);
        }
        return records;
    }
}
