using Kundli.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kundli.House.Tests;

/// <summary>One source file, by its path below the root with forward slashes.</summary>
public sealed record Source(string Path, string Text)
{
    private readonly Lazy<CompilationUnitSyntax> _tree = new(() => CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot());

    public CompilationUnitSyntax Tree => _tree.Value;

    /// <summary>The room, or the folder below <c>tests</c>.</summary>
    public string Room => Path.Split('/')[1];

    public int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    public override string ToString() => Path;
}

public static class Sources
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "TestResults", ".local", ".git", "dist", "work"];

    /// <summary>Every C# file of the product.</summary>
    public static IReadOnlyList<Source> Product { get; } = Read("functions", "*.cs");

    /// <summary>Every C# file of the product and of the tests.</summary>
    public static IReadOnlyList<Source> All { get; } = [.. Product, .. Read("tests", "*.cs")];

    public static IReadOnlyList<Source> Read(string folder, string pattern) =>
        [.. Files(new DirectoryInfo(Repository.At(folder)), pattern).Select(file => new Source(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), File.ReadAllText(file)))];

    public static IEnumerable<string> Files(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(inner => !Skipped.Contains(inner.Name)).SelectMany(inner => Files(inner, pattern)))
            .Order(StringComparer.Ordinal);

    /// <summary>A made-up file, for the twin of a rule.</summary>
    public static Source Of(string path, string text) => new(path, text);
}

/// <summary>How a rule is asserted: the offenders are the message.</summary>
public static class Offenders
{
    public static void None(IEnumerable<string> offenders)
    {
        var list = offenders.Order(StringComparer.Ordinal).ToList();
        Assert.True(list.Count == 0, $"{list.Count} against the rule:\n  {string.Join("\n  ", list.Take(40))}");
    }
}
