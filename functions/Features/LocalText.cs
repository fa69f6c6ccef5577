namespace Kundli.Features;

/// <summary>A text in the languages of the shop.</summary>
/// <param name="En">English.</param>
/// <param name="Hi">Hindi, in Devanagari.</param>
public sealed record LocalText(string En, string Hi);
