using Kundli.Features.Charts;
using Kundli.Features.Matching;
using Kundli.Features.Panchang;
using Kundli.Features.Places;

namespace Kundli.Features.Tests.Cases;

/// <summary>What the cases ask, as the functions ask it.</summary>
internal static class Verbs
{
    public static DrawChart Draw { get; } = new(new ZoneMap(), TimeProvider.System);

    public static ChartDashas Dashas { get; } = new(Draw, TimeProvider.System);

    public static ChartSpecialPoints Points { get; } = new(Draw);

    public static ChartTransits Transits { get; } = new(Draw, TimeProvider.System);

    public static ReadDay Day { get; } = new(new ZoneMap(), TimeProvider.System);

    public static MatchCharts Match { get; } = new(Draw);
}
