using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>Writes a chart as its answer.</summary>
internal static class ChartDrawing
{
    public static ChartAnswer Of(FoundChart found, DateTimeOffset now)
    {
        var chart = found.Chart;
        var sky = chart.Sky;
        return new ChartAnswer(
            found.Request.Name,
            found.Moment is { } moment ? Birth(found.Request.Birth!, moment) : null,
            found.Request.Longitudes,
            found.Settings,
            sky is null ? null : new AyanamsaAnswer(found.Settings.Ayanamsa, sky.Ayanamsa.MeanDegrees),
            sky?.Local.Tilt.TrueObliquityDegrees,
            sky?.Local.Tilt.NutationLongitudeDegrees,
            chart.Lagna is { } lagna ? Lagna(lagna, sky) : null,
            chart.Has(Graha.Moon) ? BirthStars.Of(found) : null,
            sky is not null && chart.Lagna is not null ? Point(sky) : null,
            chart.Bhavas is { } bhavas ? [.. Enumerable.Range(1, Rashis.Count).Select(house => House(chart, bhavas, house))] : null,
            [.. chart.Placements.Select(placement => GrahaOf(chart, placement))],
            SignChart(found, Graha.Moon),
            SignChart(found, Graha.Sun),
            found.Moment is not null && !found.TimeIsKnown ? null : Vargas(chart, found.Settings),
            DashaDrawing.Of(found),
            Panchang(found),
            YogaDrawing.Of(found),
            DoshaDrawing.Of(found, now));
    }

    private static BirthAnswer Birth(BirthInput birth, BirthMoment moment)
    {
        var julianDay = moment.JulianDay;
        return new(
            birth.Date, birth.Time, birth.TimeAccuracy, birth.Latitude, birth.Longitude, birth.Place,
            moment.Instant.ToDateTimeOffset(), julianDay.Value, DeltaT.Seconds(julianDay), moment.TimeZone, BirthText.Text(moment.Offset), moment.Basis);
    }

    private static LagnaAnswer Lagna(SiderealLongitude lagna, ChartSky? sky) =>
        new(lagna.Degrees, sky?.Local.Ascendant.Degrees, lagna.Rashi, lagna.InRashi, lagna.Nakshatra, lagna.Pada);

    private static PointAnswer Point(ChartSky sky) => new(sky.Local.Midheaven.ToSidereal(sky.Ayanamsa).Degrees, sky.Local.Midheaven.Degrees);

    private static HouseAnswer House(BirthChart chart, Bhavas bhavas, int house)
    {
        var cusp = bhavas.Cusp(house);
        return new(house, cusp.Degrees, cusp.Rashi, cusp.Rashi.Lord(), [.. chart.Placements.Where(placement => bhavas.Of(placement.Longitude) == house).Select(placement => placement.Graha)], Aspects.Of(cusp.Rashi));
    }

    private static GrahaAnswer GrahaOf(BirthChart chart, Placement placement)
    {
        var longitude = placement.Longitude;
        var combust = Combustion.IsCombust(chart, placement.Graha);
        Dignity? dignity = placement.Graha.IsClassical()
            ? Dignities.Of(placement.Graha, longitude, Friendships.Compound(chart, placement.Graha, placement.Rashi.Lord()))
            : null;
        return new(
            placement.Graha, longitude.Degrees, placement.Sky?.Longitude.Degrees, placement.Sky?.LatitudeDegrees, placement.Sky?.DistanceAu, placement.Sky?.SpeedDegreesPerDay,
            placement.Rashi, longitude.InRashi, longitude.Nakshatra, longitude.Nakshatra.Lord(), longitude.Pada,
            chart.Lagna is null ? null : chart.House(placement.Graha),
            placement.Sky is null && !placement.Graha.IsNode() ? null : placement.IsRetrograde,
            combust,
            dignity,
            dignity is null ? null : [.. Rashis.All.Where(sign => Aspects.Looks(placement.Graha, placement.Rashi, sign))],
            dignity is { } stands ? new AvasthaAnswer(Avasthas.Age(longitude), Avasthas.Wakefulness(stands), Avasthas.Mood(stands, combust)) : null);
    }

    private static SignChartAnswer? SignChart(FoundChart found, Graha from)
    {
        if (!found.Chart.Has(from))
            return null;
        var sign = found.Chart.Sign(from);
        var certain = found.TimeIsKnown || found.Moment is null || BirthStars.SignsOfDay(found, from) is var (first, last) && first == last;
        return new(sign, certain, found.Chart.Placements.ToDictionary(placement => Words.Key(placement.Graha), placement => placement.Rashi.HouseFrom(sign)));
    }

    private static Dictionary<string, VargaAnswer> Vargas(BirthChart chart, ChartSettings settings) =>
        settings.Vargas!.ToDictionary(Words.Key, varga => new VargaAnswer(
            chart.Lagna is { } lagna ? varga.Sign(lagna, settings.VariantOf(varga)) : null,
            chart.Placements.ToDictionary(placement => Words.Key(placement.Graha), placement => varga.Sign(placement.Longitude, settings.VariantOf(varga)))));

    private static PanchangAnswer? Panchang(FoundChart found)
    {
        var chart = found.Chart;
        if ((found.Moment is not null && !found.TimeIsKnown) || !chart.Has(Graha.Sun) || !chart.Has(Graha.Moon))
            return null;
        var limbs = FiveLimbs.Of(chart[Graha.Sun].Longitude, chart[Graha.Moon].Longitude);
        var day = found.Moment is { } moment ? HinduDay.Around(moment.JulianDay, moment.Observer, found.Settings.Sunrise) : null;
        return new(
            day?.Vara,
            new(limbs.Tithi, FiveLimbs.TithiKey(limbs.Tithi)),
            new((int)limbs.Nakshatra + 1, Words.Key(limbs.Nakshatra)),
            new(limbs.Yoga, FiveLimbs.YogaKey(limbs.Yoga)),
            new(limbs.Karana, FiveLimbs.KaranaKey(limbs.Karana)),
            day?.Sunrise.ToDateTimeOffset());
    }
}
