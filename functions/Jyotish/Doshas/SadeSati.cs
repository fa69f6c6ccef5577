using System.Collections.Concurrent;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Doshas;

/// <summary>Where Saturn passes from the Moon's sign of birth.</summary>
public enum SaturnPhase
{
    /// <summary>In the 12th: the first part of sade sati.</summary>
    Rising,

    /// <summary>Over the sign itself.</summary>
    Peak,

    /// <summary>In the 2nd.</summary>
    Setting,

    /// <summary>In the 4th: the small panoti, kantaka.</summary>
    Kantaka,

    /// <summary>In the 8th: the small panoti, ashtama.</summary>
    Ashtama,
}

/// <summary>A stay of Saturn.</summary>
/// <param name="Phase">Where.</param>
/// <param name="Start">When he enters.</param>
/// <param name="End">When he leaves, on or back.</param>
public sealed record SaturnStay(SaturnPhase Phase, JulianDayUt Start, JulianDayUt End);

/// <summary>
/// Sade sati and dhaiya: Saturn in the 12th, 1st, 2nd, 4th and 8th sign from the Moon's. A retrograde return is a stay of its own. Saturn's ingresses
/// depend on no birth, so they are found once for an ayanamsa and kept.
/// </summary>
public static class SadeSati
{
    // A second: far more than the root of a crossing may be off, far less than a stay.
    private const double PastTheEdgeDays = 1 / 86400.0;

    private static readonly ConcurrentDictionary<(Ayanamsa, PositionKind), Lazy<IReadOnlyList<(Rashi Sign, double Start, double End)>>> Ingresses = new();

    /// <summary>The stays that touch a span, in order.</summary>
    public static IEnumerable<SaturnStay> Of(Rashi moon, Ayanamsa ayanamsa, PositionKind positions, JulianDayUt from, JulianDayUt to)
    {
        foreach (var (sign, start, end) in Stays(ayanamsa, positions))
        {
            if (end <= from.Value || start >= to.Value)
                continue;
            SaturnPhase? phase = sign.HouseFrom(moon) switch
            {
                12 => SaturnPhase.Rising,
                1 => SaturnPhase.Peak,
                2 => SaturnPhase.Setting,
                4 => SaturnPhase.Kantaka,
                8 => SaturnPhase.Ashtama,
                _ => null,
            };
            if (phase is { } there)
                yield return new(there, new JulianDayUt(start), new JulianDayUt(end));
        }
    }

    private static IReadOnlyList<(Rashi Sign, double Start, double End)> Stays(Ayanamsa ayanamsa, PositionKind positions) =>
        Ingresses.GetOrAdd((ayanamsa, positions), key => new(() => Find(key.Item1, key.Item2))).Value;

    private static List<(Rashi Sign, double Start, double End)> Find(Ayanamsa ayanamsa, PositionKind positions)
    {
        var conventions = new ChartConventions(ayanamsa, Positions: positions);
        var stays = new List<(Rashi, double, double)>();
        var (start, sign) = (Changes.First, Changes.SignAt(Graha.Saturn, Changes.First, conventions));
        while (Changes.OfSign(Graha.Saturn, start + PastTheEdgeDays, conventions) is { } change)
        {
            stays.Add((sign, start.Value, change.Instant.Value));
            (start, sign) = (change.Instant, change.To);
        }
        stays.Add((sign, start.Value, Changes.Last.Value));
        return stays;
    }
}
