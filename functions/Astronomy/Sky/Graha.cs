namespace Kundli.Astronomy.Sky;

/// <summary>The bodies and points of a chart, in the order of every answer: the nine grahas, then the outer planets.</summary>
public enum Graha
{
    /// <summary>Surya.</summary>
    Sun,

    /// <summary>Chandra.</summary>
    Moon,

    /// <summary>Mangala.</summary>
    Mars,

    /// <summary>Budha.</summary>
    Mercury,

    /// <summary>Guru.</summary>
    Jupiter,

    /// <summary>Shukra.</summary>
    Venus,

    /// <summary>Shani.</summary>
    Saturn,

    /// <summary>The Moon's ascending node.</summary>
    Rahu,

    /// <summary>The Moon's descending node, always opposite to Rahu.</summary>
    Ketu,

    /// <summary>Uranus, no graha of the books; shown on request.</summary>
    Uranus,

    /// <summary>Neptune, no graha of the books; shown on request.</summary>
    Neptune,

    /// <summary>Pluto, no graha of the books; shown on request.</summary>
    Pluto,
}

/// <summary>Which of the Moon's nodes Rahu and Ketu are.</summary>
public enum NodeKind
{
    /// <summary>The node that moves evenly (but for nutation), always retrograde: the usual choice.</summary>
    Mean,

    /// <summary>The node of the orbit that touches the Moon's path at the instant; up to 1.7° from the mean one and at times direct.</summary>
    True,
}

/// <summary>What a position means.</summary>
public enum PositionKind
{
    /// <summary>As seen: light-time, aberration, the Sun's deflection and nutation included.</summary>
    Apparent,

    /// <summary>Geometric: where the body is at the instant itself; of the corrections only nutation is included, so that it is of the same zodiac.</summary>
    True,
}
