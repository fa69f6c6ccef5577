namespace Kundli.EphemerisCompiler;

/// <summary>
/// Our own integration of Jupiter … Pluto about the barycentre of the Sun and the inner planets, with the Sun's first post-Newtonian term and the Kuiper belt's pull.
/// Where it begins is fitted: see <see cref="OuterPlanetsFit"/>.
/// </summary>
internal sealed class OuterPlanets
{
    public static readonly string[] Names = ["Jupiter", "Saturn", "Uranus", "Neptune", "Pluto"];

    public const double StepDays = 2;
    public const int Bodies = 5;

    private static readonly double[] Gravity =
        [.. new[] { Masses.Jupiter, Masses.Saturn, Masses.Uranus, Masses.Neptune, Masses.Pluto }.Select(mass => mass * Units.Gravity)];
    private static readonly double Centre = (Masses.Sun + Masses.Mercury + Masses.Venus + Masses.EarthMoon + Masses.Mars) * Units.Gravity;

    private readonly InnerPlanets _inner;
    private readonly List<Vector[]> _states = [];
    private readonly double _first;

    /// <param name="initial">Where to begin.</param>
    /// <param name="inner">Where the barycentre of Sun and inner planets is.</param>
    /// <param name="start">Beginning of the span.</param>
    /// <param name="end">End of the span.</param>
    public OuterPlanets(InitialValues initial, InnerPlanets inner, double start, double end)
    {
        _inner = inner;
        // Steps backwards from the epoch, then forwards; kept in order of time.
        var backwards = Integrate(initial, start - StepDays, -StepDays);
        var forwards = Integrate(initial, end + StepDays, StepDays);
        backwards.Reverse();
        _states.AddRange(backwards[..^1]);
        _states.AddRange(forwards);
        _first = initial.Epoch - (backwards.Count - 1) * StepDays;
    }

    /// <summary>The heliocentric path of one body.</summary>
    public IPath Of(string name) => new One(this, Array.IndexOf(Names, name));

    public (Vector Position, Vector Velocity) At(int body, double julianDay)
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

    /// <summary>States (positions, then velocities) from the epoch on, one a step, by the classical fourth-order Runge–Kutta method.</summary>
    public static List<Vector[]> Integrate(InitialValues initial, double end, double step)
    {
        var state = new Vector[2 * Bodies];
        for (var body = 0; body < Bodies; body++)
            (state[body], state[Bodies + body]) = (initial.Position(body), initial.Velocity(body));
        var count = (int)Math.Ceiling((end - initial.Epoch) / step);
        var states = new List<Vector[]>(count + 1) { state };
        var belt = initial.BeltSuns * Masses.Sun * Units.Gravity;
        Span<Vector> k1 = new Vector[2 * Bodies], k2 = new Vector[2 * Bodies], k3 = new Vector[2 * Bodies], k4 = new Vector[2 * Bodies], at = new Vector[2 * Bodies];
        for (var n = 0; n < count; n++)
        {
            Derive(state, belt, k1);
            Shift(state, k1, step / 2, at);
            Derive(at, belt, k2);
            Shift(state, k2, step / 2, at);
            Derive(at, belt, k3);
            Shift(state, k3, step, at);
            Derive(at, belt, k4);
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

    private static void Derive(ReadOnlySpan<Vector> state, double belt, Span<Vector> rate)
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
            acceleration += (r * (4 * Centre / distance - v.Dot(v)) + v * (4 * r.Dot(v))) * (pull / c2) + KuiperBelt.Pull(r) * belt;
            (rate[i], rate[Bodies + i]) = (v, acceleration);
        }
    }

    private static double Cube(Vector v)
    {
        var length = v.Length;
        return length * length * length;
    }

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
