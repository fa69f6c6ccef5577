using System.Reflection;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Kundli.House.Tests;

/// <summary>The rules of the platform, whose own analyzers don't run on the local build.</summary>
public sealed class FunctionTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions = In(typeof(RouteTable).Assembly.GetTypes());

    [Fact]
    public void There_are_functions() => Assert.NotEmpty(Functions);

    [Fact]
    public void The_functions_keep_the_rules_of_the_platform() => Offenders.None(Offences(Functions));

    [Theory]
    [InlineData(typeof(RetryOnQueue), "AZFW0012")]
    [InlineData(typeof(SameName), "AZFW0017")]
    [InlineData(typeof(ManyOutputs), "AZFW0015")]
    [InlineData(typeof(AsyncVoid), "AZFW0002")]
    [InlineData(typeof(NoLevel), "level")]
    [InlineData(typeof(Nested), "nested")]
    [InlineData(typeof(Generic<>), "generic")]
    [InlineData(typeof(PercentRoute), "route")]
    [InlineData(typeof(SlashRoute), "route")]
    [InlineData(typeof(RootWildcard), "route")]
    [InlineData(typeof(PocoAnswer), "IResult")]
    [InlineData(typeof(NotPublic), "public")]
    public void An_offence_is_found(Type type, string rule) => Assert.Contains(Offences(In([type])), offence => offence.Contains(rule, StringComparison.Ordinal));

    private static IReadOnlyList<MethodInfo> In(IEnumerable<Type> types) =>
        [.. types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)).Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)];

    private static IEnumerable<string> Offences(IReadOnlyList<MethodInfo> functions) =>
        functions.SelectMany(method => ClassOffences(method).Concat(MethodOffences(method)).Concat(HttpOffences(method)).Select(offence => $"{method.DeclaringType!.Name}.{method.Name}: {offence}"))
            .Concat(functions.GroupBy(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => $"AZFW0017: {group.Key} is the name of {group.Count()} functions"));

    private static IEnumerable<string> ClassOffences(MethodInfo method)
    {
        var type = method.DeclaringType!;
        if (type.IsNested)
            yield return "nested class";
        if (type.IsGenericType)
            yield return "generic class";
        if (!(type.IsNested ? type.IsNestedPublic : type.IsPublic) || !method.IsPublic)
            yield return "not public";
    }

    private static IEnumerable<string> MethodOffences(MethodInfo method)
    {
        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<System.Runtime.CompilerServices.AsyncStateMachineAttribute>() is not null)
            yield return "AZFW0002: async void";
        var triggers = method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>()).ToList();
        if (triggers.Count != 1)
            yield return $"{triggers.Count} triggers";
        if (method.GetCustomAttribute<RetryAttribute>() is not null && triggers.Any(trigger => trigger is not TimerTriggerAttribute))
            yield return "AZFW0012: retry is for timers";
    }

    private static IEnumerable<string> HttpOffences(MethodInfo method)
    {
        var parameter = method.GetParameters().FirstOrDefault(candidate => candidate.GetCustomAttribute<HttpTriggerAttribute>() is not null);
        if (parameter is null)
            yield break;
        if (!StatesLevel(parameter))
            yield return "states no authorization level";
        var route = parameter.GetCustomAttribute<HttpTriggerAttribute>()!.Route;
        if (route is null || route.StartsWith('/') || route.Contains('%', StringComparison.Ordinal) || route.StartsWith("{*", StringComparison.Ordinal))
            yield return $"route '{route}'";
        var answer = Answer(method);
        if (!typeof(IResult).IsAssignableFrom(answer) && !answer.GetProperties().Any(HasResult))
            yield return answer.GetProperties().Any(IsOutput) ? "AZFW0015: several outputs without [HttpResult]" : $"answers {answer.Name}, not IResult";
    }

    private static bool StatesLevel(ParameterInfo parameter) =>
        parameter.GetCustomAttributesData().Single(data => data.AttributeType == typeof(HttpTriggerAttribute)).ConstructorArguments.Any(argument => argument.ArgumentType == typeof(AuthorizationLevel));

    private static Type Answer(MethodInfo method) =>
        method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() is var definition && (definition == typeof(Task<>) || definition == typeof(ValueTask<>)) ? method.ReturnType.GetGenericArguments()[0] : method.ReturnType;

    private static bool HasResult(PropertyInfo property) => property.GetCustomAttribute<HttpResultAttribute>() is not null && typeof(IResult).IsAssignableFrom(property.PropertyType);

    private static bool IsOutput(PropertyInfo property) => property.GetCustomAttribute<OutputBindingAttribute>() is not null;

    public sealed class Nested
    {
        [Function("Nested")]
        public static void Run([QueueTrigger("q")] string message) => _ = message;
    }
}
