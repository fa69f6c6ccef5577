using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Yogas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>What is asked of the sensitivity view.</summary>
/// <param name="Minutes">By how many minutes the time of birth may be off, either way.</param>
public sealed record SensitivityQuery(double Minutes = 5);

/// <summary>The rules of the sensitivity view.</summary>
public sealed class SensitivityQueryRules : AbstractValidator<SensitivityQuery>
{
    /// <summary>The rules.</summary>
    public SensitivityQueryRules() => RuleFor(query => query.Minutes).Must(minutes => minutes is > 0 and <= Limits.SensitivityMinutesMax)
        .WithMessage($"must be more than 0 and at most {Limits.SensitivityMinutesMax}.");
}

/// <summary>What changes when the time of birth is off.</summary>
/// <param name="Minutes">By how many minutes, either way.</param>
/// <param name="Stable">Whether nothing that is looked at changes but the dates of the dasha.</param>
/// <param name="Lagna">The rising sign.</param>
/// <param name="LagnaPada">The quarter of the nakshatra that rises.</param>
/// <param name="MoonNakshatra">The Moon's nakshatra.</param>
/// <param name="MoonPada">The quarter of the Moon's nakshatra, and with it the naming syllable.</param>
/// <param name="Vargas">The lagna of each of the sixteen divisions.</param>
/// <param name="VargaGrahas">The grahas that change their sign in a division.</param>
/// <param name="Dasha">By how much the dates of Vimshottari move.</param>
/// <param name="Yogas">The yogas that come or go.</param>
/// <param name="Conventions">Every convention that was used.</param>
public sealed record SensitivityAnswer(
    double Minutes, bool Stable, SensitiveAnswer Lagna, SensitiveAnswer LagnaPada, SensitiveAnswer MoonNakshatra, SensitiveAnswer MoonPada,
    IReadOnlyDictionary<string, SensitiveAnswer> Vargas, IReadOnlyList<SensitiveGrahaAnswer> VargaGrahas, SensitiveDashaAnswer Dasha, IReadOnlyList<SensitiveYogaAnswer> Yogas,
    ChartSettings Conventions);

/// <summary>Something that holds for some time around the birth.</summary>
/// <param name="Value">What it is.</param>
/// <param name="Earlier">What it is so many minutes earlier.</param>
/// <param name="Later">What it is so many minutes later.</param>
/// <param name="Changes">Whether the three differ.</param>
/// <param name="MinutesEarlier">How much earlier it begins to be so; absent when that is more than a day.</param>
/// <param name="MinutesLater">How much later it ceases to be so; absent when that is more than a day.</param>
public sealed record SensitiveAnswer(string Value, string Earlier, string Later, bool Changes, double? MinutesEarlier, double? MinutesLater);

/// <summary>A graha that changes its sign in a division.</summary>
/// <param name="Graha">Which.</param>
/// <param name="Varga">In which.</param>
/// <param name="Sign">Its sign.</param>
/// <param name="Earlier">Its sign so many minutes earlier.</param>
/// <param name="Later">Its sign so many minutes later.</param>
public sealed record SensitiveGrahaAnswer(Graha Graha, Varga Varga, Rashi Sign, Rashi Earlier, Rashi Later);

/// <summary>The end of the first period of Vimshottari.</summary>
/// <param name="FirstPeriodEnds">As it is.</param>
/// <param name="Earlier">With the birth so many minutes earlier.</param>
/// <param name="Later">With the birth so many minutes later.</param>
/// <param name="DaysPerMinute">By how many days the later dates move for each minute: a later birth moves them to earlier dates.</param>
public sealed record SensitiveDashaAnswer(DateTimeOffset FirstPeriodEnds, DateTimeOffset Earlier, DateTimeOffset Later, double DaysPerMinute);

/// <summary>A yoga that comes or goes.</summary>
/// <param name="Id">Which.</param>
/// <param name="Present">Whether the chart has it.</param>
/// <param name="Earlier">Whether it has it so many minutes earlier.</param>
/// <param name="Later">Whether it has it so many minutes later.</param>
public sealed record SensitiveYogaAnswer(string Id, bool Present, bool Earlier, bool Later);

/// <summary>The sensitivity view.</summary>
/// <param name="draw">Finds the chart.</param>
public sealed class ChartSensitivity(DrawChart draw)
{
    private const double MinutesOfDay = 1440;

    /// <summary>What changes in a chart that is asked for; it needs a birth whose time is known.</summary>
    public Outcome<SensitivityAnswer> Run(ChartRequest request, SensitivityQuery query) => draw.Find(request).Then(found => Of(found, query.Minutes));

