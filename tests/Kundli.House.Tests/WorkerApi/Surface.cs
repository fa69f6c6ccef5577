using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kundli.House.Tests.WorkerApi;

/// <summary>Public types as text: one headline with its attributes, then one line per member, in the notation of <c>Data/official-surface.txt</c>.</summary>
internal static class Surface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(void)] = "void",
    };

    /// <summary>Every public type of the assembly, keyed by namespace and headline.</summary>
    public static IReadOnlyDictionary<string, SurfaceType> Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    public static IReadOnlyDictionary<string, SurfaceType> Of(IEnumerable<Type> types) =>
        types.Select(type => new SurfaceType($"{type.Namespace}: {Headline(type)}", [.. Attributes(type)], [.. Members(type)])).ToDictionary(type => type.Headline);

    /// <summary>Reads the notation back.</summary>
    public static IReadOnlyDictionary<string, SurfaceType> Parse(IEnumerable<string> lines)
    {
        var types = new Dictionary<string, SurfaceType>(StringComparer.Ordinal);
        var (space, headline, attributes, members) = ("", "", new List<string>(), new List<string>());
        foreach (var line in lines.Append("namespace end"))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                if (headline.Length > 0)
                    types.Add($"{space}: {headline}", new($"{space}: {headline}", attributes, members));
                (space, headline, attributes, members) = (line["namespace ".Length..], "", [], []);
            }
            else if (line.StartsWith("    ", StringComparison.Ordinal))
                members.Add(line.Split("   [")[0].Trim().Length == 0 ? line.Trim() : line.TrimStart().Split("   [")[0]);
            else if (line.StartsWith("  [", StringComparison.Ordinal))
                attributes.Add(line.Trim());
            else if (line.StartsWith("  ", StringComparison.Ordinal))
                headline = line.Trim();
        }
        return types;
    }

    private static string Headline(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
            return $"public delegate {Signature(type.GetMethod("Invoke")!, Name(type))}";
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class" : "class";
        var above = type.IsEnum ? [] : type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Where(face => face.IsPublic).Select(Name);
        if (type.BaseType is { } parent && parent != typeof(object) && !type.IsEnum)
            above = above.Prepend(Name(parent));
        var list = string.Join(", ", above);
        return $"public {kind} {Name(type)}{(list.Length == 0 ? "" : $" : {list}")}";
    }

    private static IEnumerable<string> Attributes(Type type)
    {
        foreach (var data in type.GetCustomAttributesData().Where(data => data.AttributeType.IsPublic && data.AttributeType.Namespace?.StartsWith("System.Runtime", StringComparison.Ordinal) == false))
        {
            var name = data.AttributeType.Name[..^"Attribute".Length];
            if (data.AttributeType == typeof(AttributeUsageAttribute))
                yield return $"[{name}({Targets((AttributeTargets)data.ConstructorArguments[0].Value!)}{string.Concat(data.NamedArguments.Select(argument => $", {argument.MemberName} = {argument.TypedValue.Value}"))})]";
            else if (data.ConstructorArguments is [{ Value: IReadOnlyCollection<CustomAttributeTypedArgument> items }])
                yield return $"[{name}(new String[{items.Count}] {{ {string.Join(", ", items.Select(item => $"\"{item.Value}\""))} }})]";
            else if (data.AttributeType != typeof(System.Reflection.DefaultMemberAttribute))
                yield return $"[{name}]";
        }
    }

    private static string Targets(AttributeTargets targets) => targets.ToString().Replace(", ", " | ", StringComparison.Ordinal);

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt32(Enum.Parse(type, name))}");
        if (type.IsSubclassOf(typeof(Delegate)))
            return [];
        var constructors = type.GetConstructors(Declared).Where(IsSeen).Where(method => !method.IsStatic)
            .Select(method => $"{Access(method)}{Name(type).Split('<')[0]}({Parameters(method)})");
        var properties = type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsSeen)).Select(Property);
        var fields = type.GetFields(Declared).Where(field => field.IsPublic).Select(field => $"public field {field.Name}");
        var events = type.GetEvents(Declared).Where(item => item.AddMethod is { } add && IsSeen(add)).Select(item => $"public event {item.Name}");
        var methods = type.GetMethods(Declared).Where(method => IsSeen(method) && !method.IsSpecialName).Select(method => $"{Access(method)}{Signature(method, method.Name)}");
        return constructors.Concat(properties).Concat(fields).Concat(events).Concat(methods);
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "public " : "protected ") + (method.IsStatic ? "static " : method.IsAbstract ? "abstract "
            : method is MethodInfo info && info.GetBaseDefinition() != info ? "override " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static string Property(PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsSeen(getter) ? "get; " : "";
        var set = property.SetMethod is { } setter && IsSeen(setter) ? setter.IsFamily && property.GetMethod?.IsPublic == true ? "protected set; " : "set; " : "";
        return $"{Access(property.GetMethod ?? property.SetMethod!)}{Type(property.PropertyType, new NullabilityInfoContext().Create(property).ReadState)} {property.Name} {{ {get}{set}}}";
    }

    private static string Signature(MethodInfo method, string name)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var returns = Type(method.ReturnType, new NullabilityInfoContext().Create(method.ReturnParameter).ReadState);
        return $"{returns} {name}{generic}({Parameters(method)}){string.Concat(method.GetGenericArguments().Select(Constraint))}";
    }

    private static string Constraint(Type parameter)
    {
        var kinds = parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>();
        var all = kinds.Concat(parameter.GetGenericParameterConstraints().Select(Name)).ToList();
        return all.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", all)}";
    }

    private static string Parameters(MethodBase method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute));
        return string.Join(", ", method.GetParameters().Select(parameter =>
            (extends && parameter.Position == 0 ? "this " : "")
            + (parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "")
            + $"{Type(parameter.ParameterType, new NullabilityInfoContext().Create(parameter).WriteState)} {parameter.Name}"
            + (parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : "")));
    }

    private static string Type(Type type, NullabilityState state) => Name(type) + (state == NullabilityState.Nullable && Nullable.GetUnderlyingType(type) is null ? "?" : "");

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return $"{Name(inner)}?";
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}

/// <summary>One public type.</summary>
internal sealed record SurfaceType(string Headline, IReadOnlyList<string> Attributes, IReadOnlyList<string> Members);
