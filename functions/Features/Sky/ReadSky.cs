using System.Globalization;
using FluentValidation;
using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Sky;

/// <summary>A question for the sky over a place.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="At">The instant, ISO 8601 with an offset; now when absent.</param>
/// <param name="Ayanamsa">The zodiac of the signs.</param>
/// <param name="Node">Which node Rahu and Ketu are.</param>
public sealed record SkyQuery(double Latitude, double Longitude, string? At = null, Ayanamsa Ayanamsa = Ayanamsa.Lahiri, NodeKind Node = NodeKind.Mean)
{
    /// <summary>The instant that <see cref="At"/> names, or null. A plus sign may have become a space on the way.</summary>
    public DateTimeOffset? Instant() =>
        At is { Length: <= 64 } text && DateTimeOffset.TryParseExact(
            text.Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var found)
            ? found.ToUniversalTime()
            : null;
}

/// <summary>Rules of <see cref="SkyQuery"/>.</summary>
public sealed class SkyQueryRules : AbstractValidator<SkyQuery>
{
    private const int YearMin = 1800;
    private const int YearMax = 2199;

    /// <summary>A point of the Earth and an instant within the ephemeris.</summary>
    public SkyQueryRules()
    {
        RuleFor(query => query.Latitude).InclusiveBetween(-90, 90).WithMessage("must be from -90 to 90 degrees.");
        RuleFor(query => query.Longitude).InclusiveBetween(-180, 180).WithMessage("must be from -180 to 180 degrees.");
        RuleFor(query => query.At).Must((query, _) => query.Instant() is { Year: >= YearMin and <= YearMax }).When(query => query.At is not null)
            .WithMessage($"must be an instant as 2026-11-22T15:30:00Z, from {YearMin} to {YearMax}.");
    }
}

/// <summary>The sky over a place: what a planet finder shows.</summary>
/// <param name="At">The instant.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="SunAltitude">How high the Sun stands, degrees.</param>
/// <param name="Grahas">Sun to Ketu.</param>
public sealed record SkyAnswer(DateTimeOffset At, double Latitude, double Longitude, double SunAltitude, IReadOnlyList<GrahaSkyAnswer> Grahas);

/// <summary>One graha in the sky of a place.</summary>
/// <param name="Graha">Which.</param>
/// <param name="Altitude">Degrees above the horizon, with refraction.</param>
/// <param name="Azimuth">Degrees from north, eastward.</param>
/// <param name="Rise">The next rise; absent for the nodes and where it does not rise.</param>
/// <param name="Culmination">The next passage of the meridian.</param>
/// <param name="Set">The next set.</param>
/// <param name="Elongation">Degrees from the Sun.</param>
/// <param name="Magnitude">How bright it is; the nodes have no light.</param>
/// <param name="IlluminatedFraction">The lit part of its disc.</param>
/// <param name="Visible">Whether the naked eye sees it now in a clear sky.</param>
/// <param name="Tonight">When and where it can be seen within a day of the instant; absent when it can't.</param>
/// <param name="Sign">Its sidereal sign.</param>
/// <param name="Nakshatra">Its nakshatra.</param>
/// <param name="Retrograde">Whether it moves backwards.</param>
public sealed record GrahaSkyAnswer(
    Graha Graha, double Altitude, double Azimuth, DateTimeOffset? Rise, DateTimeOffset? Culmination, DateTimeOffset? Set,
    double? Elongation, double? Magnitude, double? IlluminatedFraction, bool Visible, SightingAnswer? Tonight, Rashi Sign, Nakshatra Nakshatra, bool Retrograde);

/// <summary>When and where a graha can be seen.</summary>
/// <param name="From">From when, to ten minutes.</param>
/// <param name="Until">Until when.</param>
/// <param name="BestAt">When it stands highest.</param>
/// <param name="Altitude">How high then.</param>
/// <param name="Azimuth">In which direction then.</param>
public sealed record SightingAnswer(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset BestAt, double Altitude, double Azimuth);

/// <summary>The sky over a place at an instant. Nothing is stored.</summary>
/// <param name="clock">Says when now is.</param>
public sealed class ReadSky(TimeProvider clock)
{
    /// <summary>The grahas over the place.</summary>
    public SkyAnswer Run(SkyQuery query)
    {
        var at = JulianDayUt.From(query.Instant() ?? clock.GetUtcNow());
        var observer = new Observer(query.Latitude, query.Longitude);
        var sky = LocalSky.At(at, observer);
        var sun = Sightings.Look(Graha.Sun, sky, query.Node).AltitudeDegrees;
        return new(at.ToDateTimeOffset(), query.Latitude, query.Longitude, sun, [.. Grahas.Nine.Select(graha => Of(graha, sky, sun, query))]);
    }

    private static GrahaSkyAnswer Of(Graha graha, LocalSky sky, double sunAltitude, SkyQuery query)
    {
        var position = Positions.Of(graha, sky.Tt, query.Node);
        var seen = Sightings.Look(graha, sky, query.Node);
        var longitude = position.Longitude.ToSidereal(AyanamsaAt.Of(query.Ayanamsa, sky.Tt));
        var isNode = graha.IsNode();
        Appearance? look = isNode ? null : Appearance.Of(graha, sky.Tt);
        return new(
            graha, seen.ApparentAltitudeDegrees, seen.AzimuthDegrees, Next(HorizonEvent.Rise), Next(HorizonEvent.Culmination), Next(HorizonEvent.Set),
            look?.ElongationDegrees, look?.Magnitude, look?.IlluminatedFraction,
            look is { } now && Sightings.IsVisible(graha, now, seen.ApparentAltitudeDegrees, sunAltitude),
            look is { } tonight ? Sightings.Tonight(graha, tonight, sky) : null,
            longitude.Rashi, longitude.Nakshatra, position.IsRetrograde);

        DateTimeOffset? Next(HorizonEvent what) => isNode ? null : Risings.Next(graha, what, sky.Ut, sky.Observer).Instant?.ToDateTimeOffset();
    }
}
