using System.Text.RegularExpressions;
using Kundli.Testing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kundli.House.Tests;

/// <summary>Between features only the arrows that functions/README.md draws; none of them in a circle.</summary>
public sealed partial class ArrowTests
{
    private static readonly HashSet<string> SharedWords = [.. typeof(Features.Problem).Assembly.GetExportedTypes().Where(type => type.Namespace == "Kundli.Features").Select(type => type.Name.Split('`')[0])];

    [Fact]
    public void Features_know_only_the_features_that_the_map_allows() => Offenders.None(Uses(Sources.Product).Except(Drawn(Map())).Select(arrow => $"{arrow.From} → {arrow.To} is not drawn in functions/README.md"));

    [Fact]
    public void A_use_is_found_as_a_using_and_as_a_name()
    {
        var uses = Uses(
        [
            Sources.Of("functions/Features/Orders/A.cs", "using Kundli.Features.Stock;\nnamespace Kundli.Features.Orders;"),
            Sources.Of("functions/Features/Plants/B.cs", "namespace Kundli.Features.Plants;\nclass B { Kundli.Features.Catalog.Product P; Kundli.Features.Money M; }"),
            Sources.Of("functions/Adapters/Documents/C.cs", "using Kundli.Features.Stock;"),
        ]);
        Assert.Equal([("Orders", "Stock"), ("Plants", "Catalog")], uses.Order());
    }

    [Fact]
    public void An_arrow_that_is_not_drawn_is_found() => Assert.Equal([("Carts", "Orders")], new[] { ("Carts", "Orders"), ("Carts", "Catalog") }.Except(Drawn("```arrows\nCarts → Catalog, Stock\n```")));

    [Fact]
    public void No_features_know_each_other_in_a_circle() => Offenders.None(Circles(Drawn(Map())));

    [Fact]
    public void A_circle_is_found() => Assert.NotEmpty(Circles([("A", "B"), ("B", "C"), ("C", "A"), ("A", "D")]));

    private static string Map() => File.ReadAllText(Repository.At("functions", "README.md"));

    private static HashSet<(string From, string To)> Drawn(string map) =>
        [.. Block().Match(map).Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('→', StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 2)
            .SelectMany(parts => parts[1].Split(',', StringSplitOptions.TrimEntries).Select(to => (parts[0], to)))];

    private static HashSet<(string From, string To)> Uses(IEnumerable<Source> sources) =>
        [.. from source in sources
            let parts = source.Path.Split('/')
            where parts is ["functions", "Features", _, _, ..]
            from node in source.Tree.DescendantNodes()
            where node is QualifiedNameSyntax or MemberAccessExpressionSyntax
            let name = node.ToString()
            let match = Feature().Match(name)
            where match.Success && match.Groups["feature"].Value != parts[2] && !SharedWords.Contains(match.Groups["feature"].Value)
            select (parts[2], match.Groups["feature"].Value)];

    private static IEnumerable<string> Circles(IReadOnlyCollection<(string From, string To)> arrows)
    {
        bool Reaches(string from, string to, HashSet<string> seen) =>
            arrows.Where(arrow => arrow.From == from).Any(arrow => arrow.To == to || (seen.Add(arrow.To) && Reaches(arrow.To, to, seen)));
        return arrows.Select(arrow => arrow.From).Distinct(StringComparer.Ordinal).Where(feature => Reaches(feature, feature, [])).Select(feature => $"{feature} comes back to itself");
    }

    [GeneratedRegex("```arrows\\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^Kundli\\.Features\\.(?<feature>[A-Z][A-Za-z]+)\\b")]
    private static partial Regex Feature();
}
