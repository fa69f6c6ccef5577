using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>A chart. What needs something that the request did not give is absent.</summary>
/// <param name="Name">As sent.</param>
/// <param name="Birth">The birth as sent, with its instant.</param>
/// <param name="Longitudes">The longitudes as sent.</param>
/// <param name="Conventions">Every convention that was used.</param>
/// <param name="Ayanamsa">Its value at the instant.</param>
/// <param name="ObliquityDegrees">True obliquity of the ecliptic.</param>
/// <param name="NutationLongitudeDegrees">Nutation in longitude.</param>
/// <param name="Lagna">The rising degree.</param>
/// <param name="BirthStar">The Moon's nakshatra with its naming syllable.</param>
/// <param name="Midheaven">The degree on the upper meridian.</param>
/// <param name="Houses">The twelve bhavas.</param>
/// <param name="Grahas">Sun … Ketu, then the outer planets if asked for.</param>
/// <param name="MoonChart">Houses counted from the Moon's sign.</param>
/// <param name="SunChart">Houses counted from the Sun's sign.</param>
/// <param name="Vargas">The divisions asked for, by name.</param>
/// <param name="Dasha">Vimshottari.</param>
/// <param name="Panchang">The five limbs at birth.</param>
/// <param name="Yogas">The yogas that the chart has.</param>
/// <param name="Doshas">Facts about the doshas.</param>
public sealed record ChartAnswer(
    string? Name,
    BirthAnswer? Birth,
    IReadOnlyDictionary<string, double>? Longitudes,
    ChartSettings Conventions,
    AyanamsaAnswer? Ayanamsa,
    double? ObliquityDegrees,
    double? NutationLongitudeDegrees,
    LagnaAnswer? Lagna,
    BirthStarAnswer? BirthStar,
    PointAnswer? Midheaven,
    IReadOnlyList<HouseAnswer>? Houses,
    IReadOnlyList<GrahaAnswer> Grahas,
    SignChartAnswer? MoonChart,
    SignChartAnswer? SunChart,
    IReadOnlyDictionary<string, VargaAnswer>? Vargas,
    DashaAnswer? Dasha,
    PanchangAnswer? Panchang,
    IReadOnlyList<YogaAnswer>? Yogas,
    DoshasAnswer? Doshas)
{
    /// <summary>The id of a saved chart; absent in a preview.</summary>
    public string? Id { get; init; }

    /// <summary>When it was saved; absent in a preview.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed; absent in a preview.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The member of the family whose chart it is; absent in a preview, and where it is nobody's.</summary>
    public string? ProfileId { get; init; }
}

/// <summary>A birth as sent, and the instant it was found to be.</summary>
/// <param name="Date">As sent.</param>
/// <param name="Time">As sent.</param>
/// <param name="TimeAccuracy">As sent.</param>
/// <param name="Latitude">As sent.</param>
/// <param name="Longitude">As sent.</param>
/// <param name="Place">As sent.</param>
/// <param name="Instant">Universal time; UTC is taken as UT1. Local noon when the time is unknown.</param>
/// <param name="JulianDayUt">The Julian day of the instant.</param>
/// <param name="DeltaTSeconds">TT − UT.</param>
/// <param name="TimeZone">The zone used; absent when an offset was sent.</param>
/// <param name="UtcOffset">The offset used.</param>
/// <param name="TimeBasis">Where the offset comes from.</param>
public sealed record BirthAnswer(
    string Date, string? Time, TimeAccuracy TimeAccuracy, double Latitude, double Longitude, string? Place,
    DateTimeOffset Instant, double JulianDayUt, double DeltaTSeconds, string? TimeZone, string UtcOffset, TimeBasis TimeBasis);

/// <summary>An ayanamsa's value.</summary>
/// <param name="Name">Which.</param>
/// <param name="Degrees">Without nutation.</param>
public sealed record AyanamsaAnswer(Ayanamsa Name, double Degrees);

/// <summary>The rising degree.</summary>
/// <param name="Longitude">Sidereal degrees.</param>
/// <param name="TropicalLongitude">Degrees from the true equinox; absent when longitudes were sent.</param>
/// <param name="Sign">Its sign.</param>
/// <param name="SignDegrees">Degrees within the sign.</param>
/// <param name="Nakshatra">Its nakshatra.</param>
/// <param name="Pada">Its quarter.</param>
public sealed record LagnaAnswer(double Longitude, double? TropicalLongitude, Rashi Sign, double SignDegrees, Nakshatra Nakshatra, int Pada);

/// <summary>A degree of the ecliptic.</summary>
/// <param name="Longitude">Sidereal degrees.</param>
/// <param name="TropicalLongitude">Degrees from the true equinox.</param>
public sealed record PointAnswer(double Longitude, double TropicalLongitude);

/// <summary>The Moon's nakshatra. Without a time of birth a pada or even the nakshatra may change within the day; then <see cref="Candidates"/> has all.</summary>
/// <param name="Nakshatra">Which; for an uncertain one, that of the local noon.</param>
/// <param name="Pada">Its quarter; absent when it is not certain.</param>
/// <param name="Syllable">The syllable that a name begins with.</param>
/// <param name="SyllableLatin">The same in Latin letters.</param>
/// <param name="Certain">Whether the nakshatra holds for the whole of what is known.</param>
/// <param name="Lord">Its lord.</param>
/// <param name="Candidates">What the nakshatra may be, with the instant of change; only when it is not certain.</param>
public sealed record BirthStarAnswer(
    Nakshatra Nakshatra, int? Pada, string? Syllable, string? SyllableLatin, bool Certain, Graha Lord, IReadOnlyList<BirthStarCandidate>? Candidates);

