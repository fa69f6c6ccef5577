using static Kundli.Features.Drawings.Cells;

namespace Kundli.Features.Drawings;

/// <summary>The North Indian square: its diagonals and the diamond between the middles of its sides make twelve houses.</summary>
internal sealed class NorthCells(Lettering letters)
{
    private const double Half = Side / 2;
    private const double Quarter = Side / 4;

    /// <summary>Houses 1 to 12: the upper diamond, then counter-clockwise.</summary>
    public IReadOnlyList<Cell> All() =>
    [
        Diamond(1, Half, Quarter), Base(2, Quarter, 0, 1), Wall(3, 0, Quarter, 1), Diamond(4, Quarter, Half), Wall(5, 0, Half + Quarter, 1), Base(6, Quarter, Side, -1),
        Diamond(7, Half, Half + Quarter), Base(8, Half + Quarter, Side, -1), Wall(9, Side, Half + Quarter, -1), Diamond(10, Half + Quarter, Half), Wall(11, Side, Quarter, -1), Base(12, Half + Quarter, 0, 1),
    ];

    private Cell Diamond(int house, double x, double y) => new(
        house,
        [new(x, y - Quarter), new(x + Quarter, y), new(x, y + Quarter), new(x - Quarter, y)],
        [.. new[] { 0, -1, 1, -2 }.Select(line => Cells.Row(x, y + (line * letters.Line), 2 * (Quarter - (Math.Abs(line) * letters.Line) - 12), letters))],
        new(x, y + Quarter - 24));

    // A triangle that stands on the upper edge (down = 1) or hangs from the lower one (-1), its tip towards the middle.
    private Cell Base(int house, double x, double y, int down) => new(
        house,
        [new(x - Quarter, y), new(x + Quarter, y), new(x, y + (down * Quarter))],
        // A few names stand on the second line, off the edge; the first is taken when they are more.
        [.. new[] { 1, 0, 2, 3 }.Select(line => 16 + (line * letters.Line)).Select(depth => Cells.Row(x, y + (down * depth), 2 * (Quarter - depth - 6), letters))],
        new(x, y + (down * (Quarter - 20))));

    // A triangle that leans on the left wall (right = 1) or on the right one (-1).
    private Cell Wall(int house, double x, double y, int right) => new(
        house,
        [new(x, y - Quarter), new(x + (right * Quarter), y), new(x, y + Quarter)],
        [.. new[] { 0, -1, 1, -2, 2, -3, 3 }.Select(line => (Y: y + (line * letters.Line), Width: Quarter - (Math.Abs(line) * letters.Line) - (line == 0 ? 28 : 10)))
            .Select(row => Cells.Row(x + (right * (6 + (Math.Max(row.Width, letters.Width) / 2))), row.Y, row.Width, letters))],
        new(x + (right * (Quarter - 20)), y));
}
