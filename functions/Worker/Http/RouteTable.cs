using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker.Http;

/// <summary>One HTTP function as its attributes declare it.</summary>
/// <param name="Function">Its unique name.</param>
/// <param name="Path">The whole route without a leading slash: <c>api/v1/charts/{id}</c>.</param>
/// <param name="Methods">Upper-case methods; empty for all.</param>
/// <param name="Level">The key that the platform asks for.</param>
/// <param name="Code">Where it is written, with the other declarations.</param>
public sealed record Route(string Function, string Path, IReadOnlyList<string> Methods, AuthorizationLevel Level, MethodInfo Code)
{
    private readonly TemplateMatcher _matcher = new(TemplateParser.Parse(Path), []);

    /// <summary>Whether a path has this route's form.</summary>
    public bool Matches(PathString path) => _matcher.TryMatch(path, []);

    /// <summary>One declaration of the function, or null.</summary>
    public T? Declared<T>()
        where T : Attribute => Code.GetCustomAttribute<T>();

    /// <summary>All declarations of a kind, in the order of their writing.</summary>
    public IEnumerable<T> AllDeclared<T>()
        where T : Attribute => Code.GetCustomAttributes<T>();
}

/// <summary>Every HTTP function of the app, in the order in which the platform matches them: by name.</summary>
public sealed class RouteTable
{
    private const string Fallback = "ZzFallback";

    private readonly Dictionary<string, Route> _byFunction;

    private RouteTable(IEnumerable<Route> routes)
    {
        All = [.. routes.OrderBy(route => route.Function, StringComparer.Ordinal)];
        _byFunction = All.ToDictionary(route => route.Function, StringComparer.Ordinal);
    }

    /// <summary>Every route but the fallback.</summary>
    public IEnumerable<Route> Declared => All.Where(route => route.Function != Fallback);

    /// <summary>Every route.</summary>
    public IReadOnlyList<Route> All { get; }

    /// <summary>Reads the attributes of the functions of an assembly.</summary>
    public static RouteTable Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    /// <summary>Reads the attributes of the functions of some classes.</summary>
    public static RouteTable Of(IEnumerable<Type> types) => new(
        from type in types
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        let trigger = method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(found => found is not null)
        where function is not null && trigger is not null
        select new Route(function.Name, trigger.Route ?? $"api/{function.Name}", [.. (trigger.Methods ?? []).Select(verb => verb.ToUpperInvariant())], trigger.AuthLevel, method));

    /// <summary>The HTTP function of a name, or null when the name is a queue's or a timer's.</summary>
    public Route? Of(string function) => _byFunction.GetValueOrDefault(function);

    /// <summary>The methods that a path knows, in alphabetical order; none when the path is unknown.</summary>
    public IReadOnlyList<string> MethodsAt(PathString path)
    {
        var methods = Declared.Where(route => route.Matches(path)).SelectMany(route => route.Methods).ToHashSet(StringComparer.Ordinal);
        return methods.Count == 0 ? [] : [.. methods.Append("OPTIONS").Order(StringComparer.Ordinal)];
    }
}
