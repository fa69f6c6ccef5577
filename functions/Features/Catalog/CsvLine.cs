using System.Globalization;

namespace Kundli.Features.Catalog;

/// <summary>A line of a sheet with the cells by their columns; what can't be read is noted, and a stand-in is answered.</summary>
/// <param name="Number">Line of the file.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Cells">The cells.</param>
internal sealed record CsvLine(int Number, IReadOnlyList<string> Header, IReadOnlyList<string> Cells)
{
    private static readonly DateOnly FirstDayOfGst = new(2017, 7, 1);

    public List<FieldError> Errors { get; init; } = [];

    public bool Has(string column) => Header.Contains(column);

    /// <summary>A cell's text; null where the column is missing or the cell empty.</summary>
    public string? Text(string column)
    {
        var at = Array.IndexOf([.. Header], column);
        return at >= 0 && at < Cells.Count && Cells[at].Trim() is { Length: > 0 } text ? text : null;
    }

    public LocalText? Local(string column, LocalText? stored)
    {
        if (!Has($"{column}_en") && !Has($"{column}_hi"))
            return stored;
        var (en, hi) = (Has($"{column}_en") ? Text($"{column}_en") : stored?.En, Has($"{column}_hi") ? Text($"{column}_hi") : stored?.Hi);
        return en is null && hi is null ? null : new LocalText(en ?? "", hi ?? "");
    }

    public T Choice<T>(string column, T? stored)
        where T : struct, Enum
    {
        if (Text(column) is not { } text)
            return stored ?? Wrong<T>(column, "is missing.");
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0]) ? value : Wrong<T>(column, $"is one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    public int Whole(string column, int stored) =>
        Text(column) is not { } text ? stored : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : Wrong<int>(column, "is a whole number.");

    public bool YesNo(string column, bool stored) => Text(column) switch
    {
        null => stored,
        "yes" or "true" or "1" => true,
        "no" or "false" or "0" => false,
        _ => Wrong<bool>(column, "is yes or no."),
    };

    /// <summary>Rupees with at most two decimals, read digit by digit: no fraction ever is a binary one.</summary>
    public Money Rupees(string column, Money stored) => Text(column) is not { } text ? stored : Scaled(text, 2) is { } paise ? Money.Paise(paise) : Wrong<Money>(column, "is an amount in rupees, such as 499 or 499.50.");

    /// <summary>The rates, with the one of the sheet from <c>gst_from</c> on; a new product's holds from the beginning of GST.</summary>
    public IReadOnlyList<GstRate> Rates(IReadOnlyList<GstRate> stored)
    {
        if (Text("gst_percent") is not { } text)
            return stored;
        if (Scaled(text.TrimEnd('%'), 3) is not { } rate || rate > int.MaxValue)
            return Wrong<IReadOnlyList<GstRate>>("gst_percent", "is a percentage, such as 18 or 0.25.") ?? [];
        DateOnly? from = DateOnly.TryParseExact(Text("gst_from"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (stored.Count == 0)
            return [new GstRate(from ?? FirstDayOfGst, (int)rate)];
        if (stored[^1].MilliPercent == rate)
            return stored;
        return from is { } first ? [.. stored.Where(known => known.ValidFrom < first), new GstRate(first, (int)rate)] : Wrong<IReadOnlyList<GstRate>>("gst_from", "says as yyyy-MM-dd from when on the new rate holds.") ?? [];
    }

    /// <summary><c>nakshatra=rohini|hasta;light=fullSun</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes()
    {
        var attributes = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var pair in CsvSheet.Split(Text("attributes"), ';').Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)))
            if (pair is [{ Length: > 0 } name, { Length: > 0 } values])
                attributes[name] = CsvSheet.Split(values, '|');
            else
                Wrong<bool>("attributes", "has the form name=value|value;name=value.");
        return attributes;
    }

    private T Wrong<T>(string column, string detail)
    {
        Errors.Add(new FieldError($"/{column}", $"Line {Number}: {detail}"));
        return default!;
    }

    private static long? Scaled(string text, int decimals)
    {
        var parts = text.Split('.');
        if (parts.Length > 2 || parts[0].Length is 0 or > 12 || (parts.Length == 2 && (parts[1].Length == 0 || parts[1].Length > decimals)) || !text.All(letter => char.IsAsciiDigit(letter) || letter == '.'))
            return null;
        return long.Parse(parts[0] + (parts.Length == 2 ? parts[1] : "").PadRight(decimals, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
