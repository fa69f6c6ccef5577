using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kundli.Features.Due;
using Kundli.Features.Notices;
using Kundli.Features.Pricing;
using Kundli.Features.Stock;

namespace Kundli.Features.Catalog;

/// <summary>
/// Mails the shop every morning which shelves are nearly empty. A list that has not changed is not mailed again before the week is over: the mail's name follows from
/// week and list, so that a timer that fires twice, or too late, sends nothing more.
/// </summary>
public sealed class ReportLowStock(ILowShelves low, ICatalogIndex catalog, IMailer mailer, ShopPolicy policy, TimeProvider time) : IDueWork
{
    /// <summary>Kind of its due markers.</summary>
    public const string MarkerKind = "low-stock";

    /// <summary>Shelves that one mail names; the rest is a number.</summary>
    public const int NamedMax = 100;

    private const string TargetId = "report";
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    /// <inheritdoc/>
    public string Kind => MarkerKind;

    /// <summary>The marker of the report that follows an instant: nine in the morning in India.</summary>
    public static DueMarker NextAfter(DateTimeOffset now)
    {
        var today = Days.StartOf(Days.Of(now)) + Morning;
        return new DueMarker(MarkerKind, TargetId, today > now ? today : today + TimeSpan.FromDays(1));
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        var page = await low.LowAsync(NamedMax, null, cancellation);
        // With the next low shelf a new marker comes.
        if (page.Items.Count == 0)
            return null;
        var now = time.GetUtcNow();
        await mailer.SendAsync(NameOf(page.Items, now), await MailAsync(page, now, cancellation), cancellation);
        return NextAfter(now).DueAt;
    }

    private async Task<Notice> MailAsync(Page<StockLevel> page, DateTimeOffset now, CancellationToken cancellation)
    {
        var index = await catalog.CurrentAsync(cancellation);
        var text = new StringBuilder("These shelves are nearly or quite empty:\n");
        foreach (var level in page.Items.OrderBy(level => level.Available).ThenBy(level => level.Sku, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"\n{level.Sku}  {NameOf(index, level.Sku)}: {level.Available} left, {level.Held} promised");
        if (page.Next is not null)
            text.Append("\n\nThere are more of them.");
        return new Notice("lowStock", policy.Seller.Email, page.Next is null ? $"Low stock: {page.Items.Count}" : $"Low stock: more than {NamedMax}", text.ToString(), now);
    }

    private static string NameOf(CatalogIndex index, string sku) => index.BySku(sku) is { } product ? $"{product.Name.En}, {product.VariantOf(sku)!.Title.En}" : "not in the catalog";

    private static string NameOf(IReadOnlyList<StockLevel> levels, DateTimeOffset now)
    {
        var day = Days.Of(now).ToDateTime(TimeOnly.MinValue);
        var list = string.Join('|', levels.Select(level => $"{level.Sku}{(level.Available == 0 ? "!" : "")}").Order(StringComparer.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"low-stock-{ISOWeek.GetYear(day)}{ISOWeek.GetWeekOfYear(day):00}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)))[..16]}");
    }
}
