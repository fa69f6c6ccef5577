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
public sealed class PanchangFunctions(ReadDay day, ReadMonth month, WriteFeed feed)
{
    private const string ICalendar = "text/calendar; charset=utf-8";

    /// <summary>A panchang never changes, but for the rules of clocks.</summary>
    private static readonly Cache Age = Cache.Public(TimeSpan.FromHours(1));

    /// <summary>The panchang of a day at a place.</summary>
    [Function("PanchangDay")]
    [Asks<DayQuery>]
    [Answers<DayAnswer>(200)]
    public IResult Day([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PanchangRoutes.Day)] HttpRequest request) =>
        Answer.Ok(Query.Read<DayQuery>(request).Map(day.Run), Age);

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
