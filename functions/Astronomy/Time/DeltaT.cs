using System.Globalization;

namespace Kundli.Astronomy.Time;

/// <summary>
/// Δt = TT − UT. Observed to 1 January 2026 (before 1973 as reduced by Stephenson, Morrison and Hohenkerk, Proc. R. Soc. A 472, 2016; since then by the IERS). After that the
/// long-term lengthening of the day that Morrison, Stephenson, Hohenkerk and Zawilski found in 2700 years of eclipses (Proc. R. Soc. A 477, 2021), 1.72 t − 3.5 sin 2π(t + 0.75)/14
/// milliseconds a day with t in centuries from 1825, summed up from the last observed value. No one can know how the Earth will turn: they give ±10 s for 2100 and ±20 s for 2200,
/// which moves the Moon by 5″ and 11″.
/// </summary>
public static class DeltaT
{
    private const int FirstYear = 1800;
    private const int LastYear = 2200;
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
        var lastObserved = FirstYear + values.Count - 1;
        var toObserved = values[^1] - SummedDayLength(lastObserved);
        for (var year = lastObserved + 1; year <= LastYear; year++)
            values.Add(SummedDayLength(year) + toObserved);
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

    /// <summary>The integral of the day's long-term lengthening, seconds, but for a constant.</summary>
    internal static double SummedDayLength(double year)
    {
        const double daysPerCentury = 36525;
        const double periodCenturies = 14;
        var t = (year - 1825) / 100;
        var (steady, wave) = (1.72e-3 * daysPerCentury / 2 * t * t, 3.5e-3 * daysPerCentury * periodCenturies / (2 * Math.PI));
        return steady + wave * Math.Cos(2 * Math.PI * (t + 0.75) / periodCenturies);
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