    /// <summary>What changes in a chart that was found.</summary>
    public static Outcome<SensitivityAnswer> Of(FoundChart found, double minutes)
    {
        if (found.Moment is null)
            return Problem.Invalid(new FieldError("/birth", "is missing: longitudes have no time that could be off."));
        if (!found.TimeIsKnown)
            return Problem.Invalid(new FieldError("/birth/time", "is missing: nothing is known that could be off by minutes."));
        var conventions = found.Settings.ToConventions() with { HouseSystem = HouseSystem.WholeSign };
        var three = new ThreeCharts(found.Chart, At(found.Moment, conventions, -minutes), At(found.Moment, conventions, minutes));
        var edges = new BirthEdges(found.Moment, conventions);
        var lagna = Of(three, chart => Words.Key(chart.LagnaSign), edges.OfLagna(longitude => (int)longitude.Rashi));
        var lagnaPada = Of(three, chart => Pada(chart.Lagna!.Value), edges.OfLagna(longitude => longitude.PadaIndex));
        var nakshatra = Of(three, chart => Words.Key(chart[Graha.Moon].Longitude.Nakshatra), edges.OfMoon(longitude => (int)longitude.Nakshatra));
        var moonPada = Of(three, chart => Pada(chart[Graha.Moon].Longitude), edges.OfMoon(longitude => longitude.PadaIndex));
        var vargas = VargaRules.All.ToDictionary(Words.Key, varga => Of(three, chart => Words.Key(varga.Sign(chart.Lagna!.Value)), edges.OfLagna(longitude => (int)varga.Sign(longitude))));
        var grahas = Grahas(three);
        var yogas = Yogas(three);
        var stable = !lagna.Changes && !lagnaPada.Changes && !moonPada.Changes && vargas.Values.All(varga => !varga.Changes) && grahas.Count == 0 && yogas.Count == 0;
        return new SensitivityAnswer(minutes, stable, lagna, lagnaPada, nakshatra, moonPada, vargas, grahas, Dasha(three, found, minutes), yogas, found.Settings);
    }

    private static BirthChart At(BirthMoment moment, ChartConventions conventions, double minutes) => BirthChart.At(moment.JulianDay + minutes / MinutesOfDay, moment.Observer, conventions);

    private static SensitiveAnswer Of(ThreeCharts three, Func<BirthChart, string> value, (double? Earlier, double? Later) edges)
    {
        var (now, earlier, later) = (value(three.Now), value(three.Earlier), value(three.Later));
        return new(now, earlier, later, now != earlier || now != later, edges.Earlier, edges.Later);
    }

    private static string Pada(SiderealLongitude longitude) => $"{Words.Key(longitude.Nakshatra)} {longitude.Pada}";

    private static List<SensitiveGrahaAnswer> Grahas(ThreeCharts three)
    {
        var changes = new List<SensitiveGrahaAnswer>();
        foreach (var placement in three.Now.Placements)
            foreach (var varga in VargaRules.All)
            {
                var (now, earlier, later) = (varga.Sign(placement.Longitude), varga.Sign(three.Earlier[placement.Graha].Longitude), varga.Sign(three.Later[placement.Graha].Longitude));
                if (now != earlier || now != later)
                    changes.Add(new(placement.Graha, varga, now, earlier, later));
            }
        return changes;
    }

    private static SensitiveDashaAnswer Dasha(ThreeCharts three, FoundChart found, double minutes)
    {
        var birth = found.Moment!.JulianDay;
        var (now, earlier, later) = (End(three.Now, 0), End(three.Earlier, -minutes), End(three.Later, minutes));
        // The first period may change its lord within the minutes; the slope then is that of the side where it does not.
        var slope = NakshatraOf(three.Now) == NakshatraOf(three.Later) ? (later - now) / minutes : (now - earlier) / minutes;
        return new(now.ToDateTimeOffset(), earlier.ToDateTimeOffset(), later.ToDateTimeOffset(), slope);

        JulianDayUt End(BirthChart chart, double off) =>
            birth + off / MinutesOfDay + NakshatraDashas.Vimshottari.Balance(chart[Graha.Moon].Longitude).Years * found.Settings.DashaYear.Days();
    }

    private static Nakshatra NakshatraOf(BirthChart chart) => chart[Graha.Moon].Longitude.Nakshatra;

    private static List<SensitiveYogaAnswer> Yogas(ThreeCharts three)
    {
        var (now, earlier, later) = (Ids(three.Now), Ids(three.Earlier), Ids(three.Later));
        return [.. now.Union(earlier).Union(later).Order(StringComparer.Ordinal)
            .Select(id => new SensitiveYogaAnswer(id, now.Contains(id), earlier.Contains(id), later.Contains(id)))
            .Where(yoga => yoga.Present != yoga.Earlier || yoga.Present != yoga.Later)];

        static HashSet<string> Ids(BirthChart chart) => [.. YogaRules.Of(chart)!.Select(finding => finding.Rule.Id)];
    }

    private sealed record ThreeCharts(BirthChart Now, BirthChart Earlier, BirthChart Later);
}
