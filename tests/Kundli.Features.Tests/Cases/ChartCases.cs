using System.Text.Json;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;
using static Kundli.Features.Tests.Cases.CaseWords;

namespace Kundli.Features.Tests.Cases;

/// <summary>Natal charts, divisions, special points.</summary>
internal static class ChartCases
{
    private const double BoundaryDegrees = 0.02;

    // What the printouts call a point and what the contract calls it, where they differ by more than the case of letters.
    private static readonly Dictionary<string, string> Points = new()
    {
        ["Maandi"] = "mandi", ["Dhooma"] = "dhuma", ["Bhrigu Bindu"] = "bhriguBindu", ["Yoga Sphuta (Sun-Moon)"] = "yogaSphutaSunMoon", ["Sookshma TriSphuta"] = "sookshmaTriSphuta",
    };

    public static IEnumerable<string?> Natal(PublishedCase one)
    {
        var settings = one.ChartSettings() with { Vargas = [Varga.D1, Varga.D3, Varga.D9, Varga.D10, Varga.D12, Varga.D60] };
        var chart = Verbs.Draw.Run(one.Birth(settings)).Value;
        foreach (var body in one.Expected.GetProperty("bodies").EnumerateObject())
            foreach (var wrong in body.Name == "Lagna" ? Lagna(one, chart, body.Value) : Graha(one, chart, Enum.Parse<Graha>(body.Name), body.Value))
                yield return wrong;
        if (one.Expected.Has("julian_day_ut"))
            yield return Near("julian day", one.Expected.Number("julian_day_ut"), chart.Birth!.JulianDayUt, 1e-6);
        if (one.Expected.Has("vimshottari") && one.Expected.GetProperty("vimshottari") is var dasha)
        {
            yield return Same("first lord", dasha.Text("first_lord").Key(), chart.Dasha!.BalanceAtBirth.Lord);
            yield return Near("balance", dasha.Number("balance_years"), chart.Dasha.BalanceAtBirth.Years, 0.02);
        }
        if (one.Expected.Has("ayanamsa_deg"))
            yield return Near("ayanamsa", one.Expected.Number("ayanamsa_deg"), chart.Ayanamsa!.Degrees, 0.006);
        if (one.Expected.Has("true_node") && one.Expected.GetProperty("true_node").Has("Rahu"))
            yield return NearAngle("true node", one.Expected.GetProperty("true_node").Number("Rahu"), Verbs.Draw.Run(one.Birth(settings with { Node = NodeKind.True })).Value.Grahas[7].Longitude, 0.015);
    }

    public static IEnumerable<string?> Divisions(PublishedCase one)
    {
        var varga = Enum.Parse<Varga>(one.Settings.Text("varga"));
        var settings = one.ChartSettings() with { Vargas = [varga] };
        var answers = new List<ChartRequest>();
        if (one.Input.Has("d1_longitudes"))
            answers.Add(one.Input.GetProperty("d1_longitudes").ToDegrees() with { Settings = settings });
        if (one.Input.Has("local_date"))
            answers.Add(one.Birth(settings));
        foreach (var request in answers)
        {
            var division = Verbs.Draw.Run(request).Value.Vargas![Words.Key(varga)];
            foreach (var body in one.Expected.EnumerateObject())
                yield return Same(body.Name, body.Value.GetString()!.Sign(), body.Name == "Lagna" ? division.Lagna!.Value : division.Grahas[body.Name.Key()]);
        }
    }

    public static IEnumerable<string?> SpecialPoints(PublishedCase one)
    {
        var answer = Verbs.Points.Run(one.Birth()).Value;
        foreach (var body in one.Expected.GetProperty("bodies").EnumerateObject())
        {
            var name = Points.GetValueOrDefault(body.Name) ?? body.Name.Key();
            var point = answer.Upagrahas.GetValueOrDefault(name) ?? answer.SpecialLagnas.GetValueOrDefault(name) ?? answer.Varnadas!.GetValueOrDefault(name) ?? answer.Sphutas!.GetValueOrDefault(name);
            yield return point is null ? $"no point {name}" : NearAngle(body.Name, body.Value.Number("longitude"), point.Longitude, Tolerance(one, name));
        }
    }

    public static IEnumerable<string?> SreeLagna(PublishedCase one)
    {
        var answer = Verbs.Points.Run(new ChartRequest(Longitudes: new Dictionary<string, double> { ["moon"] = one.Input.Number("moon_longitude"), ["lagna"] = one.Input.Number("lagna_longitude") })).Value;
        yield return NearAngle("sree lagna", one.Expected.Number("SreeLagna"), answer.SpecialLagnas["sreeLagna"].Longitude, one.Tolerance.Number("deg"));
    }

