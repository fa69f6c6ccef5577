namespace Kundli.Adapters.Vision;

/// <summary>
/// The geometry of the preprocessing contract (functions/PlantTraining): the centre square, made smaller by a triangle filter as wide as the
/// scale, first along the rows and then along the columns, each rounded to whole bytes. The training pipeline's library resizes the same way, and
/// a test holds both against each other.
/// </summary>
internal static class CentreSquare
{
    private const int PrecisionBits = 22;

    /// <summary>The square of <paramref name="side"/> pixels as R, G, B bytes.</summary>
    /// <param name="rgba">Rows of R, G, B and an ignored fourth byte, without padding.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="side">Pixels along a side of the result.</param>
    public static byte[] Of(ReadOnlySpan<byte> rgba, int width, int height, int side)
    {
        var source = Math.Min(width, height);
        var (left, top) = ((width - source) / 2, (height - source) / 2);
        var taps = Taps.Of(source, side);
        var rows = new byte[source * side * 3];
        for (var y = 0; y < source; y++)
            Narrow(rgba.Slice(((top + y) * width + left) * 4, source * 4), rows.AsSpan(y * side * 3, side * 3), taps);
        var square = new byte[side * side * 3];
        for (var y = 0; y < side; y++)
            Sum(rows, square.AsSpan(y * side * 3, side * 3), taps, y);
        return square;
    }

    private static void Narrow(ReadOnlySpan<byte> row, Span<byte> target, Taps taps)
    {
        for (var x = 0; x < taps.First.Length; x++)
        {
            int red = 1 << (PrecisionBits - 1), green = red, blue = red;
            var at = taps.First[x] * 4;
            foreach (var weight in taps.Weights[x])
            {
                red += row[at] * weight;
                green += row[at + 1] * weight;
                blue += row[at + 2] * weight;
                at += 4;
            }
            target[x * 3] = ToByte(red);
            target[x * 3 + 1] = ToByte(green);
            target[x * 3 + 2] = ToByte(blue);
        }
    }

    private static void Sum(ReadOnlySpan<byte> rows, Span<byte> target, Taps taps, int y)
    {
        var weights = taps.Weights[y];
        for (var at = 0; at < target.Length; at++)
        {
            var sum = 1 << (PrecisionBits - 1);
            var from = taps.First[y] * target.Length + at;
            foreach (var weight in weights)
            {
                sum += rows[from] * weight;
                from += target.Length;
            }
            target[at] = ToByte(sum);
        }
    }

    private static byte ToByte(int sum) => (byte)Math.Clamp(sum >> PrecisionBits, 0, 255);

    /// <summary>For each target pixel the first source pixel and the weights of those from it on, in fixed point; they sum to one.</summary>
    private sealed record Taps(int[] First, int[][] Weights)
    {
        public static Taps Of(int source, int target)
        {
            var scale = (double)source / target;
            var support = Math.Max(scale, 1.0);
            var first = new int[target];
            var weights = new int[target][];
            for (var x = 0; x < target; x++)
            {
                var centre = (x + 0.5) * scale;
                var from = Math.Max(0, (int)(centre - support + 0.5));
                var to = Math.Min(source, (int)(centre + support + 0.5));
                var raw = Enumerable.Range(from, to - from).Select(at => Math.Max(0, 1 - Math.Abs((at - centre + 0.5) / support))).ToArray();
                var total = raw.Sum();
                first[x] = from;
                weights[x] = [.. raw.Select(weight => (int)Math.Round(weight / total * (1 << PrecisionBits), MidpointRounding.AwayFromZero))];
            }
            return new(first, weights);
        }
    }
}
