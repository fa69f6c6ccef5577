using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.LocalHost.Hosting;

/// <summary>Runs a function inside the worker's middleware, with its time limit, in a scope of its own.</summary>
internal sealed class FunctionRunner(IServiceProvider services, TimeSpan timeMax)
{
    /// <summary>What the queue extensions read and write payloads with.</summary>
    public static readonly JsonSerializerOptions PayloadJson = new(JsonSerializerDefaults.Web);

    /// <summary>Runs the function. The result is still a value: whoever called executes it and writes the outputs, in this order.</summary>
    /// <param name="function">The function.</param>
    /// <param name="input">What its trigger brought.</param>
    /// <param name="cancellation">The client went away, or the host stops.</param>
    /// <exception cref="Exception">Whatever the function or its middleware let through: the message counts as failed.</exception>
    public async Task<object?> RunAsync(LocalFunction function, TriggerInput input, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeMax);
        await using var scope = services.CreateAsyncScope();
        var scoped = input.Http?.RequestServices ?? scope.ServiceProvider;
        using var activity = new Activity(function.Name).SetIdFormat(ActivityIdFormat.W3C);
        if (input.TraceParent is { } parent)
            activity.SetParentId(parent);
        activity.Start();
        var invocation = new Invocation(function, scoped, input.Http, input.Data, activity.Id!, input.RetryCount, limit.Token);
        await services.GetRequiredService<WorkerPipeline>().Around(CallAsync)(invocation);
        return invocation.Result.Value;

        async Task CallAsync(FunctionContext context) => invocation.Result.Value = await InvokeAsync(function, context, input);
    }

    private static async Task<object?> InvokeAsync(LocalFunction function, FunctionContext context, TriggerInput input)
    {
        var arguments = function.Method.GetParameters().Select(parameter => Argument(function, parameter, context, input)).ToArray();
        var instance = function.Method.IsStatic ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, function.Method.DeclaringType!);
        try
        {
            var returned = function.Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            return returned switch
            {
                Task task => await ResultAsync(task),
                ValueTask task => await ResultAsync(task.AsTask()),
                { } value when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>) =>
                    await ResultAsync((Task)type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(value, null)!),
                _ => returned,
            };
        }
        finally
        {
            if (instance is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
            else
                (instance as IDisposable)?.Dispose();
        }
    }

    private static async Task<object?> ResultAsync(Task task)
    {
        await task;
        var type = task.GetType();
        // An async method without a value still carries an internal one.
        return type.IsGenericType && type.GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult" ? result.GetValue(task) : null;
    }

    // Parameters are bound by name and type: the trigger's own, the route's and the message's values, the context, the token.
    private static object? Argument(LocalFunction function, ParameterInfo parameter, FunctionContext context, TriggerInput input)
    {
        if (parameter == function.TriggerParameter)
            return input.Http is { } http && parameter.ParameterType == typeof(HttpRequest) ? http.Request : Payload(parameter.ParameterType, input.Payload);
        if (parameter.ParameterType == typeof(CancellationToken))
            return context.CancellationToken;
        if (parameter.ParameterType == typeof(FunctionContext))
            return context;
        if (parameter.ParameterType == typeof(HttpRequest))
            return input.Http?.Request;
        if (input.Data.TryGetValue(parameter.Name!, out var value))
            return parameter.ParameterType.IsInstanceOfType(value) ? value : Convert.ChangeType(value, Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
        return parameter.HasDefaultValue ? parameter.DefaultValue
            : new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable ? null
            : throw new InvalidOperationException($"{function.Name}: nothing to bind to the parameter '{parameter.Name}'.");
    }

    private static object? Payload(Type type, object? payload) => payload switch
    {
        null => null,
        _ when type.IsInstanceOfType(payload) => payload,
        BinaryData data when type == typeof(string) => data.ToString(),
        BinaryData data when type == typeof(byte[]) => data.ToArray(),
        BinaryData data => JsonSerializer.Deserialize(data, type, PayloadJson) ?? throw new JsonException("The message is null."),
        _ => throw new InvalidOperationException($"A {payload.GetType().Name} can't be bound to {type.Name}."),
    };
}

/// <summary>What a trigger brings to a run.</summary>
/// <param name="Payload">The message or the timer's state; null for HTTP.</param>
/// <param name="Data">Values bound to parameters by name: the route's, the message's id and count.</param>
internal sealed record TriggerInput(object? Payload, IReadOnlyDictionary<string, object?> Data)
{
    /// <summary>The request, for HTTP.</summary>
    public HttpContext? Http { get; init; }

    /// <summary>The trace that the work belongs to, W3C form.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Earlier tries of the same message.</summary>
    public int RetryCount { get; init; }
}
