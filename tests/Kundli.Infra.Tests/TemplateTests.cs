using System.Text.Json.Nodes;

using Kundli.Testing;

using Xunit;

namespace Kundli.Infra.Tests;

public sealed class TemplateTests
{
    public static TheoryData<string> Modules => new(ModuleFiles);

    private static IEnumerable<string> ModuleFiles => Directory.GetFiles(Repository.At("infra"), "*.bicep", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.At("infra"), path)).Order(StringComparer.Ordinal);

    [BicepTheory]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    public async Task Every_parameter_file_builds_without_a_word(string parameters)
    {
        var run = await Bicep.BuildParametersAsync(parameters);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
        var template = JsonNode.Parse(JsonNode.Parse(run.Output)!["templateJson"]!.GetValue<string>())!;
        Assert.Contains("subscriptionDeploymentTemplate", template["$schema"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [BicepTheory]
    [MemberData(nameof(Modules))]
    public async Task Every_module_passes_the_linter_without_a_word(string module)
    {
        var run = await Bicep.LintAsync(Repository.At("infra", module));

        Assert.Equal("", run.Errors + run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [BicepTheory]
    [InlineData("dev.bicepparam")]
    [InlineData("prod.bicepparam")]
    public async Task What_a_deployment_would_make_is_what_was_approved(string parameters)
    {
        var run = await Bicep.ValidateSnapshotAsync(parameters);

        Assert.Equal("", run.Errors);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("dev.snapshot.json")]
    [InlineData("prod.snapshot.json")]
    public void Every_service_asks_for_TLS_1_2_and_knows_no_key(string snapshot)
    {
        var resources = Bicep.Resources(snapshot);

        Assert.All(OfType(resources, "Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.Equal("TLS1_2", Text(account, "minimumTlsVersion"));
            Assert.False(Flag(account, "allowSharedKeyAccess"));
            Assert.False(Flag(account, "allowBlobPublicAccess"));
            Assert.True(Flag(account, "supportsHttpsTrafficOnly"));
        });
        Assert.All(OfType(resources, "Microsoft.DocumentDB/databaseAccounts"), account =>
        {
            Assert.Equal("Tls12", Text(account, "minimalTlsVersion"));
            Assert.True(Flag(account, "disableLocalAuth"));
        });
        Assert.All(OfType(resources, "Microsoft.ServiceBus/namespaces"), bus =>
        {
            Assert.Equal("1.2", Text(bus, "minimumTlsVersion"));
            Assert.True(Flag(bus, "disableLocalAuth"));
        });
        Assert.All(OfType(resources, "Microsoft.Insights/components"), component => Assert.True(Flag(component, "DisableLocalAuth")));
        Assert.All(OfType(resources, "Microsoft.KeyVault/vaults"), vault => Assert.True(Flag(vault, "enableRbacAuthorization")));
        Assert.All(OfType(resources, "Microsoft.Web/sites"), app => Assert.True(Flag(app, "httpsOnly")));
    }

    [Fact]
    public void Where_the_network_is_private_no_data_service_answers_the_public_and_each_has_an_endpoint()
    {
        var resources = Bicep.Resources("prod.snapshot.json");
        var data = OfType(resources, "Microsoft.Storage/storageAccounts").Where(account => !Name(account).StartsWith("web", StringComparison.Ordinal))
            .Concat(OfType(resources, "Microsoft.DocumentDB/databaseAccounts"))
            .Concat(OfType(resources, "Microsoft.ServiceBus/namespaces"))
            .Concat(OfType(resources, "Microsoft.KeyVault/vaults")).ToList();

        Assert.Equal(4, data.Count);
        Assert.All(data, service => Assert.Equal("Disabled", Text(service, "publicNetworkAccess")));
        Assert.Equal(7, OfType(resources, "Microsoft.Network/privateEndpoints").Count());
        Assert.Equal(7, OfType(resources, "Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
    }

    [Fact]
    public void A_message_that_gives_up_is_kept_and_somebody_hears_of_it()
    {
        var resources = Bicep.Resources("prod.snapshot.json");

        var queue = Assert.Single(OfType(resources, "Microsoft.ServiceBus/namespaces/queues"));
        Assert.True(Flag(queue, "deadLetteringOnMessageExpiration"));
        Assert.Equal(5, queue["properties"]!["maxDeliveryCount"]!.GetValue<int>());
        Assert.Contains(OfType(resources, "Microsoft.Insights/metricAlerts"), alert => alert.ToJsonString().Contains("DeadletteredMessages", StringComparison.Ordinal));
        Assert.Single(OfType(resources, "Microsoft.Insights/scheduledQueryRules"));
    }

    [Fact]
    public void No_output_and_no_app_setting_carries_a_secret()
    {
        foreach (var snapshot in new[] { "dev.snapshot.json", "prod.snapshot.json" })
        {
            var settings = Assert.Single(OfType(Bicep.Resources(snapshot), "Microsoft.Web/sites/config")).ToJsonString();
            Assert.Contains("ServiceBus__fullyQualifiedNamespace", settings, StringComparison.Ordinal);
            Assert.All(["AccountKey", "SharedAccessKey", "listKeys", "password"], word => Assert.DoesNotContain(word, settings, StringComparison.OrdinalIgnoreCase));
        }
        Assert.All(ModuleFiles.Select(file => File.ReadAllText(Repository.At("infra", file))), source => Assert.DoesNotContain("listKeys", source, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonObject> OfType(IEnumerable<JsonObject> resources, string type) =>
        resources.Where(resource => resource["type"]!.GetValue<string>() == type);

    private static string Name(JsonObject resource) => resource["name"]!.GetValue<string>();

    private static string Text(JsonObject resource, string property) => resource["properties"]![property]!.GetValue<string>();

    private static bool Flag(JsonObject resource, string property) => resource["properties"]![property]!.GetValue<bool>();
}
