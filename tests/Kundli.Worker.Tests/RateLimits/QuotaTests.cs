using Kundli.Adapters.RateLimits;
using Kundli.Worker.Http;
using Microsoft.Extensions.Time.Testing;

namespace Kundli.Worker.Tests.RateLimits;

public sealed class QuotaTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Admissions _admissions;

    public QuotaTests() => _admissions = new Admissions(new ProcessBuckets(_clock));

    [Fact]
    public async Task A_customer_who_never_goes_over_the_minute_still_ends_at_the_quota_of_the_day()
    {
        var quota = RouteClasses.QuotaOf(RouteClass.Export)!.Value;
        var admitted = 0;
        for (var call = 0; call < quota.Quota * 2; call++)
        {
            var answer = await _admissions.TakeAsync(RouteClass.Export, "asha", "10.0.0.1", default);
            admitted += answer.IsAdmitted ? 1 : 0;
            Assert.Contains("\"export-day\";q=", answer.Policies, StringComparison.Ordinal);
            _clock.Advance(TimeSpan.FromSeconds(15));
        }
        // What the day gives back while the test runs is less than one call.
        Assert.Equal(quota.Quota, admitted);
        Assert.True((await _admissions.TakeAsync(RouteClass.Export, "ravi", "10.0.0.1", default)).IsAdmitted);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await _admissions.TakeAsync(RouteClass.Export, "asha", "10.0.0.1", default)).IsAdmitted);
    }

    [Fact]
    public async Task A_refusal_says_when_to_come_back_and_a_guest_has_no_quota_of_the_day()
    {
        Admission answer;
        do
            answer = await _admissions.TakeAsync(RouteClass.Upload, null, "10.0.0.2", default);
        while (answer.IsAdmitted);
        Assert.Equal(3, answer.WaitSeconds);
        Assert.Equal("\"upload\";q=20;w=60", answer.Policies);
        Assert.Equal("\"upload\";r=0;t=3", answer.Limits);
    }
}
