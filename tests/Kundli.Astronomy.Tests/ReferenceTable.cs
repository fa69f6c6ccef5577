using System.Globalization;
using Kundli.Testing;

namespace Kundli.Astronomy.Tests;

/// <summary>
/// A table of reference values copied into Data/: positions, houses, ayanamsas, rises and sets by Swiss Ephemeris 2.10.03 with DE441 files (values only); the head of each
/// file says settings and units.
/// </summary>
internal sealed class ReferenceTable
{
    private readonly string[] _columns;
    private readonly List<string[]> _rows;

    private ReferenceTable(string[] columns, List<string[]> rows) => (_columns, _rows) = (columns, rows);

    public static ReferenceTable Read(string file)
    {
        var lines = File.ReadAllLines(Repository.At("tests", "Kundli.Astronomy.Tests", "Data", file)).Where(line => line.Length > 0 && line[0] != '#').ToList();
        return new(lines[0].Split(','), [.. lines.Skip(1).Select(line => line.Split(','))]);
    }

    public IEnumerable<Row> Rows => _rows.Select(fields => new Row(_columns, fields));

    internal readonly struct Row(string[] columns, string[] fields)
    {
        public double this[string column] => double.Parse(Text(column), CultureInfo.InvariantCulture);

        public string Text(string column) => fields[Array.IndexOf(columns, column)];

        public bool Has(string column) => Text(column).Length > 0;
    }
}

/// <summary>Keeps the worst of many differences.</summary>
internal sealed class Worst
{
    public double Value { get; private set; }

    public void Add(double difference) => Value = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(Value, Math.Abs(difference));
}