/// <summary>A nakshatra that the Moon may have had on a day.</summary>
/// <param name="Nakshatra">Which.</param>
/// <param name="From">When it began; absent if before the day.</param>
/// <param name="Until">When it ended; absent if after the day.</param>
public sealed record BirthStarCandidate(Nakshatra Nakshatra, DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>A bhava.</summary>
/// <param name="Number">1 to 12.</param>
/// <param name="Cusp">Sidereal degrees of the cusp: the beginning, in Sripati's system the middle.</param>
/// <param name="Sign">The sign of the cusp.</param>
/// <param name="Lord">The lord of the sign.</param>
/// <param name="Grahas">Who stands in it.</param>
/// <param name="Aspects">The signs that its sign looks at (rashi drishti).</param>
public sealed record HouseAnswer(int Number, double Cusp, Rashi Sign, Graha Lord, IReadOnlyList<Graha> Grahas, IReadOnlyList<Rashi> Aspects);

/// <summary>A graha.</summary>
/// <param name="Graha">Which.</param>
/// <param name="Longitude">Sidereal degrees.</param>
/// <param name="TropicalLongitude">Degrees from the true equinox.</param>
/// <param name="Latitude">Ecliptic degrees north.</param>
/// <param name="DistanceAu">Astronomical units.</param>
/// <param name="Speed">Degrees of longitude per day.</param>
/// <param name="Sign">Its sign.</param>
/// <param name="SignDegrees">Degrees within the sign.</param>
/// <param name="Nakshatra">Its nakshatra.</param>
/// <param name="NakshatraLord">The lord of its nakshatra.</param>
/// <param name="Pada">Its quarter.</param>
/// <param name="House">Its bhava.</param>
/// <param name="Retrograde">Whether it moves backwards; absent when no motion is known.</param>
/// <param name="Combust">Whether the Sun outshines it.</param>
/// <param name="Dignity">How it stands in its sign; absent for the outer planets.</param>
/// <param name="Aspects">The signs that it looks at fully.</param>
/// <param name="Avasthas">Its states.</param>
public sealed record GrahaAnswer(
    Graha Graha, double Longitude, double? TropicalLongitude, double? Latitude, double? DistanceAu, double? Speed, Rashi Sign, double SignDegrees,
    Nakshatra Nakshatra, Graha NakshatraLord, int Pada, int? House, bool? Retrograde, bool Combust, Dignity? Dignity, IReadOnlyList<Rashi>? Aspects, AvasthaAnswer? Avasthas);

/// <summary>The states of a graha (BPHS 45).</summary>
/// <param name="Age">Infant … dead, by degrees.</param>
/// <param name="Wakefulness">Awake, dreaming or asleep, by dignity.</param>
/// <param name="Mood">Blazing … frightened, by dignity and combustion.</param>
public sealed record AvasthaAnswer(AgeState Age, WakeState Wakefulness, MoodState Mood);

/// <summary>Houses counted from a sign.</summary>
/// <param name="Sign">The first house.</param>
/// <param name="Certain">Whether the sign holds for the whole of what is known.</param>
/// <param name="Grahas">The house of each graha, 1 to 12.</param>
public sealed record SignChartAnswer(Rashi Sign, bool Certain, IReadOnlyDictionary<string, int> Grahas);

/// <summary>A division.</summary>
/// <param name="Lagna">The sign of the lagna.</param>
/// <param name="Grahas">The sign of each graha.</param>
public sealed record VargaAnswer(Rashi? Lagna, IReadOnlyDictionary<string, Rashi> Grahas);

/// <summary>A dasha.</summary>
/// <param name="System">Its name.</param>
/// <param name="Year">How long a year is.</param>
/// <param name="BalanceAtBirth">What is left of the period that runs at birth.</param>
/// <param name="Periods">The periods, from the one that runs at birth; absent when only longitudes are known.</param>
/// <param name="School">Whose rules a dasha of signs follows.</param>
/// <param name="Cycle">In the dashas view: one cycle with its years, from the period that runs at birth.</param>
public sealed record DashaAnswer(
    string System, DashaYear Year, DashaBalanceAnswer BalanceAtBirth, IReadOnlyList<DashaPeriodAnswer>? Periods, string? School = null, IReadOnlyList<DashaBalanceAnswer>? Cycle = null);

/// <summary>A lord and his years: what is left at birth, or the whole of his period in a cycle.</summary>
/// <param name="Lord">The graha or the sign that rules.</param>
/// <param name="Years">Years.</param>
public sealed record DashaBalanceAnswer(string Lord, double Years);

/// <summary>A period of a dasha.</summary>
/// <param name="Lord">The graha or the sign that rules it.</param>
/// <param name="Name">The name of the period where it has one (the yoginis).</param>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The first instant of the next.</param>
/// <param name="Periods">The next level; empty at the last one asked for.</param>
public sealed record DashaPeriodAnswer(string Lord, string? Name, DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<DashaPeriodAnswer> Periods);

/// <summary>The five limbs at birth.</summary>
/// <param name="Vara">The weekday from sunrise; absent where the Sun does not rise or nothing but longitudes is known.</param>
/// <param name="Tithi">The lunar day.</param>
/// <param name="Nakshatra">The Moon's nakshatra.</param>
/// <param name="Yoga">The yoga of Sun and Moon.</param>
/// <param name="Karana">The half tithi.</param>
/// <param name="Sunrise">The sunrise that began the day.</param>
public sealed record PanchangAnswer(Kundli.Jyotish.Almanac.Vara? Vara, LimbAnswer Tithi, LimbAnswer Nakshatra, LimbAnswer Yoga, LimbAnswer Karana, DateTimeOffset? Sunrise);

/// <summary>A limb.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">Its key.</param>
public sealed record LimbAnswer(int Number, string Name);
