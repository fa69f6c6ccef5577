using System.Reflection;
using System.Xml.Linq;
using Kundli.Testing;

namespace Kundli.House.Tests;

/// <summary>Arrows between rooms go downwards only, and a vendor is named in Adapters alone.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Astronomy"] = [],
        ["Jyotish"] = ["Astronomy"],
        ["Features"] = ["Jyotish", "Astronomy"],
        ["Adapters"] = ["Features", "Jyotish", "Astronomy"],
        ["WorkerApi"] = [],
        ["Worker"] = ["Adapters", "Features", "Jyotish", "Astronomy"],
        ["Worker.Local"] = ["WorkerApi", "Adapters", "Features", "Jyotish", "Astronomy"],
        ["LocalHost"] = ["Worker.Local", "WorkerApi", "Adapters", "Features"],
        ["EphemerisCompiler"] = ["Astronomy"],
    };

    /// <summary>What a room may take from a registry; a room that is not listed may take what it needs.</summary>
    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Astronomy"] = [],
        ["Jyotish"] = [],
        ["Features"] = ["FluentValidation", "Microsoft.Extensions.Logging.Abstractions", "NodaTime", "System.Numerics.Tensors"],
        ["WorkerApi"] = [],
    };

    public static TheoryData<string> Rooms => [.. Directory.GetDirectories(Repository.At("functions")).SelectMany(folder => Directory.GetFiles(folder, "*.csproj")).Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_refers_only_to_rooms_below_it_and_takes_only_its_packages(string room) => Offenders.None(Offences(room, Project(room)));

    [Fact]
    public void A_wrong_arrow_a_wrong_package_and_an_unknown_room_are_found()
    {
        var project = XDocument.Parse("""<Project><ItemGroup><ProjectReference Include="../Features/Kundli.Features.csproj" /><PackageReference Include="Azure.Core" /></ItemGroup></Project>""");
        Assert.Equal(["Jyotish → Features", "Jyotish takes Azure.Core"], Offences("Jyotish", project));
        Assert.Equal(["Cellar is not in the map"], Offences("Cellar", project));
    }

    [Theory]
    [InlineData(typeof(Features.Problem), "Features")]
    [InlineData(typeof(Adapters.Outage), "Adapters")]
    [InlineData(typeof(Kundli.Worker.Program), "Worker.Local")]
    public void What_the_compiler_bound_agrees_with_the_map(Type mark, string room) => Offenders.None(BoundOffences(mark.Assembly, room));

    [Fact]
    public void A_bound_reference_upwards_is_found() => Assert.NotEmpty(BoundOffences(typeof(Adapters.Outage).Assembly, "Jyotish"));

    private static XDocument Project(string room) => XDocument.Load(Directory.GetFiles(Repository.At("functions", room), "*.csproj").Single());

    private static IEnumerable<string> Offences(string room, XDocument project)
    {
        if (!Arrows.TryGetValue(room, out var below))
            return [$"{room} is not in the map"];
        var references = Included(project, "ProjectReference").Select(path => path.Split('/', '\\')[^2]).Where(target => !below.Contains(target)).Select(target => $"{room} → {target}");
        var packages = Included(project, "PackageReference").Where(package => Packages.TryGetValue(room, out var allowed) && !allowed.Contains(package)).Select(package => $"{room} takes {package}");
        return references.Concat(packages);
    }

    private static IEnumerable<string> Included(XDocument project, string element) => project.Descendants(element).Select(item => item.Attribute("Include")!.Value);

    private static IEnumerable<string> BoundOffences(Assembly assembly, string room) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("Kundli.", StringComparison.Ordinal))
            .Select(name => name["Kundli.".Length..]).Where(name => !Arrows[room].Contains(name)).Select(name => $"{room} → {name}");
}
