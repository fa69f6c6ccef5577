using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kundli.Worker.Http;

/// <summary>What takes the place of a wrong member while the others are judged, and how a type is called in an error.</summary>
internal static class StandIn
{
    /// <summary>A value of the type's kind: null where that is allowed, else zero, an empty text, an empty list, or an object of stand-ins.</summary>
    public static JsonNode? For(JsonTypeInfo type, bool nullable, int depthLeft) => type.Kind switch
    {
        _ when nullable || depthLeft == 0 => null,
        JsonTypeInfoKind.Enumerable => new JsonArray(),
        JsonTypeInfoKind.Dictionary => new JsonObject(),
        JsonTypeInfoKind.Object => new JsonObject(Shape.Members(type).Where(Shape.IsRequired).Select(member =>
            KeyValuePair.Create(member.Name, For(Shape.InfoOf(member.PropertyType), Shape.IsNullable(member), depthLeft - 1)))),
        _ when type.Type == typeof(string) => "",
        _ when type.Type.IsEnum => JsonSerializer.SerializeToNode(Enum.GetValues(type.Type).GetValue(0), type),
        _ when type.Type.IsValueType => JsonSerializer.SerializeToNode(Activator.CreateInstance(type.Type), type),
        _ => null,
    };

    /// <summary>The type in words a client understands: <c>a number</c>, <c>one of mean, true</c>.</summary>
    public static string Describe(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "a list",
        _ when type.Type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(type.Type).Select(JsonNamingPolicy.CamelCase.ConvertName)),
        _ => DescribeLeaf(type.Type),
    };

    private static string DescribeLeaf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => "a text",
        TypeCode.Boolean => "true or false",
        TypeCode.Double or TypeCode.Single or TypeCode.Decimal => "a number",
        TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 or TypeCode.Byte or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 => "a whole number",
        _ when type == typeof(DateTimeOffset) => "an instant such as 2026-11-22T06:30:00Z",
        _ when type == typeof(DateOnly) => "a date such as 2026-11-22",
        _ when type == typeof(TimeOnly) => "a time such as 14:30:00",
        _ => "of another kind",
    };
}
