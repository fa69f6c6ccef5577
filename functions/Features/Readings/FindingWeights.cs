namespace Kundli.Features.Readings;

/// <summary>What each kind of finding weighs, the only place that says so. A verdict compares sums of these; the order is that of BPHS: house and lord first, then who sits there, then who looks.</summary>
internal static class FindingWeights
{
    public const double Lagna = 0.60;
    public const double Lord = 0.90;
    public const double Occupant = 0.70;
    public const double Karaka = 0.65;
    public const double Dignity = 0.55;
    public const double Yoga = 0.60;
    public const double Dasha = 0.80;
    public const double TopicDasha = 0.50;
    public const double Aspect = 0.45;
    public const double Transit = 0.45;
    public const double Varga = 0.35;
    public const double Ashtakavarga = 0.35;
    public const double BirthStar = 0.50;

    /// <summary>A sign of the whole ashtakavarga has 337 / 12 = 28 bindus on average; from so many it helps.</summary>
    public const int BindusHigh = 30;

    /// <summary>With so few or fewer a sign asks for effort.</summary>
    public const int BindusLow = 25;

    /// <summary>How far apart two sides must be for one to outweigh the other.</summary>
    public const double Margin = 0.40;
}
