using System.Collections;
using System.Text.Json;

using Microsoft.Azure.Functions.Worker;

namespace Kundli.LocalHost.Hosting;

/// <summary>
/// Writes what a function put into its output bindings, after the HTTP result has been executed: as on Azure, the client may know the answer
/// before the message exists.
/// </summary>
internal sealed class OutputWriter(QueueAccess queues)
{
    /// <summary>Sends every output of a result: nothing for null, one message for a value, one each for a list.</summary>
    public async Task WriteAsync(LocalFunction function, object? result, CancellationToken cancellation)
    {
        if (result is null)
            return;
        foreach (var output in function.Outputs)
        {
            var value = output.Property is null ? result : output.Property.GetValue(result);
            foreach (var message in Messages(value))
                await queues.SendAsync(QueueOf(output), message, cancellation);
        }
    }

    private static string QueueOf(Output output) => output.Binding switch
    {
        QueueOutputAttribute queue => queue.QueueName,
        ServiceBusOutputAttribute bus => bus.QueueOrTopicName,
        var other => throw new InvalidOperationException($"No local host for {other.GetType().Name}."),
    };

    private static IEnumerable<string> Messages(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable list => list.Cast<object?>().Where(item => item is not null).SelectMany(Messages),
        _ => [JsonSerializer.Serialize(value, value.GetType(), FunctionRunner.PayloadJson)],
    };
}
