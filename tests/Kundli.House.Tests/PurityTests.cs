using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kundli.House.Tests;

/// <summary>The pure rooms know no clock, chance, machine or network; the features get time as a value of <c>TimeProvider</c>.</summary>
public sealed class PurityTests
{
    private static readonly string[] Pure = ["Astronomy", "Jyotish"];

    private static readonly HashSet<string> Clocks = ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider.System", "Stopwatch.StartNew", "Stopwatch.GetTimestamp"];

    private static readonly HashSet<string> Chance = ["Guid.NewGuid", "Guid.CreateVersion7", "Random.Shared", "RandomNumberGenerator.GetBytes", "RandomNumberGenerator.Fill"];

    private static readonly HashSet<string> Machine = ["Random", "Environment", "File", "Directory", "HttpClient", "Thread", "Process", "Console", "ILogger", "Task", "ValueTask"];

    private static readonly HashSet<string> World = ["Environment", "File", "Directory", "HttpClient", "Process", "Console"];

    [Fact]
    public void The_pure_rooms_touch_nothing_outside_them() => Offenders.None(Impurities(Sources.Product));

    [Theory]
    [InlineData("class A { long M() => System.DateTime.UtcNow.Ticks; }")]
    [InlineData("class A { object M() => Guid.NewGuid(); }")]
    [InlineData("class A { object M() => new Random(1); }")]
    [InlineData("class A { object M() => Environment.NewLine; }")]
    [InlineData("class A { object M() => File.ReadAllText(\"a\"); }")]
    [InlineData("class A { HttpClient client; }")]
    [InlineData("class A { async void M() { } }")]
    [InlineData("class A { static int counter; }")]
    [InlineData("class A { static int Counter { get; set; } }")]
    public void An_impurity_is_found(string code)
    {
        Assert.NotEmpty(Impurities([Sources.Of("functions/Jyotish/A.cs", code)]));
        Assert.Empty(Impurities([Sources.Of("functions/LocalHost/A.cs", code)]));
    }

    [Fact]
    public void Features_take_time_and_the_world_as_values() => Offenders.None(Worldliness(Sources.Product));

    [Theory]
    [InlineData("class A { object M() => DateTimeOffset.UtcNow; }")]
    [InlineData("class A { object M() => Environment.GetEnvironmentVariable(\"a\"); }")]
    [InlineData("class A { object M(HttpClient client) => client; }")]
    public void A_feature_that_reads_the_clock_or_the_machine_is_found(string code) => Assert.NotEmpty(Worldliness([Sources.Of("functions/Features/Charts/A.cs", code)]));

    private static IEnumerable<string> Impurities(IEnumerable<Source> sources) =>
        from source in sources
        where Pure.Contains(source.Room)
        from offence in Symbols(source, [.. Clocks, .. Chance], Machine).Concat(Asyncs(source)).Concat(Statics(source))
        select offence;

    private static IEnumerable<string> Worldliness(IEnumerable<Source> sources) =>
        sources.Where(source => source.Room == "Features").SelectMany(source => Symbols(source, Clocks, World));

    private static IEnumerable<string> Symbols(Source source, HashSet<string> members, HashSet<string> types)
    {
        foreach (var access in source.Tree.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            if (members.Contains($"{LastName(access.Expression)}.{access.Name}"))
                yield return $"{source}:{source.LineOf(access)}: {access}";
        foreach (var name in source.Tree.DescendantNodes().OfType<SimpleNameSyntax>())
            if (types.Contains(name.Identifier.Text) && IsType(name))
                yield return $"{source}:{source.LineOf(name)}: {name}";
    }

    /// <summary>A type is named where it is declared with, created, or asked for a member; <c>file.Random</c> and <c>Random:</c> are names of ours.</summary>
    private static bool IsType(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        NameColonSyntax or NameEqualsSyntax or NameMemberCrefSyntax => false,
        QualifiedNameSyntax qualified => qualified.Right == name && qualified.Parent is not UsingDirectiveSyntax and not BaseNamespaceDeclarationSyntax,
        BaseNamespaceDeclarationSyntax or UsingDirectiveSyntax => false,
        _ => name.Parent is ParameterSyntax or VariableDeclarationSyntax or ObjectCreationExpressionSyntax or BaseTypeSyntax or TypeArgumentListSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax or NullableTypeSyntax,
    };

    private static string LastName(ExpressionSyntax expression) => expression is MemberAccessExpressionSyntax inner ? inner.Name.ToString() : expression.ToString();

    private static IEnumerable<string> Asyncs(Source source) =>
        source.Tree.DescendantTokens().Where(token => token.IsKind(SyntaxKind.AsyncKeyword)).Select(token => $"{source}: async at {token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}");

    private static IEnumerable<string> Statics(Source source)
    {
        foreach (var field in source.Tree.DescendantNodes().OfType<FieldDeclarationSyntax>())
            if (field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword))
                yield return $"{source}:{source.LineOf(field)}: a static that can change";
        foreach (var property in source.Tree.DescendantNodes().OfType<PropertyDeclarationSyntax>())
            if (property.Modifiers.Any(SyntaxKind.StaticKeyword) && property.AccessorList?.Accessors.Any(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) == true)
                yield return $"{source}:{source.LineOf(property)}: a static that can change";
    }
}
