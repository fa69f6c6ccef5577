using System.Globalization;

namespace Kundli.EphemerisCompiler;

/// <summary>Where the integration of the outer planets begins: thirty numbers in AU and days from the barycentre of Sun and inner planets, and the Kuiper belt's mass.</summary>
/// <param name="Epoch">Julian day (TDB).</param>
/// <param name="Numbers">Position and velocity of each planet, and last the belt's mass in masses of the Sun.</param>
internal sealed record InitialValues(double Epoch, double[] Numbers)
{
    public const int Count = 6 * OuterPlanets.Bodies + 1;
    public const int Belt = Count - 1;

    public double BeltSuns => Numbers[Belt];

    public Vector Position(int body) => new(Numbers[6 * body], Numbers[6 * body + 1], Numbers[6 * body + 2]);

    public Vector Velocity(int body) => new(Numbers[6 * body + 3], Numbers[6 * body + 4], Numbers[6 * body + 5]);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static InitialValues Read(string path)
    {
        var numbers = File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#')
            .SelectMany(line => line.Split(',').Skip(1)).Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length == Count + 1 ? new(numbers[0], numbers[1..]) : throw new InvalidDataException($"{path} holds {numbers.Length} numbers, not {Count + 1}.");
    }

    /// <summary>One line a planet, each number with all its digits.</summary>
    public void Write(string path)
    {
        string Line(string name, params ReadOnlySpan<double> numbers) => name + string.Concat(numbers.ToArray().Select(number => "," + number.ToString("R", CultureInfo.InvariantCulture)));
        string[] lines =
        [
            "# Written by the fit of the outer planets to the vectors of JPL Horizons (DE441); AU and AU/d, celestial reference frame, from the barycentre of Sun and inner planets.",
            Line("epoch", Epoch),
            .. OuterPlanets.Names.Select((name, body) => Line(name, Numbers.AsSpan(6 * body, 6))),
            Line("beltInSuns", BeltSuns),
        ];
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }
}

/// <summary>
/// Fits the beginning of the integration by least squares to JPL's heliocentric vectors of 1900–2098 (Horizons, DE441), 50 days apart. With the belt's mass among the unknowns
/// it comes out as 0.0225 masses of the Earth; Pitjeva and Pitjev (2018) have 0.0197 ± 0.0035.
/// </summary>
internal sealed class OuterPlanetsFit
{
    private const int Rounds = 3;

    /// <summary>
    /// How far the vectors may be trusted, as parts of the distance: those of Jupiter and Saturn are of the planets' own centres, which their moons move by 230 and 290 km.
    /// </summary>
    private static readonly double[] Scatter = [2e-7, 1.5e-7, 2e-8, 2e-8, 2e-8];

    private readonly InnerPlanets _inner;
    private readonly IReadOnlyList<Horizons>[] _observed;

    /// <param name="folder">With <c>helio_Jupiter.txt</c> and so on.</param>
    /// <param name="inner">Where the barycentre of Sun and inner planets is.</param>
    public OuterPlanetsFit(string folder, InnerPlanets inner)
    {
        _inner = inner;
        _observed = [.. OuterPlanets.Names.Select(name => Horizons.Read(System.IO.Path.Combine(folder, $"helio_{name}.txt")))];
    }

    public InitialValues Run()
    {
        var middle = _observed[0].Count / 2;
        var epoch = _observed[0][middle].JulianDay;
        var (centre, centreVelocity) = _inner.At(epoch);
        var numbers = new double[InitialValues.Count];
        for (var body = 0; body < OuterPlanets.Bodies; body++)
        {
            var (position, velocity) = (_observed[body][middle].Position - centre, _observed[body][middle].Velocity - centreVelocity);
            new[] { position.X, position.Y, position.Z, velocity.X, velocity.Y, velocity.Z }.CopyTo(numbers, 6 * body);
        }
        var initial = new InitialValues(epoch, numbers);
        for (var round = 0; round < Rounds; round++)
            initial = Improve(initial);
        return initial;
    }

    /// <summary>The largest differences from the vectors fitted to, arcseconds as seen from the Sun.</summary>
    public double WorstArcseconds(OuterPlanets planets, int body) =>
        _observed[body].Max(o => (planets.At(body, o.JulianDay).Position - o.Position).Length / o.Position.Length / Units.RadiansPerArcsecond);

    private InitialValues Improve(InitialValues initial)
    {
        var residual = Residuals(initial);
        var columns = new double[InitialValues.Count][];
        Parallel.For(0, columns.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var step = i == InitialValues.Belt ? 1e-9 : i % 6 < 3 ? 1e-6 : 1e-9;
            columns[i] = [.. Residuals(Moved(initial, i, step)).Zip(Residuals(Moved(initial, i, -step)), (a, b) => (a - b) / (2 * step))];
        });
        var change = LeastSquares.Solve(columns, residual);
        return initial with { Numbers = [.. initial.Numbers.Select((value, i) => value - change[i])] };
    }

    private static InitialValues Moved(InitialValues initial, int index, double by)
    {
        var numbers = (double[])initial.Numbers.Clone();
        numbers[index] += by;
        return initial with { Numbers = numbers };
    }

    /// <summary>Computed less observed as parts of the distance, in units of the scatter.</summary>
    private double[] Residuals(InitialValues initial)
    {
        var all = new List<double>();
        foreach (var direction in (int[])[-1, 1])
        {
            var step = OuterPlanets.StepDays * direction;
            var states = OuterPlanets.Integrate(initial, direction < 0 ? _observed[0][0].JulianDay : _observed[0][^1].JulianDay, step);
            for (var body = 0; body < OuterPlanets.Bodies; body++)
                foreach (var o in _observed[body])
                {
                    var index = (int)Math.Round((o.JulianDay - initial.Epoch) / step);
                    if (index < 0 || index >= states.Count || (index == 0 && direction > 0))
                        continue;
                    var difference = (states[index][body] + _inner.At(o.JulianDay).Position - o.Position) * (1 / o.Position.Length / Scatter[body]);
                    all.AddRange([difference.X, difference.Y, difference.Z]);
                }
        }
        return [.. all];
    }
}

/// <summary>Least squares by normal equations of scaled columns and Cholesky's factors: initial values are conditioned well enough for them.</summary>
internal static class LeastSquares
{
    public static double[] Solve(double[][] columns, double[] right)
    {
        var n = columns.Length;
        var scale = columns.Select(column => 1 / Math.Sqrt(column.Sum(value => value * value))).ToArray();
        var lower = new double[n, n];
        var solution = new double[n];
        for (var i = 0; i < n; i++)
        {
            solution[i] = Dot(columns[i], right) * scale[i];
            for (var j = 0; j <= i; j++)
            {
                var sum = Dot(columns[i], columns[j]) * scale[i] * scale[j];
                for (var k = 0; k < j; k++)
                    sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(sum) : sum / lower[j, j];
            }
        }
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
                solution[i] -= lower[i, k] * solution[k];
            solution[i] /= lower[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                solution[i] -= lower[k, i] * solution[k];
            solution[i] /= lower[i, i];
        }
        return [.. solution.Select((value, i) => value * scale[i])];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
