using System.Globalization;

namespace Kundli.EphemerisCompiler;

/// <summary>
/// Our own integration of Jupiter … Pluto about the barycentre of the Sun and the inner planets, with the Sun's first post-Newtonian term. The thirty initial
/// values are fitted by least squares to JPL's heliocentric vectors of 1900–2098 (Horizons, DE441).
/// </summary>
internal sealed class OuterPlanets
{
    public static readonly string[] Names = ["Jupiter", "Saturn", "Uranus", "Neptune", "Pluto"];

    private const int Bodies = 5;
    private const int Unknowns = 6 * Bodies;
    private const double StepDays = 2;
    private const int FitRounds = 3;

    /// <summary>One observation in four is enough for thirty unknowns: 200 days apart.</summary>
    private const int ObservationStride = 4;

    private static readonly double[] Gravity =
        [.. new[] { Masses.Jupiter, Masses.Saturn, Masses.Uranus, Masses.Neptune, Masses.Pluto }.Select(mass => mass * Units.Gravity)];
    private static readonly double Centre = (Masses.Sun + Masses.Mercury + Masses.Venus + Masses.EarthMoon + Masses.Mars) * Units.Gravity;

    private readonly InnerPlanets _inner;
    private readonly double _epoch;
    private readonly List<Vector[]> _states = [];
    private readonly double _first;

    /// <param name="folder">With <c>helio_Jupiter.txt</c> and so on.</param>
    /// <param name="inner">Where the barycentre of Sun and inner planets is.</param>
    /// <param name="start">Beginning of the span.</param>
    /// <param name="end">End of the span.</param>
    public OuterPlanets(string folder, InnerPlanets inner, double start, double end)
    {
        _inner = inner;
        var observed = Names.Select(name => Horizons.Read(System.IO.Path.Combine(folder, $"helio_{name}.txt"))).ToArray();
        var middle = observed[0].Count / 2;
        _epoch = observed[0][middle].JulianDay;
        var initial = new double[Unknowns];
        for (var body = 0; body < Bodies; body++)
        {
            var (centre, centreVelocity) = inner.At(_epoch);
            Put(initial, body, observed[body][middle].Position - centre, observed[body][middle].Velocity - centreVelocity);
        }
        for (var round = 0; round < FitRounds; round++)
            initial = Improve(initial, observed);

        // Steps backwards from the epoch, then forwards; kept in order of time.
        var backwards = Integrate(initial, start - StepDays, -StepDays);
        var forwards = Integrate(initial, end + StepDays, StepDays);
        backwards.Reverse();
        _states.AddRange(backwards[..^1]);
        _states.AddRange(forwards);
        _first = _epoch - (backwards.Count - 1) * StepDays;
        WorstArcseconds = [.. Names.Select((_, body) => observed[body].Max(o => (At(body, o.JulianDay).Position - o.Position).Length / o.Position.Length / Units.RadiansPerArcsecond))];
    }

    /// <summary>The largest differences from the vectors fitted to, as seen from the Sun.</summary>
    public double[] WorstArcseconds { get; }

    /// <summary>The heliocentric path of one body.</summary>
    public IPath Of(string name) => new One(this, Array.IndexOf(Names, name));

    private (Vector Position, Vector Velocity) At(int body, double julianDay)
    {
        // Cubic Hermite between steps: its error is below 1e-12 of the distance.
        var place = (julianDay - _first) / StepDays;
        var index = Math.Clamp((int)place, 0, _states.Count - 2);
        var s = place - index;
        var (left, right) = (_states[index], _states[index + 1]);
        var (p0, p1, v0, v1) = (left[body], right[body], left[Bodies + body] * StepDays, right[Bodies + body] * StepDays);
        var (a, b) = ((p0 - p1) * 2 + v0 + v1, (p1 - p0) * 3 - v0 * 2 - v1);
        var (centre, centreVelocity) = _inner.At(julianDay);
        return (p0 + (v0 + (b + a * s) * s) * s + centre, (v0 + (b * 2 + a * (3 * s)) * s) * (1 / StepDays) + centreVelocity);
    }

