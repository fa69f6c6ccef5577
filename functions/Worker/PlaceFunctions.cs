using Kundli.Features.Places;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class PlaceRoutes
{
    public const string Places = "api/v1/places";
    public const string Zone = "api/v1/places/timeZone";
}

/// <summary>Where births and days take place.</summary>
public sealed class PlaceFunctions(FindPlaces places, FindZone zone)
{
    private static readonly Cache Age = Cache.Public(TimeSpan.FromDays(1));

    /// <summary>Finds cities, towns and villages by name.</summary>
    [Function("PlacesFind")]
    [Asks<PlaceQuery>]
    [Answers<PlacesAnswer>(200)]
    public IResult Find([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlaceRoutes.Places)] HttpRequest request) =>
        Answer.Ok(Query.Read<PlaceQuery>(request).Map(places.Run), Age);

    /// <summary>The time zone of a point.</summary>
    [Function("PlacesTimeZone")]
    [Asks<ZoneQuery>]
    [Answers<ZoneAnswer>(200)]
    public IResult TimeZone([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlaceRoutes.Zone)] HttpRequest request) =>
        Answer.Ok(Query.Read<ZoneQuery>(request).Map(zone.Run), Age);
}
