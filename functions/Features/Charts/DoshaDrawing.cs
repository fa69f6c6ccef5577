using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Doshas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>Facts that custom calls doshas: places of grahas under their names, with what cancels them. Never a verdict and never with something for sale.</summary>
/// <param name="Manglik">Mars from lagna, Moon and Venus.</param>
/// <param name="KaalSarp">All on one side of the nodes.</param>
/// <param name="SadeSati">Saturn over the Moon's sign.</param>
/// <param name="Pitra">The Sun and the ninth with nodes or Saturn.</param>
/// <param name="Gandmool">The Moon in a junction nakshatra.</param>
/// <param name="GuruChandal">Jupiter with a node.</param>
/// <param name="Grahan">Sun or Moon with a node.</param>
public sealed record DoshasAnswer(
    ManglikAnswer? Manglik, KaalSarpAnswer? KaalSarp, SadeSatiAnswer? SadeSati, FactAnswer? Pitra, GandmoolAnswer? Gandmool, FactAnswer? GuruChandal, FactAnswer? Grahan);

/// <summary>A named fact.</summary>
/// <param name="Present">Whether any of its definitions holds.</param>
/// <param name="Reasons">Which do.</param>
public sealed record FactAnswer(bool Present, IReadOnlyList<string> Reasons);

/// <summary>Mars from lagna, Moon and Venus.</summary>
/// <param name="Present">Whether he stands in the 1st, 2nd, 4th, 7th, 8th or 12th from any of them.</param>
/// <param name="Cancelled">Whether an exception applies.</param>
/// <param name="Policy">Whose exceptions are read.</param>
/// <param name="Houses">The house of Mars from each of the three.</param>
/// <param name="Reasons">From which he counts.</param>
/// <param name="Exceptions">The exceptions that apply.</param>
/// <param name="OtherExceptions">Exceptions that apply but that only some almanacs accept.</param>
/// <param name="Traditions">What other traditions say of the same places.</param>
public sealed record ManglikAnswer(
    bool Present, bool Cancelled, string Policy, IReadOnlyDictionary<string, int> Houses, IReadOnlyList<string> Reasons, IReadOnlyList<string> Exceptions,
    IReadOnlyList<string> OtherExceptions, IReadOnlyList<MarsTradition> Traditions);

/// <summary>All on one side of the nodes.</summary>
/// <param name="Present">Whether it is so, by degrees.</param>
/// <param name="Type">Which of the twelve kinds.</param>
/// <param name="Direction">Who leads: <c>rahuLeads</c> or <c>ketuLeads</c>.</param>
public sealed record KaalSarpAnswer(bool Present, KaalSarpKind? Type, string? Direction);

/// <summary>The Moon in a junction nakshatra.</summary>
/// <param name="Present">Whether she is.</param>
/// <param name="Nakshatra">Where she is.</param>
public sealed record GandmoolAnswer(bool Present, Nakshatra Nakshatra);

/// <summary>Saturn from the Moon's sign.</summary>
/// <param name="Active">Whether one of the three phases runs now.</param>
/// <param name="Phase">Which.</param>
/// <param name="Periods">Every stay in the 12th, 1st and 2nd.</param>
/// <param name="Dhaiya">Every stay in the 4th and 8th.</param>
public sealed record SadeSatiAnswer(bool Active, SaturnPhase? Phase, IReadOnlyList<SaturnPeriodAnswer> Periods, IReadOnlyList<SaturnPeriodAnswer> Dhaiya);

/// <summary>A stay of Saturn; one that his retrograde return breaks is two.</summary>
/// <param name="Phase">Where.</param>
/// <param name="Start">When he enters.</param>
/// <param name="End">When he leaves.</param>
public sealed record SaturnPeriodAnswer(SaturnPhase Phase, DateTimeOffset Start, DateTimeOffset End);

/// <summary>Writes the doshas of a chart.</summary>
internal static class DoshaDrawing
{
    private const double LifeYears = 100;
    private const double DaysOfYear = 365.25;
    private const string Parashari = "parashari";

    // Without a birth the periods of two centuries are given, from 1900 to 2100.
    private static readonly JulianDayUt Century = new(2415020.5);
    private static readonly JulianDayUt CenturiesEnd = new(2488069.5);

    public static DoshasAnswer? Of(FoundChart found, DateTimeOffset now)
    {
        var chart = found.Chart;
        if (!BirthStars.MoonSignIsCertain(found))
            return null;
        var moon = chart.Has(Graha.Moon) ? chart[Graha.Moon].Longitude : (SiderealLongitude?)null;
        return new(
            Of(Manglik.Of(chart)),
            KaalSarp.Of(chart) is { } axis ? new(axis.Present, axis.Kind, axis.RahuLeads is { } leads ? leads ? "rahuLeads" : "ketuLeads" : null) : null,
            moon is { } there ? Saturn(found, there.Rashi, JulianDayUt.From(now)) : null,
            Fact(NodeFacts.Pitra(chart)),
            moon is { } star ? new(star.Nakshatra.IsGandmool(), star.Nakshatra) : null,
            Fact(NodeFacts.GuruChandal(chart)),
            Fact(NodeFacts.Grahan(chart)));
    }

    /// <summary>Mars as an answer.</summary>
    public static ManglikAnswer? Of(Manglik? manglik)
    {
        if (manglik is null)
            return null;
        var houses = new Dictionary<string, int>(3, StringComparer.Ordinal);
        Add("lagna", manglik.FromLagna);
        Add("moon", manglik.FromMoon);
        Add("venus", manglik.FromVenus);
        return new(manglik.Present, manglik.Cancelled, Parashari, houses, manglik.Reasons, manglik.Exceptions, manglik.OtherExceptions, manglik.Traditions);

        void Add(string from, int? house)
        {
            if (house is { } there)
                houses[from] = there;
        }
    }

    private static FactAnswer? Fact(IReadOnlyList<string>? reasons) => reasons is null ? null : new(reasons.Count > 0, reasons);

    private static SadeSatiAnswer Saturn(FoundChart found, Rashi moon, JulianDayUt now)
    {
        var stays = Stays(found, moon).ToList();
        var running = stays.FirstOrDefault(stay => IsSadeSati(stay) && stay.Start <= now && now < stay.End);
        return new(running is not null, running?.Phase, [.. stays.Where(IsSadeSati).Select(Period)], [.. stays.Where(stay => !IsSadeSati(stay)).Select(Period)]);
    }

    /// <summary>Every stay of Saturn in the 12th, 1st and 2nd from a sign of the Moon, over a life: also where the day of birth has two such signs.</summary>
    public static IReadOnlyList<SaturnPeriodAnswer> RoundsOf(FoundChart found, Rashi moon) => [.. Stays(found, moon).Where(IsSadeSati).Select(Period)];

    private static IEnumerable<SaturnStay> Stays(FoundChart found, Rashi moon)
    {
        var from = found.Moment?.JulianDay ?? Century;
        var to = found.Moment is null ? CenturiesEnd : from + LifeYears * DaysOfYear;
        return SadeSati.Of(moon, found.Settings.Ayanamsa, found.Settings.PositionKind, from, to);
    }

    private static bool IsSadeSati(SaturnStay stay) => stay.Phase <= SaturnPhase.Setting;

    private static SaturnPeriodAnswer Period(SaturnStay stay) => new(stay.Phase, stay.Start.ToDateTimeOffset(), stay.End.ToDateTimeOffset());
}