    private double[] Improve(double[] initial, IReadOnlyList<Horizons>[] observed)
    {
        var residual = Residuals(initial, observed);
        var columns = new double[Unknowns][];
        Parallel.For(0, Unknowns, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var step = i % 6 < 3 ? 1e-6 : 1e-9;
            var (plus, minus) = ((double[])initial.Clone(), (double[])initial.Clone());
            plus[i] += step;
            minus[i] -= step;
            columns[i] = [.. Residuals(plus, observed).Zip(Residuals(minus, observed), (a, b) => (a - b) / (2 * step))];
        });
        var change = LeastSquares.Solve(columns, residual);
        return [.. initial.Select((value, i) => value - change[i])];
    }

    /// <summary>Computed less observed as parts of the distance.</summary>
    private double[] Residuals(double[] initial, IReadOnlyList<Horizons>[] observed)
    {
        var all = new List<double>();
        foreach (var direction in (int[])[-1, 1])
        {
            var step = StepDays * direction;
            var end = direction < 0 ? observed[0][0].JulianDay : observed[0][^1].JulianDay;
            var states = Integrate(initial, end, step);
            for (var body = 0; body < Bodies; body++)
                for (var i = 0; i < observed[body].Count; i += ObservationStride)
                {
                    var o = observed[body][i];
                    var index = (int)Math.Round((o.JulianDay - _epoch) / step);
                    if (index < 0 || index >= states.Count || (index == 0 && direction > 0))
                        continue;
                    var difference = (states[index][body] + _inner.At(o.JulianDay).Position - o.Position) * (1 / o.Position.Length);
                    all.AddRange([difference.X, difference.Y, difference.Z]);
                }
        }
        return [.. all];
    }

    /// <summary>States (positions, then velocities) from the epoch on, one a step, by the classical fourth-order Runge–Kutta method.</summary>
    private List<Vector[]> Integrate(double[] initial, double end, double step)
    {
        var state = new Vector[2 * Bodies];
        for (var body = 0; body < Bodies; body++)
        {
            state[body] = new(initial[6 * body], initial[6 * body + 1], initial[6 * body + 2]);
            state[Bodies + body] = new(initial[6 * body + 3], initial[6 * body + 4], initial[6 * body + 5]);
        }
        var count = (int)Math.Ceiling((end - _epoch) / step);
        var states = new List<Vector[]>(count + 1) { state };
        Span<Vector> k1 = new Vector[2 * Bodies], k2 = new Vector[2 * Bodies], k3 = new Vector[2 * Bodies], k4 = new Vector[2 * Bodies], at = new Vector[2 * Bodies];
        for (var n = 0; n < count; n++)
        {
            Derive(state, k1);
            Shift(state, k1, step / 2, at);
            Derive(at, k2);
            Shift(state, k2, step / 2, at);
            Derive(at, k3);
            Shift(state, k3, step, at);
            Derive(at, k4);
            var next = new Vector[2 * Bodies];
            for (var i = 0; i < next.Length; i++)
                next[i] = state[i] + (k1[i] + (k2[i] + k3[i]) * 2 + k4[i]) * (step / 6);
            states.Add(state = next);
        }
        return states;
    }

    private static void Shift(ReadOnlySpan<Vector> from, ReadOnlySpan<Vector> rate, double by, Span<Vector> to)
    {
        for (var i = 0; i < from.Length; i++)
            to[i] = from[i] + rate[i] * by;
    }

    private static void Derive(ReadOnlySpan<Vector> state, Span<Vector> rate)
    {
        var fall = default(Vector);
        for (var j = 0; j < Bodies; j++)
            fall += state[j] * (Gravity[j] / Cube(state[j]));
        for (var i = 0; i < Bodies; i++)
        {
            var (r, v) = (state[i], state[Bodies + i]);
            var distance = r.Length;
            var pull = Centre / (distance * distance * distance);
            var acceleration = r * -pull - fall;
            for (var j = 0; j < Bodies; j++)
                if (j != i)
                    acceleration += (state[j] - r) * (Gravity[j] / Cube(state[j] - r));
            const double c2 = Units.LightAuPerDay * Units.LightAuPerDay;
            acceleration += (r * (4 * Centre / distance - v.Dot(v)) + v * (4 * r.Dot(v))) * (pull / c2);
            (rate[i], rate[Bodies + i]) = (v, acceleration);
        }
    }

    private static double Cube(Vector v)
    {
        var length = v.Length;
        return length * length * length;
    }

    private static void Put(double[] initial, int body, Vector position, Vector velocity) =>
        new[] { position.X, position.Y, position.Z, velocity.X, velocity.Y, velocity.Z }.CopyTo(initial, 6 * body);

    private sealed class One(OuterPlanets all, int body) : IPath
    {
        public (Vector Position, Vector Velocity) At(double julianDay) => all.At(body, julianDay);
    }
}

/// <summary>The barycentre of the Sun and the four inner planets, from the Sun.</summary>
internal sealed class InnerPlanets(IReadOnlyList<(IPath Path, double Mass)> planets) : IPath
{
    public (Vector Position, Vector Velocity) At(double julianDay)
    {
        var (position, velocity, total) = (default(Vector), default(Vector), Masses.Sun);
        foreach (var (path, mass) in planets)
        {
            var (p, v) = path.At(julianDay);
            (position, velocity, total) = (position + p * mass, velocity + v * mass, total + mass);
        }
        return (position * (1 / total), velocity * (1 / total));
    }
}

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

/// <summary>Least squares by Householder-free means: normal equations, scaled columns, Cholesky. Well enough conditioned for initial values.</summary>
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
