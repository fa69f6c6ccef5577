using Kundli.Adapters.RateLimits;

namespace Kundli.Worker.Http;

/// <summary>What a route costs, and so how often one subject may call it.</summary>
internal enum RouteClass
{
    /// <summary>Reading what is stored.</summary>
    Read,

    /// <summary>Changing something.</summary>
    Write,

    /// <summary>Computing something that is not stored, signed in or not.</summary>
    Compute,

    /// <summary>Sending pictures.</summary>
    Upload,

    /// <summary>Everything about credentials.</summary>
    SignIn,

    /// <summary>Reading everything that is held about somebody.</summary>
    Export,

    /// <summary>Placing orders and paying.</summary>
    Checkout,

    /// <summary>Calls of providers, which prove themselves by a signature.</summary>
    Webhook,
}

/// <summary>The class of a function where its route doesn't say it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CostsAttribute(RouteClass routeClass) : Attribute
{
    public RouteClass Class { get; } = routeClass;
}

/// <summary>Classes of routes and the buckets that belong to them.</summary>
internal static class RouteClasses
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<RouteClass, BucketPolicy> Policies = new()
    {
        [RouteClass.Read] = new("read", 600, Minute),
        [RouteClass.Write] = new("write", 120, Minute),
        [RouteClass.Compute] = new("compute", 120, Minute),
        [RouteClass.Upload] = new("upload", 20, Minute),
        [RouteClass.SignIn] = new("sign-in", 60, Minute),
        [RouteClass.Export] = new("export", 5, Minute),
        [RouteClass.Checkout] = new("checkout", 30, Minute),
        [RouteClass.Webhook] = new("webhook", 1200, Minute),
    };

    private static readonly Dictionary<RouteClass, BucketPolicy> Quotas = new()
    {
        [RouteClass.Compute] = new("compute-day", 5_000, TimeSpan.FromDays(1)),
        [RouteClass.Upload] = new("upload-day", 200, TimeSpan.FromDays(1)),
        [RouteClass.Export] = new("export-day", 10, TimeSpan.FromDays(1)),
        [RouteClass.Checkout] = new("checkout-day", 300, TimeSpan.FromDays(1)),
    };

    /// <summary>What a customer may have of a class in a day; null where only the minute counts.</summary>
    public static BucketPolicy? QuotaOf(RouteClass routeClass) => Quotas.TryGetValue(routeClass, out var quota) ? quota : null;

    /// <summary>The bucket of a class.</summary>
    public static BucketPolicy PolicyOf(RouteClass routeClass) => Policies[routeClass];

    /// <summary>The class that a function declares, else that its route and method tell.</summary>
    public static RouteClass Of(Route? route, string method) => route switch
    {
        null => RouteClass.Read,
        _ when route.Declared<CostsAttribute>() is { } costs => costs.Class,
        _ when route.Path.StartsWith("api/v1/auth/", StringComparison.Ordinal) => method == "GET" ? RouteClass.Read : RouteClass.SignIn,
        _ when route.Path.Contains("/webhooks/", StringComparison.Ordinal) => RouteClass.Webhook,
        _ when route.Declared<TakesAttribute>()?.ContentType.StartsWith("multipart/", StringComparison.Ordinal) == true => RouteClass.Upload,
        _ when route.Path.EndsWith("/checkouts", StringComparison.Ordinal) || route.Path.EndsWith("/payments", StringComparison.Ordinal) || route.Path.EndsWith("/lookup", StringComparison.Ordinal) => RouteClass.Checkout,
        _ when route.Path.Contains("preview", StringComparison.Ordinal) || route.Path.EndsWith("/matches", StringComparison.Ordinal) || route.Path.EndsWith("/questions", StringComparison.Ordinal) => RouteClass.Compute,
        _ => method is "GET" or "HEAD" or "OPTIONS" ? RouteClass.Read : RouteClass.Write,
    };
}
