namespace Kundli.Features.Drawings;

/// <summary>A point of a drawing; y grows downwards.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>One line of text within a cell: its middle, and how many names fit on it.</summary>
internal readonly record struct TextRow(Spot Middle, int Capacity);

/// <summary>The space of one house or sign.</summary>
/// <param name="House">1 to 12.</param>
/// <param name="Outline">Its corners in order.</param>
/// <param name="Rows">Lines for the names, the roomiest first.</param>
/// <param name="Label">Where the sign is written.</param>
internal sealed record Cell(int House, IReadOnlyList<Spot> Outline, IReadOnlyList<TextRow> Rows, Spot Label)
{
    /// <summary>How many names the cell holds.</summary>
    public int Capacity => Rows.Sum(row => row.Capacity);

    /// <summary>
    /// Spreads names over as few rows as hold them, as evenly as the rows allow, written from above downwards.
    /// </summary>
    public IReadOnlyList<(Spot Middle, IReadOnlyList<T> Names)> Place<T>(IReadOnlyList<T> names)
    {
        var used = Enumerable.Range(1, Rows.Count).First(count => count == Rows.Count || Rows.Take(count).Sum(row => row.Capacity) >= names.Count);
        var rows = Rows.Take(used).OrderBy(row => row.Middle.Y).ToList();
        var placed = new List<(Spot, IReadOnlyList<T>)>(used);
        var (at, room) = (0, rows.Sum(row => row.Capacity));
        foreach (var row in rows)
        {
            // Its share of what is left, by its share of the room that is left.
            var count = Math.Min(row.Capacity, (int)Math.Ceiling((names.Count - at) * row.Capacity / (double)room));
            if (count > 0)
                placed.Add((row.Middle, [.. names.Skip(at).Take(count)]));
            at += count;
            room -= row.Capacity;
        }
        return placed;
    }
}
