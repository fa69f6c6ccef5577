using System.Collections.Concurrent;

using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>One visitor with one page open, who notes whatever a page must never do: an error in the console, a refused policy, a request to elsewhere.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _refusals = new();

    public Visitor(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _faults.Enqueue($"script: {error}");
        // A refusal of the API is shown to the visitor and tested there; the browser's own line about it is no fault of the page.
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _faults.Enqueue($"console: {message.Text}");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _refusals.Enqueue($"{response.Status} {response.Request.Method} {response.Url}");
        };
        page.Request += (_, request) =>
        {
            if (Elsewhere is { } elsewhere && request.IsNavigationRequest && request.Url.StartsWith(elsewhere, StringComparison.Ordinal))
                return;
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith($"blob:{address}/", StringComparison.Ordinal))
                _faults.Enqueue($"request: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>The one other site that the visitor may be sent to; no page may ask it for anything.</summary>
    public string? Elsewhere { get; set; }

    /// <summary>What the API has refused, for a journey that should meet no refusal.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    /// <summary>Opens a page and waits until its own work has shown.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path);
        await SettleAsync();
    }

    /// <summary>Waits until nothing on the page is marked busy.</summary>
    public async Task SettleAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>Takes the network away, or gives it back.</summary>
    public Task OfflineAsync(bool isOffline) => _context.SetOfflineAsync(isOffline);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Labelled(string label) => Page.GetByLabel(label, new() { Exact = true });

    /// <summary>Fails where a page did what it must never do.</summary>
    public void HasNoFaults() => Assert.Empty(_faults);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
