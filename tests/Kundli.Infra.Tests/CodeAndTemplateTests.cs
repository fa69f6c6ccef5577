using System.Text.RegularExpressions;

using Kundli.Testing;

using Xunit;

namespace Kundli.Infra.Tests;

/// <summary>The template makes what the code names, and nothing else.</summary>
public sealed class CodeAndTemplateTests
{
    // Read by the platform or the Azure SDKs, not by a line of ours; the suffixes are those of the triggers' connections.
    private static readonly string[] OfThePlatform =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__clientId",
        "AzureWebJobsStorage__credential", "ServiceBus__clientId", "ServiceBus__credential", "ServiceBus__fullyQualifiedNamespace", "Storage__credential", "Storage__queueServiceUri",
    ];

    [Fact]
    public void Every_container_of_the_code_is_made_and_no_other()
    {
        var named = Regex.Matches(Source("functions/Adapters/Documents/Containers.cs"), "public const string \\w+ = \"(\\w+)\"").Select(match => match.Groups[1].Value);
        var made = Regex.Matches(Template("cosmos.bicep"), "\\{ name: '(\\w+)', ttl").Select(match => match.Groups[1].Value);

        Assert.Equal(named.Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_blob_container_and_queue_of_the_code_is_made_and_no_other()
    {
        var adapters = Sources("functions/Adapters");
        var containers = Regex.Matches(adapters, "GetBlobContainerClient\\(\"([a-z-]+)\"").Select(match => match.Groups[1].Value).Append("deployment").Distinct();
        var worker = Sources("functions/Worker");
        var queues = Regex.Matches(worker, "const string (?:Analysis|Import|Report)Queue = \"([a-z-]+)\"").SelectMany(match => new[] { match.Groups[1].Value, match.Groups[1].Value + "-poison" });
        var buses = Regex.Matches(worker, "const string Queue = \"([a-z-]+)\"").Select(match => match.Groups[1].Value);

        Assert.Equal(containers.Order(StringComparer.Ordinal), List("storage.bicep", "containers").Order(StringComparer.Ordinal));
        Assert.Equal(queues.Order(StringComparer.Ordinal), List("storage.bicep", "queues").Order(StringComparer.Ordinal));
        Assert.Equal(buses.Order(StringComparer.Ordinal), List("serviceBus.bicep", "queues").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_app_setting_that_is_set_is_read()
    {
        var set = Regex.Matches(Template("functionApp.bicep"), "(?m)^      ([A-Za-z_0-9]+): ").Select(match => match.Groups[1].Value)
            .Where(name => name.Contains("__", StringComparison.Ordinal) || name is "Documents").Except(OfThePlatform, StringComparer.Ordinal).ToList();
        var code = Sources("functions/Worker") + Sources("functions/Adapters");

        Assert.Contains("Cosmos__endpoint", set);
        Assert.All(set, name => Assert.True(IsRead(code, name), $"No line of the code reads {name}."));
    }

    // By its whole name, or by its last part within the section of its first.
    private static bool IsRead(string code, string name)
    {
        var parts = name.Split("__").Where(part => !int.TryParse(part, out _)).ToArray();
        return code.Contains($"\"{string.Join(':', parts)}\"", StringComparison.Ordinal)
            || (Enumerable.Range(1, parts.Length - 1).Any(count => code.Contains($"GetSection(\"{string.Join(':', parts[..count])}\")", StringComparison.Ordinal)) && code.Contains($"\"{parts[^1]}\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> List(string template, string variable) =>
        Regex.Matches(Regex.Match(Template(template), $"var {variable} = \\[(.*?)\\]").Groups[1].Value, "'([a-z-]+)'").Select(match => match.Groups[1].Value);

    private static string Template(string file) => Source($"infra/modules/{file}");

    private static string Source(string path) => File.ReadAllText(Repository.At(path.Split('/')));

    private static string Sources(string folder) => string.Join('\n', Directory.EnumerateFiles(Repository.At(folder.Split('/')), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));
}
