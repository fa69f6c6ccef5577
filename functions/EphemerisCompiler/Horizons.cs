using System.Globalization;

namespace Kundli.EphemerisCompiler;

/// <summary>A state vector printed by JPL Horizons (celestial reference frame, TDB).</summary>
internal sealed record Horizons(double JulianDay, Vector Position, Vector Velocity)
{
    public static IReadOnlyList<Horizons> Read(string path)
    {
        var all = new List<Horizons>();
        using var lines = File.ReadLines(path).SkipWhile(line => !line.StartsWith("$$SOE", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith("$$EOE", StringComparison.Ordinal)).GetEnumerator();
        while (lines.MoveNext())
        {
            var julianDay = double.Parse(lines.Current.Split('=')[0], CultureInfo.InvariantCulture);
            var position = Next(lines);
            all.Add(new(julianDay, position, Next(lines)));
        }
        return all;
    }

    private static Vector Next(IEnumerator<string> lines)
    {
        lines.MoveNext();
        var numbers = lines.Current.Split('=')[1..].Select(part => double.Parse(part.Split((char[])['V', 'X', 'Y', 'Z'])[0], CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1], numbers[2]);
    }
}
