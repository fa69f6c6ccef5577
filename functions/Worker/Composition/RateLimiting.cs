using Kundli.Adapters.RateLimits;
using Kundli.Worker.Health;
using Kundli.Worker.Http;
using Kundli.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kundli.Worker.Composition;

/// <summary>Rate limits, shared through Redis where one is set.</summary>
internal static class RateLimiting
{
    /// <summary>Reads <c>Redis</c> (a connection string) and <c>RateLimits:Disabled</c>.</summary>
    /// <exception cref="InvalidOperationException">The limits are to be off elsewhere than on a local host.</exception>
    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var isDisabled = configuration.GetValue("RateLimits:Disabled", false);
        if (isDisabled && configuration["LocalHost:Data"] is null)
            throw new InvalidOperationException("RateLimits:Disabled is for a local host only.");
        services.AddSingleton(new RateLimitSettings(isDisabled)).AddSingleton<ProcessBuckets>().AddSingleton<Admissions>();
        return configuration["Redis"] is { Length: > 0 } redis
            ? services
                .AddSingleton(provider => RedisBuckets.Open(
                    redis, provider.GetRequiredService<ProcessBuckets>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RedisBuckets>>()))
                .AddSingleton<IBuckets>(provider => provider.GetRequiredService<RedisBuckets>())
                // Without it each process limits by itself: the app serves on.
                .AddSingleton(provider => new Dependency("redis", _ => provider.GetRequiredService<RedisBuckets>().PingAsync()) { IsEssential = false })
            : services.AddSingleton<IBuckets>(provider => provider.GetRequiredService<ProcessBuckets>());
    }
}
