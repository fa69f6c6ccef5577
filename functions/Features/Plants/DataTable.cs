using System.Text;

namespace Kundli.Features.Plants;

/// <summary>The tables that ship with the plant finder: Data/*.tsv, one line of names first.</summary>
internal static class DataTable
{
    /// <summary>The rows of a table, each a list of its fields.</summary>
    /// <exception cref="InvalidDataException">The table is not embedded.</exception>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream($"Kundli.Features.Plants.Data.{name}.tsv") ?? throw new InvalidDataException($"{name}.tsv is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
    }
}
