using System.Diagnostics;
using Kundli.Adapters.RateLimits;
using Kundli.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Kundli.Worker.Tests.RateLimits;

public sealed class BucketTests
{
    private static readonly BucketPolicy Policy = new("test", 10, TimeSpan.FromSeconds(10));

    [Fact]
    public async Task A_bucket_admits_its_quota_then_one_for_each_that_is_refilled()
    {
        var clock = new FakeTimeProvider();
        var buckets = new ProcessBuckets(clock);
        Assert.Equal(10, await AdmittedAsync(buckets, 15));
        Assert.Equal((false, 0, TimeSpan.FromSeconds(1)), Rounded(await buckets.TakeAsync("a", Policy, default)));
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(3, await AdmittedAsync(buckets, 15));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(10, await AdmittedAsync(buckets, 15));
    }

    [Fact]
    public async Task Subjects_have_their_own_buckets()
    {
        var buckets = new ProcessBuckets(new FakeTimeProvider());
        await AdmittedAsync(buckets, 15);
        Assert.True((await buckets.TakeAsync("b", Policy, default)).IsAdmitted);
    }

    [Fact]
    public async Task Many_at_once_are_admitted_exactly_to_the_quota()
    {
        var buckets = new ProcessBuckets(new FakeTimeProvider());
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () => await buckets.TakeAsync("a", Policy, default))));
        Assert.Equal(10, answers.Count(answer => answer.IsAdmitted));
    }

    [ProgramFact("redis-server")]
    public async Task Four_processes_on_one_Redis_admit_the_limit_within_a_hundredth()
    {
        await using var redis = await RedisServer.StartAsync();
        var policy = new BucketPolicy("shared", 1000, TimeSpan.FromHours(10));
        // A loaded machine must not look like a Redis that is down.
        var processes = Enumerable.Range(0, 4).Select(_ => Open(redis.Port, ",asyncTimeout=60000,connectTimeout=60000")).ToList();
        var admitted = await Task.WhenAll(processes.Select(buckets => Task.Run(async () =>
        {
            var count = 0;
            for (var call = 0; call < 2500; call++)
                count += (await buckets.TakeAsync("one", policy, default)).IsAdmitted ? 1 : 0;
            return count;
        })));
        Assert.InRange(admitted.Sum(), 990, 1010);
        Assert.All(processes, buckets => Assert.False(buckets.IsAlone));
    }

    [ProgramFact("redis-server")]
    public async Task Without_Redis_each_process_limits_by_itself_and_goes_back_when_it_returns()
    {
        var redis = await RedisServer.StartAsync();
        await using var buckets = Open(redis.Port);
        Assert.Equal(10, await AdmittedAsync(buckets, 15));
        await redis.DisposeAsync();
        Assert.Equal(10, await AdmittedAsync(buckets, 15));
        Assert.True(buckets.IsAlone);
        await using var again = await RedisServer.StartAsync(redis.Port);
        for (var wait = Stopwatch.StartNew(); buckets.IsAlone && wait.Elapsed < TimeSpan.FromSeconds(20); await buckets.TakeAsync("probe", Policy, default))
            await Task.Delay(100);
        Assert.False(buckets.IsAlone);
        Assert.Equal(10, await AdmittedAsync(buckets, 15));
    }

    private static RedisBuckets Open(int port, string more = "") => RedisBuckets.Open($"127.0.0.1:{port}{more}", new ProcessBuckets(TimeProvider.System), TimeProvider.System, NullLogger<RedisBuckets>.Instance);

    private static async Task<int> AdmittedAsync(IBuckets buckets, int calls)
    {
        var count = 0;
        for (var call = 0; call < calls; call++)
            count += (await buckets.TakeAsync("a", Policy, default)).IsAdmitted ? 1 : 0;
        return count;
    }

    private static (bool, int, TimeSpan) Rounded(BucketAnswer answer) => (answer.IsAdmitted, answer.Remaining, TimeSpan.FromSeconds(Math.Round(answer.Wait.TotalSeconds, 3)));
}
