using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kundli.House.Tests;

public sealed class SizeTests
{
    private const int FileLinesMax = 400;
    private const int MethodLinesMax = 60;

    [Fact]
    public void No_file_has_more_than_400_lines() => Offenders.None(LongFiles(Sources.All));

    [Fact]
    public void A_file_of_401_lines_is_found() =>
        Assert.Equal(["functions/Jyotish/Long.cs: 401 lines"], LongFiles([Sources.Of("functions/Jyotish/Long.cs", new string('\n', 401)), Sources.Of("functions/Jyotish/Fits.cs", new string('\n', 400))]));

    [Fact]
    public void No_method_has_more_than_60_lines() => Offenders.None(LongMethods(Sources.Product));

    [Theory]
    [InlineData("class A { void M() {\n", "} }")]
    [InlineData("class A { A() {\n", "} }")]
    [InlineData("class A { int M { get {\n", "return 1; } } }")]
    [InlineData("class A { void M() { void Inner() {\n", "} } }")]
    public void A_method_of_61_lines_is_found(string head, string tail)
    {
        Assert.NotEmpty(LongMethods([Sources.Of("functions/Jyotish/Long.cs", head + new string('\n', 59) + tail)]));
        Assert.Empty(LongMethods([Sources.Of("functions/Jyotish/Fits.cs", head + new string('\n', 58) + tail)]));
    }

    private static IEnumerable<string> LongFiles(IEnumerable<Source> sources) =>
        from source in sources
        let lines = source.Text.Count(letter => letter == '\n')
        where lines > FileLinesMax
        select $"{source}: {lines} lines";

    private static IEnumerable<string> LongMethods(IEnumerable<Source> sources) =>
        from source in sources
        from node in source.Tree.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
        let lines = Lines(node)
        where lines > MethodLinesMax
        select $"{source}:{source.LineOf(node)}: {lines} lines";

    private static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
