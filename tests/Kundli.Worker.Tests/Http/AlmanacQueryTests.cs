using Kundli.Features.Panchang;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Kundli.Worker.Tests.Http;

public sealed class AlmanacQueryTests
{
    [Fact]
    public void Every_wrong_parameter_of_the_almanac_is_named()
    {
        Assert.Equal(["?date", "?latitude", "?longitude", "?timeZone"], Wrong<DayQuery>("?date=2026-02-30&latitude=99&longitude=181&timeZone=Mars/X"));
        Assert.Equal(["?latitude", "?month"], Wrong<MonthQuery>("?month=2026-13&latitude=99&longitude=77"));
        Assert.Equal(["?months", "?utcOffset"], Wrong<FeedQuery>("?months=25&latitude=9&longitude=77&utcOffset=99"));
    }

    private static IEnumerable<string> Wrong<T>(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        return Query.Read<T>(context.Request).Problem!.Errors.Select(error => error.Pointer).Order();
    }
}
