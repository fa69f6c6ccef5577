using Kundli.Features.Panchang;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class PanchangRoutes
{
    public const string Day = "api/v1/panchang";
    public const string Calendar = "api/v1/panchang/calendar.ics";
    public const string Month = "api/v1/panchang/month";
}

/// <summary>The almanac, anywhere on Earth.</summary>
public sealed class PanchangFunctions(ReadDay day, ServeDay serve, PrepareDays prepare, ReadMonth month, WriteFeed feed)
{
    /// <summary>Seven minutes past every hour: somewhere a new day begins at each, in a few places at the half.</summary>
    private const string Hourly = "0 7 * * * *";

    private const string ICalendar = "text/calendar; charset=utf-8";

    /// <summary>A panchang never changes, but for the rules of clocks.</summary>
    private static readonly Cache Age = Cache.Public(TimeSpan.FromHours(1));

    /// <summary>The panchang of a day at a place; today's and tomorrow's of the most asked places were written out beforehand.</summary>
    [Function("PanchangDay")]
    [Asks<DayQuery>]
    [Answers<DayAnswer>(200)]
    public async Task<IResult> Day([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PanchangRoutes.Day)] HttpRequest request, CancellationToken cancellation)
    {
        var query = Query.Read<DayQuery>(request);
        return query.IsOk && await serve.FindAsync(query.Value, cancellation) is { } prepared
            ? Answer.File(prepared.ToArray(), "application/json", Age)
            : Answer.Ok(query.Map(day.Run), Age);
    }

    /// <summary>Writes out today's and tomorrow's panchang of the most asked places.</summary>
    [Function("PreparePanchang")]
    public Task Prepare([TimerTrigger(Hourly)] TimerInfo timer, CancellationToken cancellation) => prepare.RunAsync(cancellation);

    /// <summary>The panchang of a month at a place, with its festivals.</summary>
    [Function("PanchangMonth")]
    [Asks<MonthQuery>]
    [Answers<MonthAnswer>(200)]
    public IResult Month([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PanchangRoutes.Month)] HttpRequest request) =>
        Answer.Ok(Query.Read<MonthQuery>(request).Map(month.Run), Age);

    /// <summary>The festivals of a place as an iCalendar feed.</summary>
    [Function("PanchangCalendar")]
    [Asks<FeedQuery>]
    [Answers<string>(200, ICalendar)]
    public IResult Calendar([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PanchangRoutes.Calendar)] HttpRequest request) =>
        Answer.File(Query.Read<FeedQuery>(request).Map(feed.Run), ICalendar, Age);
}
