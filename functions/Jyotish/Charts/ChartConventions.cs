using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Charts;

/// <summary>What a chart depends on besides the instant and the place. Every answer says which it used.</summary>
/// <param name="Ayanamsa">Where the zodiac begins.</param>
/// <param name="Node">Which node Rahu and Ketu are.</param>
/// <param name="HouseSystem">How the sky is cut into bhavas.</param>
/// <param name="Positions">Apparent or geometric.</param>
/// <param name="OuterPlanets">Whether Uranus, Neptune and Pluto are shown.</param>
public sealed record ChartConventions(
    Ayanamsa Ayanamsa = Ayanamsa.Lahiri,
    NodeKind Node = NodeKind.Mean,
    HouseSystem HouseSystem = HouseSystem.WholeSign,
    PositionKind Positions = PositionKind.Apparent,
    bool OuterPlanets = false);
