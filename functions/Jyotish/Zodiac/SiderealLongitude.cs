namespace Kundli.Jyotish.Zodiac;

/// <summary>
/// A longitude along the ecliptic from the start of sidereal Aries, in degrees, always within [0, 360). Which ayanamsa made it is known to who
/// made it; two of different ayanamsas must not meet.
/// </summary>
public readonly record struct SiderealLongitude : IComparable<SiderealLongitude>
{
    /// <summary>Degrees of a full circle.</summary>
    public const double Circle = 360;

    /// <summary>Degrees of a sign.</summary>
    public const double RashiSpan = 30;

    /// <summary>A longitude from degrees, which are brought into one circle.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The degrees are not a finite number.</exception>
    public SiderealLongitude(double degrees)
    {
        if (!double.IsFinite(degrees))
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "A longitude is a finite number of degrees.");
        var within = degrees - (Math.Floor(degrees / Circle) * Circle);
        Degrees = within >= Circle ? 0 : within;
    }

    /// <summary>Degrees from 0 (included) to 360 (excluded).</summary>
    public double Degrees { get; }

    /// <summary>The sign.</summary>
    public Rashi Rashi => (Rashi)(int)(Degrees / RashiSpan);

    /// <summary>Degrees within the sign, 0 to 30.</summary>
    public double InRashi => Degrees - ((int)Rashi * RashiSpan);

    /// <summary>The nakshatra: 27 equal parts of 13°20′.</summary>
    public Nakshatra Nakshatra => (Nakshatra)(PadaIndex / 4);

    /// <summary>The quarter of the nakshatra, 1 to 4.</summary>
    public int Pada => (PadaIndex % 4) + 1;

    /// <summary>The quarter counted through the whole zodiac, 0 to 107; modulo twelve it is the navamsa sign.</summary>
    public int PadaIndex => Math.Min((int)(Degrees * 108 / Circle), 107);

    /// <summary>How much of the nakshatra is traversed, 0 to 1.</summary>
    public double NakshatraFraction => (Degrees * 27 / Circle) - (int)Nakshatra;

    /// <summary>The longitude <paramref name="degrees"/> further on.</summary>
    public SiderealLongitude Plus(double degrees) => new(Degrees + degrees);

    /// <summary>Degrees from <paramref name="start"/> forward to this, within [0, 360).</summary>
    public double From(SiderealLongitude start) => new SiderealLongitude(Degrees - start.Degrees).Degrees;

    /// <summary>The shorter way between two longitudes, 0 to 180.</summary>
    public double Apart(SiderealLongitude other)
    {
        var way = From(other);
        return way > Circle / 2 ? Circle - way : way;
    }

    /// <inheritdoc/>
    public int CompareTo(SiderealLongitude other) => Degrees.CompareTo(other.Degrees);
}
