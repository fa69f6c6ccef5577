using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>Looks at a page as it stands: nothing that keeps somebody out, nothing that sticks out of a small screen. <c>KUNDLI_SCREENSHOTS=folder</c> keeps the pictures.</summary>
internal static class Inspection
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("KUNDLI_SCREENSHOTS");

    /// <summary>The variants that every page is looked at in.</summary>
    public static Dictionary<string, Look> Looks { get; } = new(StringComparer.Ordinal)
    {
        ["light"] = new(), ["dark"] = new(IsDark: true), ["hindi"] = new(Language: "hi"), ["phone"] = Look.Phone, ["hindi-dark-phone"] = Look.Phone with { Language = "hi", IsDark = true },
    };

    /// <summary>The two ends of them, which hold every change at once; all where the pictures are kept, as when somebody looks.</summary>
    public static TheoryData<string> LooksNow => Screenshots is null ? ["light", "hindi-dark-phone"] : [.. Looks.Keys];

    /// <summary>Adds what is wrong with the page as it stands.</summary>
    public static async Task LookAsync(Visitor visitor, string name, List<string> found)
    {
        var result = await visitor.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        found.AddRange(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{name}: {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}"));
        // Whatever is wider than the screen makes the whole page slide sideways.
        if (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
            found.Add($"{name}: wider than the screen");
        if (Screenshots is not null)
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true });
    }
}
