using System.Text.Json.Nodes;

using Microsoft.Azure.Functions.Worker;

namespace Kundli.LocalHost.Hosting;

/// <summary>A function's bindings in the JSON form that the official build writes into its metadata.</summary>
internal static class BindingMetadataJson
{
    /// <summary>The trigger, then what goes out.</summary>
    public static IReadOnlyList<JsonObject> Of(LocalFunction function)
    {
        var bindings = new List<JsonObject> { Trigger(function) };
        bindings.AddRange(function.Outputs.Select(Out));
        if (function.Trigger is HttpTriggerAttribute)
            bindings.Add(new() { ["name"] = function.HttpResult?.Name ?? "$return", ["type"] = "http", ["direction"] = "Out" });
        return bindings;
    }

    private static JsonObject Trigger(LocalFunction function)
    {
        var name = function.TriggerParameter.Name!;
        var text = function.TriggerParameter.ParameterType == typeof(string) ? "String" : null;
        return function.Trigger switch
        {
            HttpTriggerAttribute http => Binding(name, "httpTrigger", ("authLevel", http.AuthLevel.ToString()), ("methods", Methods(http)), ("route", http.Route)),
            QueueTriggerAttribute queue => Binding(name, "queueTrigger", ("queueName", queue.QueueName), ("connection", queue.Connection), ("dataType", text)),
            ServiceBusTriggerAttribute bus => Binding(name, "serviceBusTrigger", ("queueName", bus.QueueName), ("topicName", bus.TopicName), ("subscriptionName", bus.SubscriptionName),
                ("connection", bus.Connection), ("cardinality", bus.IsBatched ? "Many" : "One"), ("dataType", text)),
            TimerTriggerAttribute timer => Binding(name, "timerTrigger", ("schedule", timer.Schedule)),
            var other => throw new InvalidOperationException($"{function.Name}: no local host for {other.GetType().Name}."),
        };
    }

    private static JsonObject Out(Output output) => output.Binding switch
    {
        QueueOutputAttribute queue => Binding(output.Name, "queue", "Out", ("queueName", queue.QueueName), ("connection", queue.Connection)),
        ServiceBusOutputAttribute bus => Binding(output.Name, "serviceBus", "Out", ("queueOrTopicName", bus.QueueOrTopicName), ("entityType", bus.EntityType.ToString()), ("connection", bus.Connection)),
        var other => throw new InvalidOperationException($"No local host for {other.GetType().Name}."),
    };

    private static JsonArray? Methods(HttpTriggerAttribute http) => http.Methods is null ? null : new JsonArray([.. http.Methods.Select(method => (JsonNode)method)]);

    private static JsonObject Binding(string name, string type, params (string Name, JsonNode? Value)[] members) => Binding(name, type, "In", members);

    private static JsonObject Binding(string name, string type, string direction, params (string Name, JsonNode? Value)[] members)
    {
        var json = new JsonObject { ["name"] = name, ["type"] = type, ["direction"] = direction };
        foreach (var (member, value) in members)
            if (value is not null)
                json[member] = value;
        return json;
    }
}
