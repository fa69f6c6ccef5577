using System.Text.Json.Nodes;
using System.Web;

using Kundli.LocalHost;
using Kundli.LocalHost.Hosting;
using Kundli.Testing;

using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>The whole of Kundli with its pages, and a browser before it: shared by the classes of <c>[Collection(BrowserHost.Name)]</c>, and another by those of <see cref="Beside"/>: a browser waits most of its time, so two are run side by side.</summary>
public sealed class BrowserHost : IAsyncLifetime
{
    public const string Name = "Browser";

    /// <summary>The other half of the classes.</summary>
    public const string Beside = "Browser beside";

    /// <summary>How long a page may take on a busy machine; what is there sooner is not waited for.</summary>
    private const float PatienceMilliseconds = 60_000;

    /// <summary>Paise; so that a summary has a surcharge to show.</summary>
    private const string CodSurcharge = "2950";

    /// <summary>Any of these will do.</summary>
    internal static readonly string[] Browsers = ["chromium", "google-chrome"];

    private readonly TemporaryFolder _data = new();
    private readonly PlayedProvider _provider = new();
    private KundliHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public HttpClient Http { get; } = new();

    /// <summary>What the host is made of, for what no page does: promotions, gift cards, a parcel that arrives.</summary>
    public IServiceProvider Services => _host!.Services;

    public string Address => Http.BaseAddress!.ToString().TrimEnd('/');

    public async Task InitializeAsync()
    {
        if (Programs.Find(Browsers) is not { } executable)
            return;
        var web = await WebBuild.EnsureAsync(TextWriter.Null, CancellationToken.None) ?? throw new InvalidOperationException("The pages could not be built.");
        var settings = LocalSettings.ReadFile(Repository.Root).ToDictionary(StringComparer.OrdinalIgnoreCase);
        settings["RateLimits__Disabled"] = "true";
        settings["External__Providers"] = "google";
        settings["External__Return"] = "https://pages.example/signin/";
        settings["External__google__Authority"] = _provider.Address;
        settings["External__google__ClientId"] = PlayedProvider.ClientId;
        settings["External__google__ClientSecret"] = "of a test";
        settings["Shop__CodSurcharge"] = CodSurcharge;
        _host = await KundliHost.StartAsync(new(typeof(Worker.Program).Assembly.GetTypes(), Worker.Program.Build, _data.Path) { Settings = settings, WebFolder = web });
        Http.BaseAddress = _host.Address;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    /// <summary>A visitor who has never been here.</summary>
    /// <param name="look">Language, theme and size of the screen.</param>
    /// <param name="isInstalled">Whether the offline shell may install itself.</param>
    public async Task<Visitor> VisitAsync(Look? look = null, bool isInstalled = false)
    {
        var (language, isDark, width, height, timeZone) = look ?? new();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language == "hi" ? "hi-IN" : "en-IN",
            TimezoneId = timeZone,
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = isInstalled ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        await context.AddInitScriptAsync($"localStorage.getItem('language') ?? localStorage.setItem('language', '{language}')");
        return new(context, await context.NewPageAsync(), Address);
    }

    /// <summary>The last mail or short message to somebody that says this, from where its code begins.</summary>
    public async Task<string> LastMessageAsync(string to, string saying)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_data.Path, "messages"), "*.json").OrderDescending(StringComparer.Ordinal))
        {
            var message = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            var text = (string)message["text"]!;
            if ((string?)message["to"] == to && text.Contains(saying, StringComparison.Ordinal))
                return text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        }
        throw new InvalidOperationException($"No message to {to} says '{saying}'.");
    }

    /// <summary>Plays the provider's page in the visitor's browser: one link, which sends the visitor back to the page that the sign-in named.</summary>
    public async Task PlayProviderAsync(Visitor visitor, string mail)
    {
        visitor.Elsewhere = $"{_provider.Address}/authorize";
        await visitor.Page.RouteAsync($"{_provider.Address}/authorize*", async route =>
        {
            var asked = HttpUtility.ParseQueryString(new Uri(route.Request.Url).Query);
            (_provider.Nonce, _provider.Mail) = (asked["nonce"]!, mail);
            var back = $"{Address}{new Uri(asked["redirect_uri"]!).AbsolutePath}?code=c-1&state={HttpUtility.UrlEncode(asked["state"])}";
            await route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!doctype html><link rel=icon href=data:,><a href='{HttpUtility.HtmlAttributeEncode(back)}'>Yes, it's me</a>" });
        });
    }

    public async Task DisposeAsync()
    {
        await _provider.DisposeAsync();
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _data.Dispose();
    }
}

/// <summary>How a visitor looks at the pages.</summary>
/// <param name="Language"><c>en</c> or <c>hi</c>.</param>
/// <param name="IsDark">Whether the system asks for dark.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="TimeZone">Where the visitor's clock is.</param>
public sealed record Look(string Language = "en", bool IsDark = false, int Width = 1200, int Height = 900, string TimeZone = "Asia/Kolkata")
{
    /// <summary>A small phone.</summary>
    public static Look Phone { get; } = new(Width: 360, Height: 740);
}

[CollectionDefinition(BrowserHost.Name)]
public sealed class BrowserHostCollection : ICollectionFixture<BrowserHost>;

/// <summary>The classes that share the other host.</summary>
[CollectionDefinition(BrowserHost.Beside)]
public sealed class BesideBrowserHostCollection : ICollectionFixture<BrowserHost>;
