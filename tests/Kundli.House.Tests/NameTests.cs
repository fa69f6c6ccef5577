using System.Text.RegularExpressions;
using Kundli.Testing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kundli.House.Tests;

public sealed partial class NameTests
{
    private static readonly HashSet<string> Tools = ["EphemerisCompiler", "WorkerApi"];

    [Fact]
    public void Nothing_is_called_Common_Utils_Helpers_Manager_or_Service() => Offenders.None(EmptyNames(Sources.Product));

    [Theory]
    [InlineData("functions/Features/Charts/ChartService.cs", "namespace Kundli.Features.Charts; class ChartService { }")]
    [InlineData("functions/Features/Charts/A.cs", "namespace Kundli.Features.Charts; record MoneyHelper;")]
    [InlineData("functions/Features/Common/A.cs", "namespace Kundli.Features.Common; class A { }")]
    public void A_name_that_says_nothing_is_found(string path, string code) => Assert.NotEmpty(EmptyNames([Sources.Of(path, code)]));

    [Fact]
    public void The_namespace_is_the_folder() => Offenders.None(StrayNamespaces(Sources.Product));

    [Fact]
    public void A_stray_namespace_is_found()
    {
        Assert.NotEmpty(StrayNamespaces([Sources.Of("functions/Features/Charts/A.cs", "namespace Kundli.Features;")]));
        Assert.NotEmpty(StrayNamespaces([Sources.Of("functions/Adapters/Azure/A.cs", "namespace Kundli.Azure;")]));
        Assert.Empty(StrayNamespaces([Sources.Of("functions/Features/Charts/A.cs", "namespace Kundli.Features.Charts;"), Sources.Of("functions/Features/A.cs", "namespace Kundli.Features;")]));
    }

    [Fact]
    public void No_file_names_a_machine() => Offenders.None(TextFiles().SelectMany(MachinePaths));

    [Fact]
    public void A_path_of_a_machine_is_found()
    {
        Assert.NotEmpty(MachinePaths(Sources.Of("README.md", "see /" + "home/someone/kundli")));
        Assert.NotEmpty(MachinePaths(Sources.Of("a.cs", "\"C:" + "\\\\Users\\\\me\"")));
        Assert.Empty(MachinePaths(Sources.Of("README.md", "see https://example.org/home/page and functions/Worker")));
    }

    private static IEnumerable<string> EmptyNames(IEnumerable<Source> sources) =>
        from source in sources
        let types = source.Tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text)
        from name in source.Path.Split('/')[..^1].Concat(types).Distinct(StringComparer.Ordinal)
        where Empty().IsMatch(name)
        select $"{source}: {name}";

    private static IEnumerable<string> StrayNamespaces(IEnumerable<Source> sources) =>
        from source in sources
        where !Tools.Contains(source.Room)
        from space in source.Tree.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        let folder = "Kundli." + string.Join('.', source.Path.Split('/')[1..^1])
        where space.Name.ToString() != folder
        select $"{source}: {space.Name}";

    private static IEnumerable<Source> TextFiles() =>
        new[] { "*.cs", "*.csproj", "*.props", "*.json", "*.md", "*.sh", "*.yml", "*.bicep", "*.js", "*.ts", "*.tsx", "*.css", "*.html", "*.py" }
            .SelectMany(pattern => Sources.Files(new DirectoryInfo(Repository.Root), pattern))
            .Where(file => new FileInfo(file).Length < 1_000_000)
            .Select(file => Sources.Of(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)));

    private static IEnumerable<string> MachinePaths(Source file) =>
        Machine().Matches(file.Text).Select(match => $"{file}: {match.Value}");

    [GeneratedRegex("^(Common|Shared|Misc)$|(Utils?|Utilities|Helpers?|Manager|Service)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"(?<![\w/.:~-])/(home|root|work|Users)/\w+|\b[A-Z]:\\\\?Users")]
    private static partial Regex Machine();
}
