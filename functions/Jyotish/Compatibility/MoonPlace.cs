using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Compatibility;

/// <summary>What matching reads of a person: where the Moon stands.</summary>
/// <param name="Longitude">The Moon's longitude.</param>
public sealed record MoonPlace(SiderealLongitude Longitude)
{
    /// <summary>Her nakshatra.</summary>
    public Nakshatra Nakshatra => Longitude.Nakshatra;

    /// <summary>Her pada.</summary>
    public int Pada => Longitude.Pada;

    /// <summary>Her sign.</summary>
    public Rashi Rashi => Longitude.Rashi;

    /// <summary>The lord of her sign.</summary>
    public Graha Lord => Rashi.Lord();

    /// <summary>The lord of her navamsa.</summary>
    public Graha NavamsaLord => ((Rashi)(Longitude.PadaIndex % Rashis.Count)).Lord();
}
