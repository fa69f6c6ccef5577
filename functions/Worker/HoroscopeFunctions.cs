using Kundli.Features.Horoscopes;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class HoroscopeRoutes
{
    public const string Horoscope = "api/v1/horoscopes/{sign}";
    public const string Mine = "api/v1/me/horoscope";
}

/// <summary>Horoscopes from transits.</summary>
public sealed class HoroscopeFunctions(ComposeHoroscope compose, ReadMyHoroscope mine)
{
    // Without a date the answer is today's: it may not outlive the day by long.
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(30);

    /// <summary>The horoscope of a sign for a day, a week or a month.</summary>
    [Function("HoroscopesRead")]
    [Asks<HoroscopeQuery>]
    [Answers<HoroscopeAnswer>(200)]
    [Fails("not-found")]
    public IResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HoroscopeRoutes.Horoscope)] HttpRequest request, string sign) =>
        Answer.Ok(Query.Read<HoroscopeQuery>(request).Then(query => compose.Run(sign, query)), Cache.Public(Age));

    /// <summary>The caller's horoscope by Moon sign, lagna and running dasha of their own chart.</summary>
    [Function("HoroscopesMine")]
    [SignedIn]
    [Asks<MyHoroscopeQuery>]
    [Answers<MyHoroscopeAnswer>(200)]
    [Fails("no-own-chart", "not-found")]
    public async Task<IResult> Mine([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HoroscopeRoutes.Mine)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<MyHoroscopeQuery>(request).ThenAsync(query => mine.RunAsync(request.UserId(), query, cancellation)), Cache.Revalidate);
}
