using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Kundli.Worker.Http;

namespace Kundli.Worker.Contract;

/// <summary>
/// JSON schemas of the request and answer records, from the same settings that read and write them. Each record is one component; a record within
/// another is a reference, so that recursive ones end.
/// </summary>
internal sealed class Schemas(Comments comments)
{
    private const string Prefix = "#/components/schemas/";

    private readonly RecordNames _names = new();
    private readonly SortedDictionary<string, JsonNode> _components = new(StringComparer.Ordinal);

    /// <summary>Every component so far, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode> Components => _components;

    /// <summary>The schema of a type: a reference for a record, written out for anything else.</summary>
    public JsonNode Of(Type type)
    {
        var info = Shape.InfoOf(type);
        return info.Kind == JsonTypeInfoKind.Object ? new JsonObject { ["$ref"] = Prefix + NameFor(type) } : Export(info, isRoot: false);
    }

    private string NameFor(Type type)
    {
        var (name, isNew) = _names.For(type);
        if (isNew)
            _components[name] = Export(Shape.InfoOf(type), isRoot: true);
        return name;
    }

    private JsonNode Export(JsonTypeInfo type, bool isRoot) => type.GetJsonSchemaAsNode(new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Transform(context, node, isRoot && context.Path.IsEmpty),
    });

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode node, bool isComponent)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var schema = node as JsonObject ?? [];
        if (type.IsEnum)
            schema["type"] = "string";
        else if (type == typeof(DateTimeOffset))
            schema = new JsonObject { ["type"] = "string", ["format"] = "date-time" };
        if (Shape.InfoOf(type).Kind == JsonTypeInfoKind.Object)
            return isComponent ? Component(context.TypeInfo, schema) : Reference(context, type);
        Describe(context, schema);
        return schema;
    }

    private JsonObject Component(JsonTypeInfo type, JsonObject schema)
    {
        schema["type"] = "object";
        var required = Shape.Members(type).Where(Shape.IsRequired).Select(member => (JsonNode)member.Name).ToArray();
        if (required.Length > 0)
            schema["required"] = new JsonArray(required);
        if (comments.Of(type.Type) is { Length: > 0 } summary)
            schema["description"] = summary;
        if (comments.ExampleOf(type.Type) is { } example)
            schema["examples"] = new JsonArray(JsonNode.Parse(example));
        return schema;
    }

    private JsonObject Reference(JsonSchemaExporterContext context, Type type)
    {
        var reference = new JsonObject { ["$ref"] = Prefix + NameFor(type) };
        var schema = context.PropertyInfo is { } property && Shape.IsNullable(property)
            ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) }
            : reference;
        Describe(context, schema);
        return schema;
    }

    private void Describe(JsonSchemaExporterContext context, JsonObject schema)
    {
        if (context.PropertyInfo is { } property && comments.Of(property) is { Length: > 0 } text)
            schema["description"] = text;
    }
}
