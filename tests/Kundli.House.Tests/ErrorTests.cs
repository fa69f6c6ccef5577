using System.Text.RegularExpressions;
using Kundli.Testing;
using Kundli.Worker.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kundli.House.Tests;

public sealed partial class ErrorTests
{
    /// <summary>Where everything may be caught, and why.</summary>
    private static readonly Dictionary<string, string> CatchAll = new(StringComparer.Ordinal)
    {
        ["functions/Worker/Middleware/Errors.cs"] = "the one catch of the HTTP surface",
        ["functions/Worker/Http/EventStream.cs"] = "a stream has begun: its error is logged and is its last event",
        ["functions/Worker/Health/Readiness.cs"] = "whatever a ping throws is the answer",
    };

    [Fact]
    public void Every_problem_has_a_row_in_the_table() => Offenders.None(Names(Sources.Product).Where(problem => !ProblemTable.All.ContainsKey(problem.Name)).Select(problem => $"{problem.Where}: {problem.Name}"));

    [Fact]
    public void Every_row_of_the_table_belongs_to_a_problem() => Offenders.None(ProblemTable.All.Keys.Except(Names(Sources.Product).Select(problem => problem.Name)));

    [Theory]
    [InlineData("class A { static Problem P { get; } = new(\"star-lost\", \"The star is lost.\"); }")]
    [InlineData("class A { static Problem P => new(\"star-lost\", \"The star is lost.\") { Detail = \"\" }; }")]
    [InlineData("class A { Outcome<int> M() => new Problem(\"star-lost\", \"The star is lost.\"); }")]
    [InlineData("class A { public static Problem P(int n) { return new(\"star-lost\", $\"The {n} is lost.\"); } }")]
    public void A_problem_is_found_however_it_is_made(string code) => Assert.Equal(["star-lost"], Names([Sources.Of("functions/Features/Charts/A.cs", code)]).Select(problem => problem.Name));

    [Fact]
    public void The_rows_are_alphabetical() => Assert.Equal(Rows(File.ReadAllText(Repository.At("functions", "Worker", "Http", "ProblemTable.cs"))).Order(StringComparer.Ordinal), Rows(File.ReadAllText(Repository.At("functions", "Worker", "Http", "ProblemTable.cs"))));

    [Fact]
    public void Rows_are_read_from_the_source() => Assert.Equal(["b-row", "a-row"], Rows("[\"b-row\"] = 404,\n[\"a-row\"] = 409,"));

    [Fact]
    public void Everything_is_caught_only_where_the_house_says() => Offenders.None(Catches(Sources.Product));

    [Theory]
    [InlineData("class A { void M() { try { } catch (Exception) { } } }")]
    [InlineData("class A { void M() { try { } catch (System.Exception e) { } } }")]
    [InlineData("class A { void M() { try { } catch { } } }")]
    public void A_catch_of_everything_is_found(string code)
    {
        Assert.NotEmpty(Catches([Sources.Of("functions/Features/A.cs", code)]));
        Assert.Empty(Catches([Sources.Of("functions/Worker/Middleware/Errors.cs", code)]));
        Assert.Empty(Catches([Sources.Of("functions/Features/A.cs", "class A { void M() { try { } catch (Exception e) when (e is IOException) { } catch (Exception) { throw; } } }")]));
    }

    [Fact]
    public void Only_the_table_and_the_transport_know_a_status() => Offenders.None(Statuses(Sources.Product));

    [Fact]
    public void A_status_in_a_feature_is_found() => Assert.NotEmpty(Statuses([Sources.Of("functions/Features/A.cs", "class A { int S => StatusCodes.Status404NotFound; }")]));

    private static IEnumerable<(string Where, string Name)> Names(IEnumerable<Source> sources) =>
        from source in sources
        from made in source.Tree.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
        where IsProblem(made) && made.ArgumentList?.Arguments is { Count: >= 2 }
        let name = made.ArgumentList!.Arguments[0].Expression as LiteralExpressionSyntax
        where name is not null && Kebab().IsMatch(name.Token.ValueText)
        select ($"{source}:{source.LineOf(made)}", name.Token.ValueText);

    private static bool IsProblem(BaseObjectCreationExpressionSyntax made) => made is ObjectCreationExpressionSyntax { Type: var type }
        ? type.ToString() is "Problem" or "Features.Problem"
        : made.Ancestors().Select(TypeOf).FirstOrDefault(found => found is not null)?.Contains("Problem", StringComparison.Ordinal) == true;

    private static string? TypeOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.ReturnType.ToString(),
        PropertyDeclarationSyntax property => property.Type.ToString(),
        LocalFunctionStatementSyntax local => local.ReturnType.ToString(),
        VariableDeclarationSyntax variable => variable.Type.ToString(),
        _ => null,
    };

    private static IEnumerable<string> Rows(string source) => Row().Matches(source).Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> Catches(IEnumerable<Source> sources) =>
        from source in sources
        where source.Room is not ("LocalHost" or "EphemerisCompiler") && !CatchAll.ContainsKey(source.Path)
        from caught in source.Tree.DescendantNodes().OfType<CatchClauseSyntax>()
        where caught.Filter is null && caught.Declaration?.Type.ToString() is null or "Exception" or "System.Exception"
        where caught.Filter is null && !caught.Block.Statements.OfType<ThrowStatementSyntax>().Any(thrown => thrown.Expression is null)
        select $"{source}:{source.LineOf(caught)}";

    private static IEnumerable<string> Statuses(IEnumerable<Source> sources) =>
        from source in sources
        where source.Room is "Astronomy" or "Jyotish" or "Features"
        from name in source.Tree.DescendantNodes().OfType<IdentifierNameSyntax>()
        where name.Identifier.Text is "StatusCodes" or "HttpStatusCode"
        select $"{source}:{source.LineOf(name)}";

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();

    [GeneratedRegex("\\[\"(?<name>[a-z0-9-]+)\"\\] = \\d{3},")]
    private static partial Regex Row();
}
