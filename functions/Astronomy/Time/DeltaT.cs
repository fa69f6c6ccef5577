using System.Globalization;

namespace Kundli.Astronomy.Time;

/// <summary>
/// Δt = TT − UT. Observed to 2026 (before 1973 as reduced by Stephenson, Morrison and Hohenkerk, Proc. R. Soc. A 472, 2016; since then by the IERS), predicted after:
/// no one can know how the Earth will turn, and the prediction for 2200 may well be off by a minute, which moves the Moon by half an arcminute.
/// </summary>
public static class DeltaT
{
    private const int FirstYear = 1800;
    private const double FirstJanuary = 2378496.5;
    private const double MeanYear = 365.2425;

    private static readonly double[] Days;
    private static readonly double[] Values;

#pragma warning disable CA1810 // Two arrays come from one reading.
    static DeltaT()
    {
        using var stream = typeof(DeltaT).Assembly.GetManifestResourceStream("delta-t.csv")!;
        using var reader = new StreamReader(stream);
        var values = new List<double>(401);
        while (reader.ReadLine() is { } line)
            if (line[0] is >= '0' and <= '9')
                values.Add(double.Parse(line.AsSpan(line.IndexOf(',') + 1), CultureInfo.InvariantCulture));
        Values = [.. values];
        Days = [.. Enumerable.Range(FirstYear, Values.Length).Select(year => JulianDayUt.From(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)).Value)];
    }
#pragma warning restore CA1810

    /// <summary>TT − UT in seconds: a cubic through the four nearest New Year values (before 1800 and after 2200 the outermost cubic goes on).</summary>
    /// <exception cref="SkyException">The instant is not finite or lies more than two years outside 1800–2199.</exception>
    public static double Seconds(JulianDayUt instant)
    {
        var day = instant.Value;
        if (!(day >= FirstJanuary - 2 * MeanYear && day <= Days[^1] + 2 * MeanYear))
            throw SkyException.Instant(day);

        var year = Math.Clamp((int)((day - FirstJanuary) / MeanYear), 1, Values.Length - 3);
        while (year < Values.Length - 3 && day >= Days[year + 1])
            year++;
        while (year > 1 && day < Days[year])
            year--;
        return Cubic(day, year - 1);
    }

    /// <summary>Lagrange's polynomial through four values.</summary>
    private static double Cubic(double day, int first)
    {
        var sum = 0.0;
        for (var i = first; i < first + 4; i++)
        {
            var weight = 1.0;
            for (var j = first; j < first + 4; j++)
                if (j != i)
                    weight *= (day - Days[j]) / (Days[i] - Days[j]);
            sum += weight * Values[i];
        }
        return sum;
    }
}
