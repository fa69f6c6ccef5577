using Kundli.Jyotish.Zodiac;
using static Kundli.Features.Drawings.Cells;

namespace Kundli.Features.Drawings;

/// <summary>The two styles in which the signs stand still: the South Indian ring of squares and the East Indian square with cut corners.</summary>
internal sealed class SquareCells(Lettering letters)
{
    private const double SouthCell = Side / 4;
    private const double EastCell = Side / 3;

    /// <summary>The square of a sign in the South Indian ring.</summary>
    public Cell South(Rashi rashi, int house)
    {
        // Pisces stands in the upper left corner; from there clockwise round the ring.
        var (column, row) = (((int)rashi + 1) % 12) switch
        {
            var n and < 4 => (n, 0),
            var n and < 7 => (3, n - 3),
            var n and < 10 => (9 - n, 3),
            var n => (0, 12 - n),
        };
        return Box(house, column * SouthCell, row * SouthCell, SouthCell);
    }

    /// <summary>The square or half corner of a sign in the East Indian style.</summary>
    public Cell East(Rashi rashi, int house) => rashi switch
    {
        Rashi.Aries => Box(house, EastCell, 0, EastCell),
        Rashi.Cancer => Box(house, 0, EastCell, EastCell),
        Rashi.Libra => Box(house, EastCell, 2 * EastCell, EastCell),
        Rashi.Capricorn => Box(house, 2 * EastCell, EastCell, EastCell),
        // The corners are cut towards the middle: of each, one half lies by the horizontal edge and one by the wall.
        Rashi.Taurus => Corner(house, 0, 0, 1, 1, byWall: false),
        Rashi.Gemini => Corner(house, 0, 0, 1, 1, byWall: true),
        Rashi.Leo => Corner(house, 0, Side, 1, -1, byWall: true),
        Rashi.Virgo => Corner(house, 0, Side, 1, -1, byWall: false),
        Rashi.Scorpio => Corner(house, Side, Side, -1, -1, byWall: false),
        Rashi.Sagittarius => Corner(house, Side, Side, -1, -1, byWall: true),
        Rashi.Aquarius => Corner(house, Side, 0, -1, 1, byWall: true),
        _ => Corner(house, Side, 0, -1, 1, byWall: false),
    };

    private Cell Box(int house, double x, double y, double side) => new(
        house,
        [new(x, y), new(x + side, y), new(x + side, y + side), new(x, y + side)],
        [.. new[] { 0.5, 1.5, -0.5, 2.5, -1.5 }.Where(line => y + (side / 2) + ((line - 0.5) * letters.Line) > y + 26).Select(line => Cells.Row(x + (side / 2), y + (side / 2) + ((line - 0.5) * letters.Line), side - 12, letters))],
        new(x + (side / 2), y + 15));

    // A corner of the East Indian square: the cut runs from the outer corner (x, y) to the inner one.
    private Cell Corner(int house, double x, double y, int right, int down, bool byWall)
    {
        var inner = new Spot(x + (right * EastCell), y + (down * EastCell));
        var other = byWall ? new Spot(x, y + (down * EastCell)) : new Spot(x + (right * EastCell), y);
        // A few names stand on the second line, off the edge; the first is taken when they are more.
        var rows = new[] { 1, 0, 2, 3, 4 }.Select(line =>
        {
            // Depth is counted from the leg that lies along the names' direction; the width shrinks with it towards the cut.
            var depth = 16 + (line * letters.Line);
            // Beside the outer corner the first line leaves room for the sign's name.
            var width = EastCell - depth - (line == 0 && !byWall ? 46 : 10);
            return byWall
                ? Cells.Row(x + (right * (6 + (Math.Max(width, letters.Width) / 2))), inner.Y - (down * depth), width, letters)
                : Cells.Row(inner.X - (right * (6 + (Math.Max(width, letters.Width) / 2))), y + (down * depth), width, letters);
        });
        // The narrowest lines end where the sign is written.
        return new(house, [new(x, y), other, inner], [.. rows.Where(row => row.Capacity > 0)], byWall ? new(x + (right * 16), y + (down * 42)) : new(x + (right * 42), y + (down * 14)));
    }
}
