using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using Kundli.LocalHost.Hosting;
using Kundli.Testing;

using Xunit;

namespace Kundli.LocalHost.Tests.Hosting;

/// <summary>The functions of the product in the metadata form that the official build writes. What is expected is written by hand.</summary>
public sealed class ProductMetadataTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly IReadOnlyList<LocalFunction> Functions = LocalFunction.In(typeof(Worker.Program).Assembly.GetTypes());

    [Theory]
    [InlineData("PreviewChart", """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","methods":["post"],"route":"api/v1/charts/preview"}""",
        """{"name":"$return","type":"http","direction":"Out"}""")]
    [InlineData("CheckoutsCreate", """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","methods":["post"],"route":"api/v1/checkouts"}""",
        """{"name":"Fulfil","type":"serviceBus","direction":"Out","queueOrTopicName":"order-fulfilment","entityType":"Queue","connection":"ServiceBus"}""",
        """{"name":"Answer","type":"http","direction":"Out"}""")]
    [InlineData("SubmitPhotos", """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","methods":["post"],"route":"api/v1/plants/identifications"}""",
        """{"name":"Message","type":"queue","direction":"Out","queueName":"plant-analysis","connection":"Storage"}""",
        """{"name":"Result","type":"http","direction":"Out"}""")]
    [InlineData("AnalysePhotos", """{"name":"message","type":"queueTrigger","direction":"In","queueName":"plant-analysis","connection":"Storage"}""")]
    [InlineData("AnalysePhotosAgain", """{"name":"message","type":"queueTrigger","direction":"In","queueName":"plant-analysis-poison","connection":"Storage"}""")]
    [InlineData("FulfilOrder", """{"name":"message","type":"serviceBusTrigger","direction":"In","queueName":"order-fulfilment","connection":"ServiceBus","cardinality":"One"}""")]
    [InlineData("RedriveDue", """{"name":"timer","type":"timerTrigger","direction":"In","schedule":"*/5 * * * * *"}""")]
    public void A_function_of_the_product_has_the_bindings_that_azure_shall_see(string name, params string[] expected) =>
        Assert.Equal(expected, Bindings(Functions.Single(function => function.Name == name)));

    [Fact]
    public void Every_function_and_its_connection_stand_in_the_table()
    {
        var rows = Functions.Select(function => (function.Name, Bindings: BindingMetadataJson.Of(function))).Select(function => $"| {function.Name} | {Trigger(function.Bindings[0])} | {Outputs(function.Bindings)} | {Connections(function.Bindings)} |");

        ApprovedBlock.Check(Repository.At("infra", "README.md"), "functions", ["| function | runs on | sends to | connections |", "|---|---|---|---|", .. rows]);
    }

    private static IEnumerable<string> Bindings(LocalFunction function) => BindingMetadataJson.Of(function).Select(binding => binding.ToJsonString(Plain));

    private static string Trigger(JsonObject trigger) => (string)trigger["type"]! switch
    {
        "httpTrigger" => $"`{string.Join(' ', trigger["methods"]?.AsArray().Select(method => ((string)method!).ToUpperInvariant()) ?? ["*"])} /{trigger["route"]}`",
        "timerTrigger" => $"timer `{trigger["schedule"]}`",
        "queueTrigger" => $"storage queue `{trigger["queueName"]}`",
        "serviceBusTrigger" => $"Service Bus queue `{trigger["queueName"]}`",
        var other => other,
    };

    private static string Outputs(IEnumerable<JsonObject> bindings) => string.Join(", ", bindings.Where(binding => (string)binding["direction"]! == "Out" && (string)binding["type"]! != "http")
        .Select(binding => $"`{binding["queueName"] ?? binding["queueOrTopicName"]}`"));

    private static string Connections(IEnumerable<JsonObject> bindings) =>
        string.Join(", ", bindings.Select(binding => (string?)binding["connection"]).OfType<string>().Distinct(StringComparer.Ordinal).Select(connection => $"`{connection}`"));
}
