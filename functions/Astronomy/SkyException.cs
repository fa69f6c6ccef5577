namespace Kundli.Astronomy;

/// <summary>Why the sky can't be computed for an input. Each names one thing that the caller can put right.</summary>
public enum SkyProblem
{
    /// <summary>The instant is not finite or lies outside the ephemeris, which covers the years 1800–2199 and a few months around them.</summary>
    InstantOutOfRange,

    /// <summary>The geographic latitude is not finite or lies outside −90…+90 degrees.</summary>
    LatitudeOutOfRange,

    /// <summary>The geographic longitude is not finite or lies outside −180…+180 degrees.</summary>
    LongitudeOutOfRange,

    /// <summary>An angle or another number is not finite.</summary>
    NotFinite,

    /// <summary>Placidus cusps don't exist here: part of the ecliptic never rises or never sets at this latitude.</summary>
    PlacidusBeyondPolarCircle,

    /// <summary>The body has no such property (the nodes have no magnitude).</summary>
    NotDefinedForBody,
}

/// <summary>
/// The one way in which this room refuses an input: it names the <see cref="Problem"/> and the <see cref="Field"/>, so that a caller can turn both into
/// an answer. Events that may simply not happen (a sunrise in the polar night) are values, not exceptions: see <see cref="Sky.SkyEvent"/>.
/// </summary>
/// <param name="problem">What is wrong.</param>
/// <param name="field">The input at fault: <c>instant</c>, <c>latitude</c>, <c>longitude</c>, <c>houseSystem</c>, <c>graha</c> or <c>angle</c>.</param>
/// <param name="message">The same in words, fit to be shown.</param>
public sealed class SkyException(SkyProblem problem, string field, string message) : ArgumentException(message)
{
    /// <summary>What is wrong.</summary>
    public SkyProblem Problem { get; } = problem;

    /// <summary>The input at fault.</summary>
    public string Field { get; } = field;

    internal static SkyException Instant(double julianDay) =>
        new(SkyProblem.InstantOutOfRange, "instant", $"The ephemeris covers the years 1800 to 2199; Julian day {julianDay} lies outside.");

    internal static SkyException Angle(double value) =>
        new(SkyProblem.NotFinite, "angle", $"An angle must be a finite number; {value} is not.");
}
