namespace Kundli.Astronomy.Ephemeris;

/// <summary>A body as the series give it: mean ecliptic and equinox of date, degrees, astronomical units and days, with rates.</summary>
internal readonly record struct Place(double Longitude, double Latitude, double Distance, double LongitudeRate, double LatitudeRate, double DistanceRate)
{
    internal static Place Of(SegmentSeries series, double julianDay, double laterDays = 0)
    {
        series.Evaluate(julianDay, laterDays, out var value, out var rate);
        return new(value[0], value[1], value[2], rate[0], rate[1], rate[2]);
    }
}
