using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kundli.Worker.Http;

/// <summary>A member that does not fit, as the names on the way to it, and what would fit.</summary>
internal sealed record ShapeError(IReadOnlyList<string> Path, string Detail);

/// <summary>
/// Walks JSON along a type and collects every member of a wrong kind, every missing one, and every unknown one under <c>settings</c>. Wrong
/// members are replaced by stand-ins, so that the record's validator can still judge all the others in the same answer.
/// </summary>
internal sealed class Shape
{
    private const string Settings = "settings";

    private readonly List<ShapeError> _errors = [];
    private readonly Stack<string> _path = new();

    private Shape()
    {
    }

    /// <summary>What is wrong; and the JSON with stand-ins for what is, or null when not even the outermost kind fits.</summary>
    public static (IReadOnlyList<ShapeError> Errors, JsonNode? Repaired) Check(JsonElement json, Type type)
    {
        var shape = new Shape();
        var repaired = shape.Walk(json, Json.Options.GetTypeInfo(type), nullable: false, strict: false);
        return (shape._errors, shape._errors.Any(error => error.Path.Count == 0) ? null : repaired);
    }

    private JsonNode? Walk(JsonElement json, JsonTypeInfo type, bool nullable, bool strict)
    {
        if (json.ValueKind == JsonValueKind.Null && nullable)
            return null;
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => WalkObject(json, type, nullable, strict),
            JsonTypeInfoKind.Enumerable when json.ValueKind == JsonValueKind.Array => WalkArray(json, type, strict),
            JsonTypeInfoKind.Dictionary when json.ValueKind == JsonValueKind.Object => WalkDictionary(json, type, strict),
            JsonTypeInfoKind.None => WalkLeaf(json, type, nullable),
            _ => Wrong(type, nullable),
        };
    }

    private JsonNode? WalkObject(JsonElement json, JsonTypeInfo type, bool nullable, bool strict)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Wrong(type, nullable);
        var repaired = new JsonObject();
        foreach (var member in Members(type))
            if (json.TryGetProperty(member.Name, out var value))
                repaired[member.Name] = In(member.Name, () => Walk(value, InfoOf(member.PropertyType), IsNullable(member), strict || member.Name == Settings));
            else if (IsRequired(member))
                repaired[member.Name] = In(member.Name, () => Missing(member));
        if (strict)
            foreach (var unknown in json.EnumerateObject().Where(sent => Members(type).All(member => member.Name != sent.Name)))
                In(unknown.Name, () => Note("is not a known setting."));
        return repaired;
    }

    private JsonArray WalkArray(JsonElement json, JsonTypeInfo type, bool strict)
    {
        var repaired = new JsonArray();
        var index = 0;
        foreach (var item in json.EnumerateArray())
            repaired.Add(In($"{index++}", () => Walk(item, InfoOf(type.ElementType!), nullable: false, strict)));
        return repaired;
    }

    private JsonObject WalkDictionary(JsonElement json, JsonTypeInfo type, bool strict)
    {
        var repaired = new JsonObject();
        foreach (var member in json.EnumerateObject())
            repaired[member.Name] = In(member.Name, () => Walk(member.Value, InfoOf(type.ElementType!), nullable: false, strict));
        return repaired;
    }

    private JsonNode? WalkLeaf(JsonElement json, JsonTypeInfo type, bool nullable)
    {
        try
        {
            return json.ValueKind != JsonValueKind.Null && json.Deserialize(type) is not null ? NodeOf(json) : Wrong(type, nullable);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or OverflowException or ArgumentException)
        {
            return Wrong(type, nullable);
        }
    }

    private JsonNode? Missing(JsonPropertyInfo member)
    {
        Note("is missing.");
        return StandIn.For(InfoOf(member.PropertyType), IsNullable(member), depthLeft: Json.DepthMax);
    }

    private JsonNode? Wrong(JsonTypeInfo type, bool nullable)
    {
        Note($"must be {StandIn.Describe(type)}.");
        return StandIn.For(type, nullable, depthLeft: Json.DepthMax);
    }

    private JsonNode? Note(string detail)
    {
        if (_errors.Count < Limits.FieldErrorsMax)
            _errors.Add(new ShapeError([.. _path.Reverse()], detail));
        return null;
    }

    private JsonNode? In(string name, Func<JsonNode?> walk)
    {
        _path.Push(name);
        var node = walk();
        _path.Pop();
        return node;
    }

    /// <summary>The members that a client may send: those that the record can be made with.</summary>
    public static IEnumerable<JsonPropertyInfo> Members(JsonTypeInfo type) =>
        type.Properties.Where(member => member.Set is not null || member.AssociatedParameter is not null);

    /// <summary>A member that can't be null and has no default value must be sent.</summary>
    public static bool IsRequired(JsonPropertyInfo member) =>
        member.AssociatedParameter is { } parameter ? !parameter.HasDefaultValue && !IsNullable(member) : member.IsRequired;

    public static bool IsNullable(JsonPropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null
        || (!member.PropertyType.IsValueType && (member.AssociatedParameter?.IsNullable ?? member.IsSetNullable));

    public static JsonTypeInfo InfoOf(Type type) => Json.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);

    private static JsonNode? NodeOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(json),
        JsonValueKind.Array => JsonArray.Create(json),
        _ => JsonValue.Create(json),
    };
}
