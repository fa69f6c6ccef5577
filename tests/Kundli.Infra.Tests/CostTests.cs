using System.Globalization;
using System.Text.RegularExpressions;

using Kundli.Testing;

using Xunit;

namespace Kundli.Infra.Tests;

/// <summary>The costs on paper of <c>infra/README.md</c>, computed from the inputs that stand in the same document.</summary>
public sealed class CostTests
{
    private static readonly int[] RatesPerSecond = [1, 100, 10_000];
    private static readonly string Document = Repository.At("infra", "README.md");

    private static readonly string[] OfAnOrder =
        ["GET /products/{slug}", "POST /carts", "PUT /carts/{id}/items/{sku}", "PUT /carts/{id}/delivery", "GET /carts/{id}/summary", "POST /checkouts", "FulfilOrder"];

    private static readonly string[] OfAPhoto = ["POST /plants/identifications", "GET /plants/identifications/{id}", "AnalysePhotos"];

    private readonly Dictionary<string, double> _inputs = Regex.Matches(File.ReadAllText(Document), "(?m)^\\| ([a-z-]+) \\| ([0-9.]+) \\| [^|]+ \\|$")
        .ToDictionary(match => match.Groups[1].Value, match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private readonly Dictionary<string, double> _ledger = Regex.Matches(Regex.Match(File.ReadAllText(Document), "<!-- request-units -->(.*?)<!-- /request-units -->", RegexOptions.Singleline).Value, "(?m)^\\| ([A-Z][^|]+) \\| ([0-9]+) \\|")
        .ToDictionary(match => match.Groups[1].Value, match => double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    [Fact]
    public void The_costs_follow_from_the_inputs()
    {
        var preview = (1e6 * Seconds("preview-cpu")) + Of(1, "price-executions") + (1e6 * Of("preview-bytes", "price-egress") / 1e9);
        var order = Thousand("order", OfAnOrder) + (1000 * Of("order-messages", "price-messages") / 1e6);
        var photo = Thousand("photo", OfAPhoto) + (1000 * Of("photo-blob-operations", "price-blob-operations") / 1e4) + (1000 * Of("photo-bytes", "price-blob-gb") / 1e9);

        ApprovedBlock.Check(Document, "costs",
        [
            "| what | $ |", "|---|---|",
            $"| a million chart previews | {Money(preview)} |", $"| a thousand orders with fulfilment | {Money(order)} |", $"| a thousand photos, kept for a month | {Money(photo)} |",
            "", "| a second | instances for previews | for product pages | for orders | RU/s of orders | instances for photos | RU/s of photos |", "|---|---|---|---|---|---|---|",
            .. RatesPerSecond.Select(rate => string.Create(CultureInfo.InvariantCulture, $"| {rate:N0} | {Instances(rate, "preview-cpu"):N0} | {Instances(rate, "list-cpu"):N0} | {Instances(rate, "order-cpu"):N0} | {rate * Units(OfAnOrder):N0} | {Instances(rate, "photo-cpu"):N0} | {rate * Units(OfAPhoto):N0} |")),
        ]);
    }

    private double Thousand(string what, string[] steps) =>
        1000 * (Seconds($"{what}-cpu") + (Of(Units(steps), "price-ru") / 1e6) + (Of($"{what}-executions", "price-executions") / 1e6));

    // Each step has a line in the ledger: a step that was renamed fails here instead of costing nothing.
    private double Units(string[] steps) => steps.Sum(step => _ledger[step]);

    // What the processor's time of one thing costs.
    private double Seconds(string cpu) => _inputs[cpu] / 1000 / _inputs["utilisation"] * _inputs["memory"] * _inputs["price-gb-second"];

    private double Instances(int rate, string cpu) => Math.Ceiling(rate * _inputs[cpu] / 1000 / _inputs["utilisation"]);

    private double Of(string amount, string price) => Of(_inputs[amount], price);

    private double Of(double amount, string price) => amount * _inputs[price];

    private static string Money(double dollars) => dollars.ToString("0.00", CultureInfo.InvariantCulture);
}
