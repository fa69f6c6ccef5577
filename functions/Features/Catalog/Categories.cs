namespace Kundli.Features.Catalog;

/// <summary>The branches of the catalog.</summary>
public static class Categories
{
    /// <summary>Parents before children.</summary>
    public static IReadOnlyList<Category> All { get; } =
    [
        new("plants", new("Plants", "पौधे"), null),
        new("saplings", new("Sacred saplings", "पवित्र पौधे"), "plants"),
        new("seeds", new("Seeds", "बीज"), "plants"),
        new("garden", new("Pots and garden care", "गमले और बाग़वानी"), "plants"),
        new("gemstones", new("Gemstones", "रत्न"), null),
        new("rudraksha", new("Rudraksha and malas", "रुद्राक्ष और मालाएँ"), null),
        new("puja", new("Puja goods", "पूजा सामग्री"), null),
        new("reports", new("Reports", "रिपोर्ट"), null),
    ];
}
