using System.Reflection;

using Cronos;

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Kundli.LocalHost.Hosting;

/// <summary>One function as its attributes declare it.</summary>
/// <param name="Name">The unique name.</param>
/// <param name="Method">The method that runs.</param>
/// <param name="Trigger">The attribute of its trigger.</param>
/// <param name="TriggerParameter">The parameter that carries it.</param>
/// <param name="Outputs">What it sends after it has run.</param>
internal sealed record LocalFunction(string Name, MethodInfo Method, TriggerBindingAttribute Trigger, ParameterInfo TriggerParameter, IReadOnlyList<Output> Outputs)
{
    /// <summary>The property of the answer that holds the HTTP result, or null where the return value is the result.</summary>
    public PropertyInfo? HttpResult { get; init; }

    /// <summary>Every function of the types, in ordinal order of their names, as Azure matches them.</summary>
    /// <exception cref="InvalidOperationException">A declaration that Azure would refuse or treat differently; all of them are named.</exception>
    public static IReadOnlyList<LocalFunction> In(IEnumerable<Type> types)
    {
        var methods = types
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .ToList();
        var functions = methods.Where(method => TriggersOf(method).Count == 1).Select(Read).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var faults = functions.SelectMany(Faults)
            .Concat(methods.Select(method => (NameOf(method), TriggersOf(method).Count)).Where(item => item.Count != 1).Select(item => $"{item.Item1}: a function has exactly one trigger, this one has {item.Count}."))
            .Concat(functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"{group.Key}: the name is used twice."))
            .ToList();
        return faults.Count == 0 ? functions : throw new InvalidOperationException("These functions would not run on Azure:\n" + string.Join('\n', faults));
    }

    /// <summary>The result type without its task.</summary>
    public static Type ResultOf(MethodInfo method) =>
        method.ReturnType == typeof(Task) || method.ReturnType == typeof(ValueTask) ? typeof(void)
        : method.ReturnType.IsGenericType && (method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>) || method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? method.ReturnType.GetGenericArguments()[0]
            : method.ReturnType;

    private static LocalFunction Read(MethodInfo method)
    {
        var trigger = TriggersOf(method).Single();
        var result = ResultOf(method);
        var outputs = method.GetCustomAttributes<OutputBindingAttribute>().Select(binding => new Output("$return", binding, null))
            .Concat(result.GetProperties().Select(property => (property, binding: property.GetCustomAttribute<OutputBindingAttribute>()))
                .Where(item => item.binding is not null and not HttpResultAttribute)
                .Select(item => new Output(item.property.Name, item.binding!, item.property)));
        return new(NameOf(method), method, trigger.GetCustomAttribute<TriggerBindingAttribute>()!, trigger, [.. outputs])
        {
            HttpResult = result.GetProperties().FirstOrDefault(property => property.GetCustomAttribute<HttpResultAttribute>() is not null),
        };
    }

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static List<ParameterInfo> TriggersOf(MethodInfo method) =>
        [.. method.GetParameters().Where(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null)];

    private static IEnumerable<string> Faults(LocalFunction function)
    {
        if (function.Method.ReturnType == typeof(void) && function.Method.GetCustomAttribute<System.Runtime.CompilerServices.AsyncStateMachineAttribute>() is not null)
            yield return $"{function.Name}: async void is not awaited.";
        if (function.Method.GetCustomAttribute<RetryAttribute>() is not null && function.Trigger is not TimerTriggerAttribute)
            yield return $"{function.Name}: a retry policy is allowed on timers only.";
        if (function.Method.DeclaringType is not { IsVisible: true })
            yield return $"{function.Name}: its class is not public, so Azure would not find it.";
        if (function.Trigger is TimerTriggerAttribute timer && !CronExpression.TryParse(timer.Schedule, CronFormat.IncludeSeconds, out _))
            yield return $"{function.Name}: '{timer.Schedule}' is not a schedule of six fields.";
        if (function.Trigger is not HttpTriggerAttribute http)
            yield break;
        if (http.Route?.Contains('%', StringComparison.Ordinal) == true)
            yield return $"{function.Name}: a route can't hold a setting (%...%).";
        if (function.TriggerParameter.ParameterType != typeof(HttpRequest))
            yield return $"{function.Name}: an HTTP function takes an HttpRequest, not {function.TriggerParameter.ParameterType.Name}.";
        var answer = function.HttpResult?.PropertyType ?? ResultOf(function.Method);
        if (answer != typeof(void) && !typeof(IResult).IsAssignableFrom(answer))
            yield return $"{function.Name}: an HTTP function answers an IResult, not {answer.Name}.";
        if (function.Outputs.Count > 0 && function.HttpResult is null)
            yield return $"{function.Name}: with an output binding beside it the HTTP result is marked [HttpResult].";
    }
}

/// <summary>One output binding.</summary>
/// <param name="Name">The property, or <c>$return</c>.</param>
/// <param name="Binding">Where it goes.</param>
/// <param name="Property">Where its value is read from; null for the return value itself.</param>
internal sealed record Output(string Name, OutputBindingAttribute Binding, PropertyInfo? Property);
