using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Zodiac;

/// <summary>What the books read from a sidereal longitude.</summary>
public static class Longitudes
{
    /// <summary>Degrees of a sign.</summary>
    public const double RashiSpan = 30;

    /// <summary>The padas of the whole zodiac, 3°20′ each.</summary>
    public const int PadaCount = 108;

    /// <summary>Readings of a longitude.</summary>
    extension(SiderealLongitude longitude)
    {
        /// <summary>The sign.</summary>
        public Rashi Rashi => (Rashi)(int)(longitude.Degrees / RashiSpan);

        /// <summary>Degrees within the sign, 0 to 30.</summary>
        public double InRashi => longitude.Degrees - (int)(longitude.Degrees / RashiSpan) * RashiSpan;

        /// <summary>The quarter counted through the whole zodiac, 0 to 107; modulo twelve it is the navamsa sign.</summary>
        public int PadaIndex => Math.Min((int)(longitude.Degrees * PadaCount / 360), PadaCount - 1);

        /// <summary>The nakshatra: 27 equal parts of 13°20′.</summary>
        public Nakshatra Nakshatra => (Nakshatra)(longitude.PadaIndex / 4);

        /// <summary>The quarter of the nakshatra, 1 to 4.</summary>
        public int Pada => longitude.PadaIndex % 4 + 1;

        /// <summary>How much of the nakshatra is traversed, 0 to 1.</summary>
        public double NakshatraFraction => longitude.Degrees * Nakshatras.Count / 360 - (int)longitude.Nakshatra;

        /// <summary>Degrees from <paramref name="start"/> forward to this, within [0, 360).</summary>
        public double From(SiderealLongitude start) => new SiderealLongitude(longitude.Degrees - start.Degrees).Degrees;

        /// <summary>The shorter way between two longitudes, 0 to 180.</summary>
        public double Apart(SiderealLongitude other) => Math.Abs(longitude - other);
    }
}
