namespace Kundli.Worker.Http;

/// <summary>The web origins whose pages may call from a browser.</summary>
/// <param name="Allowed">Exact origins such as <c>https://app.example.org</c>; there are no patterns.</param>
internal sealed record Origins(IReadOnlySet<string> Allowed)
{
    /// <summary>Reads a comma-separated setting; null is nobody.</summary>
    /// <exception cref="FormatException">One of them is no origin: better no start than a rule that never matches.</exception>
    public static Origins Parse(string? setting) =>
        new((setting ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Checked).ToHashSet(StringComparer.Ordinal));

    private static string Checked(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == origin
            ? origin : throw new FormatException($"Cors:Origins holds '{origin}', which is no origin such as https://app.example.org.");
}
