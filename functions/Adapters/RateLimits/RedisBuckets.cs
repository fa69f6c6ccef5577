using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Kundli.Adapters.RateLimits;

/// <summary>
/// Buckets that all processes share: one atomic script on Redis, by Redis' own clock. While Redis does not answer each process limits by itself with
/// the same quota: nobody is locked out by our fault, and n processes admit at most n times the quota. Redis is asked again after a second.
/// </summary>
public sealed partial class RedisBuckets(IConnectionMultiplexer redis, ProcessBuckets fallback, TimeProvider time, ILogger<RedisBuckets> logger) : IBuckets, IAsyncDisposable
{
    /// <summary>For so long after a failure Redis is not asked.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private const int AnswerMillisecondsMax = 250;
    private const int ConnectMillisecondsMax = 2000;
    private const string Prefix = "kundli:bucket:";

    /// <summary>KEYS: the bucket. ARGV: quota, tokens per microsecond, life in milliseconds. Answers: admitted, whole tokens left, microseconds to the next.</summary>
    private const string Script = """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000000 + clock[2]
        local quota, rate = tonumber(ARGV[1]), tonumber(ARGV[2])
        local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
        local tokens = tonumber(kept[1]) or quota
        local at = tonumber(kept[2]) or now
        tokens = math.min(quota, tokens + math.max(0, now - at) * rate)
        local admitted = 0
        if tokens >= 1 then
          tokens = tokens - 1
          admitted = 1
        end
        redis.call('HSET', KEYS[1], 'tokens', string.format('%.9f', tokens), 'at', string.format('%.0f', now))
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
        return { admitted, math.floor(tokens), math.ceil(math.max(0, 1 - tokens) / rate) }
        """;

    private long _restUntil;

    /// <summary>Whether the last call was answered by this process alone.</summary>
    public bool IsAlone => time.GetUtcNow().UtcTicks < Interlocked.Read(ref _restUntil);

    /// <summary>Connects so that the app starts and serves without Redis, and keeps trying in the background.</summary>
    /// <param name="settings">As StackExchange.Redis writes them: <c>host:6380,password=…,ssl=true</c>.</param>
    /// <param name="fallback">Counts while Redis does not answer.</param>
    /// <param name="time">The clock of the rest after a failure.</param>
    /// <param name="logger">Told when this process is alone.</param>
    public static RedisBuckets Open(string settings, ProcessBuckets fallback, TimeProvider time, ILogger<RedisBuckets> logger)
    {
        // Short waits by default, since a request waits for the answer; the settings may say otherwise.
        var options = ConfigurationOptions.Parse($"asyncTimeout={AnswerMillisecondsMax},syncTimeout={AnswerMillisecondsMax},connectTimeout={ConnectMillisecondsMax},{settings}");
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry(AnswerMillisecondsMax);
        return new(ConnectionMultiplexer.Connect(options), fallback, time, logger);
    }

    /// <summary>Whether Redis answers; throws when it doesn't.</summary>
    public Task PingAsync() => redis.GetDatabase().PingAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => redis.DisposeAsync();

    /// <inheritdoc/>
    public async ValueTask<BucketAnswer> TakeAsync(string key, BucketPolicy policy, CancellationToken cancellation)
    {
        if (IsAlone)
            return await fallback.TakeAsync(key, policy, cancellation);
        try
        {
            var rate = policy.Quota / (policy.Window.TotalMilliseconds * 1000);
            var answer = (RedisResult[])(await redis.GetDatabase().ScriptEvaluateAsync(Script, [Prefix + key], [policy.Quota, rate.ToString("R"), (long)policy.Window.TotalMilliseconds]))!;
            return new((int)answer[0] == 1, (int)answer[1], TimeSpan.FromMicroseconds((double)(long)answer[2]));
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or ObjectDisposedException)
        {
            Interlocked.Exchange(ref _restUntil, (time.GetUtcNow() + Rest).UtcTicks);
            LogAlone(failure.GetType().Name);
            return await fallback.TakeAsync(key, policy, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "rate-limits-alone", Message = "Redis does not answer ({Failure}); this process limits by itself.")]
    private partial void LogAlone(string failure);
}
