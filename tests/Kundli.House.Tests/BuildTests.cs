using System.Xml.Linq;
using Kundli.Testing;

namespace Kundli.House.Tests;

/// <summary>Azure's build and the local one are two projects over the same sources; what one gets, the other gets.</summary>
public sealed class BuildTests
{
    private static readonly string[] Official = ["Microsoft.Azure.Functions.Worker", "Azure.Messaging.ServiceBus"];

    [Fact]
    public void Both_worker_projects_have_the_same_rooms_and_packages() => Offenders.None(Differences(Project("Worker"), Project("Worker.Local")));

    [Fact]
    public void A_difference_is_found()
    {
        var cloud = XDocument.Parse("""<Project><ItemGroup><PackageReference Include="FluentValidation" /><PackageReference Include="Microsoft.Azure.Functions.Worker.Sdk" /></ItemGroup></Project>""");
        var local = XDocument.Parse("""<Project><ItemGroup><PackageReference Include="NodaTime" /><ProjectReference Include="../WorkerApi/Kundli.WorkerApi.csproj" /></ItemGroup></Project>""");
        Assert.Equal(["FluentValidation", "NodaTime"], Differences(cloud, local).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_local_build_compiles_every_source_of_the_worker_and_none_of_its_own()
    {
        var compile = Assert.Single(Project("Worker.Local").Descendants("Compile"));
        Assert.Equal("../Worker/**/*.cs", compile.Attribute("Include")!.Value);
        Assert.Equal("Kundli.Worker", Project("Worker.Local").Descendants("RootNamespace").Single().Value);
        Assert.DoesNotContain(Sources.Product, source => source.Room == "Worker.Local");
    }

    [Fact]
    public void The_functions_project_of_Azure_is_not_in_the_solution() =>
        Assert.DoesNotContain("Kundli.Worker.csproj", File.ReadAllText(Repository.At("Kundli.sln")), StringComparison.Ordinal);

    private static XDocument Project(string room) => XDocument.Load(Directory.GetFiles(Repository.At("functions", room), "*.csproj").Single());

    private static IEnumerable<string> Differences(XDocument cloud, XDocument local)
    {
        var (first, second) = (Needs(cloud), Needs(local));
        return first.Except(second).Concat(second.Except(first));
    }

    private static HashSet<string> Needs(XDocument project) =>
        [.. project.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference")
            .Select(element => element.Attribute("Include")!.Value.Split('/')[^1])
            .Where(name => name != "Kundli.WorkerApi.csproj" && !Official.Any(official => name.StartsWith(official, StringComparison.Ordinal)))];
}
