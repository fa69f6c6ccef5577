using Kundli.Worker.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.House.Tests;

/// <summary>On Azure two routes that match one path are told apart by the alphabet alone, so there are none; the fallback is the exception.</summary>
public sealed class RouteTests
{
    private static readonly IInlineConstraintResolver Constraints = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider().GetRequiredService<IInlineConstraintResolver>();

    [Fact]
    public void No_two_routes_of_one_verb_match_one_path() => Offenders.None(Overlaps(RouteTable.Of(typeof(RouteTable).Assembly)));

    [Fact]
    public void An_overlap_is_found() => Assert.Equal(["GET: OverlapAny and OverlapLiteral"], Overlaps(RouteTable.Of([typeof(Overlapping)])));

    [Fact]
    public void Constraints_verbs_and_lengths_keep_routes_apart() => Assert.Empty(Overlaps(RouteTable.Of([typeof(Apart)])));

    [Fact]
    public void Every_route_is_below_the_version_or_one_of_the_few_that_have_none() => Offenders.None(
        RouteTable.Of(typeof(RouteTable).Assembly).Declared.Select(route => route.Path)
            .Where(path => !path.StartsWith("api/v1/", StringComparison.Ordinal) && !path.StartsWith("api/health/", StringComparison.Ordinal) && !path.StartsWith("api/docs", StringComparison.Ordinal)
                && path is not ("api/openapi.json" or ".well-known/jwks.json")));

    private static IEnumerable<string> Overlaps(RouteTable table)
    {
        var routes = table.Declared.ToList();
        return from first in routes
               from second in routes
               where string.CompareOrdinal(first.Function, second.Function) < 0
               from verb in first.Methods.Intersect(second.Methods)
               where Overlap(TemplateParser.Parse(first.Path), TemplateParser.Parse(second.Path))
               select $"{verb}: {first.Function} and {second.Function}";
    }

    private static bool Overlap(RouteTemplate first, RouteTemplate second)
    {
        if (IsOpen(first) || IsOpen(second))
            return first.Segments.Zip(second.Segments).TakeWhile(pair => !IsCatchAll(pair.First) && !IsCatchAll(pair.Second)).All(pair => Overlap(pair.First, pair.Second));
        return first.Segments.Count == second.Segments.Count && first.Segments.Zip(second.Segments).All(pair => Overlap(pair.First, pair.Second));
    }

    private static bool IsOpen(RouteTemplate template) => template.Segments.Any(IsCatchAll);

    private static bool IsCatchAll(TemplateSegment segment) => segment.Parts.Any(part => part.IsCatchAll);

    private static bool Overlap(TemplateSegment first, TemplateSegment second) => (Literal(first), Literal(second)) switch
    {
        ({ } one, { } other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase),
        ({ } literal, null) => Takes(second, literal),
        (null, { } literal) => Takes(first, literal),
        _ => true,
    };

    private static string? Literal(TemplateSegment segment) => segment.Parts.All(part => part.IsLiteral) ? string.Concat(segment.Parts.Select(part => part.Text)) : null;

    private static bool Takes(TemplateSegment segment, string literal)
    {
        var part = segment.Parts.Single(candidate => candidate.IsParameter);
        var fixedText = segment.Parts.Where(candidate => candidate.IsLiteral).Select(candidate => candidate.Text!);
        if (!fixedText.All(text => literal.Contains(text, StringComparison.OrdinalIgnoreCase)))
            return false;
        var values = new RouteValueDictionary { [part.Name!] = literal };
        return part.InlineConstraints.All(rule => Constraints.ResolveConstraint(rule.Constraint)!.Match(null, null, part.Name!, values, RouteDirection.IncomingRequest));
    }
}
