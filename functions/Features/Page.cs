using System.Text.Json.Serialization;

namespace Kundli.Features;

/// <summary>One page of a list. <see cref="Next"/> is an opaque token for <c>?after=</c>, or null on the last page.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">At most <see cref="Page.LimitMax"/> items.</param>
/// <param name="Next">The token of the next page, or null.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);

/// <summary>What every list has in common.</summary>
public static class Page
{
    /// <summary>Items of a page when the caller asks for no number.</summary>
    public const int LimitDefault = 20;

    /// <summary>The most items of a page that a caller may ask for.</summary>
    public const int LimitMax = 100;
}
