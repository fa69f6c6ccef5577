using Kundli.Features.Sky;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class SkyRoutes
{
    public const string Sky = "api/v1/sky";
}

/// <summary>What stands in the sky.</summary>
public sealed class SkyFunctions(ReadSky sky)
{
    /// <summary>Where the grahas stand over a place, when they rise and set, and whether they can be seen.</summary>
    [Function("SkyRead")]
    [Asks<SkyQuery>]
    [Answers<SkyAnswer>(200)]
    public IResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SkyRoutes.Sky)] HttpRequest request) =>
        Answer.Ok(Query.Read<SkyQuery>(request).Map(sky.Run), Cache.Public(TimeSpan.FromMinutes(1)));
}