    public static IEnumerable<string?> Karakas(PublishedCase one)
    {
        var answer = Verbs.Points.Run(one.Input.GetProperty("longitudes_in_sign").ToDegrees()).Value;
        foreach (var karaka in one.Expected.EnumerateObject())
            yield return Same(karaka.Name, Enum.Parse<Graha>(karaka.Value.GetString()!), answer.CharaKarakas![karaka.Name.ToLowerInvariant()]);
    }

    /// <summary>Two minutes of arc, three for what runs with the lagna; a multiple of Gulika or of the lagna may be off by as many times.</summary>
    private static double Tolerance(PublishedCase one, string point) => point switch
    {
        "vighatiLagna" or "pranapadaLagna" => one.Tolerance.Number("lagna_based_arcmin") / 60,
        "mrityuSphuta" => 7 * one.Tolerance.Number("sphutas_and_sun_upagrahas_arcmin") / 60,
        "sookshmaTriSphuta" => 9 * one.Tolerance.Number("sphutas_and_sun_upagrahas_arcmin") / 60,
        "kunda" => 81 * one.Tolerance.Number("lagna_based_arcmin") / 60,
        _ => one.Tolerance.Number("sphutas_and_sun_upagrahas_arcmin") / 60,
    };

    private static IEnumerable<string?> Lagna(PublishedCase one, ChartAnswer chart, JsonElement body)
    {
        var lagna = chart.Lagna!;
        yield return NearAngle("lagna", body.Number("longitude"), lagna.Longitude, Allowed(one, "lagna_deg", "lagna_arcsec"));
        if (IsNearBoundary(body.Number("longitude")))
            yield break;
        yield return Same("lagna sign", body.Text("sign").Sign(), lagna.Sign);
        yield return Same("lagna nakshatra", body.Text("nakshatra").Star(), lagna.Nakshatra);
        yield return Same("lagna pada", body.GetProperty("pada").GetInt32(), lagna.Pada);
        foreach (var division in chart.Vargas!.Where(division => body.Has(division.Key.ToUpperInvariant())))
            yield return Same($"lagna {division.Key}", body.Text(division.Key.ToUpperInvariant()).Sign(), division.Value.Lagna!.Value);
    }

    private static IEnumerable<string?> Graha(PublishedCase one, ChartAnswer chart, Graha graha, JsonElement body)
    {
        var found = chart.Grahas.Single(answer => answer.Graha == graha);
        yield return NearAngle($"{graha}", body.Number("longitude"), found.Longitude, graha == Astronomy.Sky.Graha.Moon ? Allowed(one, "moon_deg", "planets_arcsec_if_same_convention") : Allowed(one, "planet_deg", "planets_arcsec_if_same_convention"));
        if (body.Has("retrograde"))
            yield return Same($"{graha} retrograde", body.GetProperty("retrograde").GetBoolean(), found.Retrograde!.Value);
        if (body.Has("combust"))
            yield return Same($"{graha} combust", body.GetProperty("combust").GetBoolean(), found.Combust);
        if (IsNearBoundary(body.Number("longitude")))
            yield break;
        yield return Same($"{graha} sign", body.Text("sign").Sign(), found.Sign);
        yield return Same($"{graha} nakshatra", body.Text("nakshatra").Star(), found.Nakshatra);
        yield return Same($"{graha} pada", body.GetProperty("pada").GetInt32(), found.Pada);
        if (body.Has("house_whole_sign"))
            yield return Same($"{graha} house", body.GetProperty("house_whole_sign").GetInt32(), found.House!.Value);
        foreach (var division in chart.Vargas!.Where(division => body.Has(division.Key.ToUpperInvariant())))
            yield return Same($"{graha} {division.Key}", body.Text(division.Key.ToUpperInvariant()).Sign(), division.Value.Grahas[Words.Key(graha)]);
        if (body.Has("navamsa_sign"))
            yield return Same($"{graha} navamsa", body.Text("navamsa_sign").Sign(), chart.Vargas!["d9"].Grahas[Words.Key(graha)]);
    }

    /// <summary>The tolerance in degrees, by whichever name the case has it.</summary>
    private static double Allowed(PublishedCase one, string degrees, string arcseconds) =>
        one.Tolerance.Has(degrees) ? one.Tolerance.Number(degrees) : one.Tolerance.Has(arcseconds) ? one.Tolerance.Number(arcseconds) / 3600 : one.Tolerance.Number("longitude_deg");

    /// <summary>Within 0.02° of the end of a part of D60, D9 or less, a sign of a division is a matter of rounding.</summary>
    private static bool IsNearBoundary(double longitude) =>
        Math.Abs(Math.IEEERemainder(longitude, 0.5)) < BoundaryDegrees || Math.Abs(Math.IEEERemainder(longitude, 10 / 3.0)) < BoundaryDegrees;
}
