using System.Collections;
using System.Globalization;

namespace Kundli.Features.Pricing;

/// <summary>Which PINs there are, by blocks of ten (<c>Pricing/Data/pins.tsv</c> names its sources).</summary>
public static class PinCodes
{
    /// <summary>Digits of a PIN.</summary>
    public const int Length = 6;

    private const int BlockDigits = 5;
    private static readonly Lazy<BitArray> Blocks = new(Load);

    /// <summary>Whether a post office may bear it: six digits, and others of its block of ten do.</summary>
    public static bool Exists(string? pin) =>
        pin is { Length: Length } && pin.All(char.IsAsciiDigit) && Blocks.Value[int.Parse(pin.AsSpan(0, BlockDigits), CultureInfo.InvariantCulture)];

    private static BitArray Load()
    {
        using var stream = typeof(PinCodes).Assembly.GetManifestResourceStream("Kundli.Features.Pricing.Data.pins.tsv") ?? throw new InvalidDataException("pins.tsv is not embedded.");
        using var reader = new StreamReader(stream);
        var blocks = new BitArray(100_000);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var (district, ranges) = line.Split('\t') is [var first, var second] ? (first, second) : throw new InvalidDataException($"pins.tsv: '{line}'.");
            foreach (var range in ranges.Split(',').Select(range => range.Split('-')))
                for (var block = Block(district, range[0]); block <= Block(district, range[^1]); block++)
                    blocks[block] = true;
        }
        return blocks;
    }

    private static int Block(string district, string digits) => int.Parse(district + digits, CultureInfo.InvariantCulture);
}
