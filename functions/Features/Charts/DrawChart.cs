using Kundli.Astronomy.Sky;
using Kundli.Features.Places;
using Kundli.Jyotish.Charts;

namespace Kundli.Features.Charts;

/// <summary>A chart that was found from a request: what every view of it starts from.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Settings">Its conventions, complete.</param>
/// <param name="Chart">The chart.</param>
/// <param name="Moment">The birth; null when longitudes were given.</param>
public sealed record FoundChart(ChartRequest Request, ChartSettings Settings, BirthChart Chart, BirthMoment? Moment)
{
    /// <summary>Whether there is a birth whose time is known.</summary>
    public bool TimeIsKnown => Request.Birth?.Time is not null;

    /// <summary>The same with geometric positions; given longitudes stay as they are.</summary>
    public FoundChart Geometric()
    {
        if (Moment is null)
            return this;
        var settings = Settings with { Positions = PositionKind.True };
        return this with { Settings = settings, Chart = BirthChart.At(Moment.JulianDay, Moment.Observer, settings.ToConventions(), TimeIsKnown) };
    }
}

/// <summary>Draws a chart for a birth or for given longitudes. Nothing is stored.</summary>
/// <param name="zones">Finds the zone of a place.</param>
/// <param name="clock">Says which day is today, for what runs now.</param>
public sealed class DrawChart(ITimeZoneLookup zones, TimeProvider clock)
{
    /// <summary>
    /// The chart with everything that follows from what is known. Refuses a local time that does not exist or came twice, and Placidus beyond the
    /// polar circles.
    /// </summary>
    public Outcome<ChartAnswer> Run(ChartRequest request) => Find(request).Map(found => ChartDrawing.Of(found, clock.GetUtcNow()));

    /// <summary>The chart itself, for the views that derive something else from it.</summary>
    public Outcome<FoundChart> Find(ChartRequest request)
    {
        var settings = (request.Settings ?? ChartSettings.Default).Complete();
        if (request.Birth is null)
            return FromLongitudes(request, settings);
        return BirthMoment.Find(request.Birth, zones).Then(moment => FromMoment(request, settings, moment));
    }

    private static Outcome<FoundChart> FromLongitudes(ChartRequest request, ChartSettings settings) =>
        settings.HouseSystem is HouseSystem.Sripati or HouseSystem.Placidus
            ? Problem.Invalid(new FieldError("/settings/houseSystem", "needs a birth: with longitudes only wholeSign and equal can be drawn."))
            : new FoundChart(request, settings, GivenLongitudes.ToChart(request.Longitudes!, settings.HouseSystem), null);

    private static Outcome<FoundChart> FromMoment(ChartRequest request, ChartSettings settings, BirthMoment moment)
    {
        var known = request.Birth!.Time is not null;
        if (known && !Houses.AreDefined(settings.HouseSystem, LocalSky.At(moment.JulianDay, moment.Observer)))
            return Problem.Invalid(new FieldError("/settings/houseSystem", "placidus is not defined beyond the polar circles."));
        return new FoundChart(request, settings, BirthChart.At(moment.JulianDay, moment.Observer, settings.ToConventions(), known), moment);
    }
}
