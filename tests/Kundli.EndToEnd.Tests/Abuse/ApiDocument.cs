using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>One operation of <c>/api/openapi.json</c>.</summary>
internal sealed record Operation(ApiDocument Document, string Method, string Path, JsonElement Json)
{
    public IReadOnlyList<string> PathParameters { get; } = [.. Parameters(Json, "path").Select(parameter => parameter.GetProperty("name").GetString()!)];

    public IReadOnlyList<JsonElement> QueryParameters { get; } = [.. Parameters(Json, "query")];

    public bool NeedsSignIn => Json.TryGetProperty("security", out var security) && security.GetArrayLength() > 0;

    public bool TakesKey => Parameters(Json, "header").Any(parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");

    public bool Creates => Method == "POST" && Json.GetProperty("responses").TryGetProperty("201", out _);

    /// <summary>The schema of a JSON body; null where none is taken.</summary>
    public JsonElement? BodySchema => Json.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var content) ? content.GetProperty("schema") : null;

    public bool TakesBody => Json.TryGetProperty("requestBody", out _);

    public string With(Func<string, string> valueOf) => PathParameters.Aggregate(Path, (path, name) => path.Replace($"{{{name}}}", Uri.EscapeDataString(valueOf(name)), StringComparison.Ordinal));

    public override string ToString() => $"{Method} {Path}";

    private static IEnumerable<JsonElement> Parameters(JsonElement operation, string place) =>
        operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == place) : [];
}

/// <summary>The document that the host serves, as the abuse tests read it: a new route is in it by itself.</summary>
internal sealed class ApiDocument
{
    private const int DepthMax = 12;

    private readonly JsonElement _root;

    private ApiDocument(JsonElement root)
    {
        _root = root;
        Operations = [.. from path in root.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Name is "get" or "post" or "put" or "patch" or "delete"
            select new Operation(this, operation.Name.ToUpperInvariant(), path.Name, operation.Value)];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public static async Task<ApiDocument> ReadAsync(HttpClient http) => new(await http.GetFromJsonAsync<JsonElement>("/api/openapi.json"));

    /// <summary>A value of a schema's shape: the shortest that is well-formed.</summary>
    public JsonNode? Example(JsonElement schema, int depth = 0)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return depth > DepthMax ? null : Example(Resolve(reference.GetString()!), depth + 1);
        foreach (var union in new[] { "oneOf", "anyOf", "allOf" })
            if (schema.TryGetProperty(union, out var choices))
                return Example(choices.EnumerateArray().FirstOrDefault(choice => TypeOf(choice) != "null"), depth + 1);
        if (schema.TryGetProperty("enum", out var values))
            return JsonNode.Parse(values.EnumerateArray().First().GetRawText());
        return TypeOf(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => schema.TryGetProperty("items", out var items) ? new JsonArray(Example(items, depth + 1)) : [],
            "integer" or "number" => 1,
            "boolean" => true,
            _ => "text",
        };
    }

    /// <summary>Every member of a schema and of what it holds, by its path within the body.</summary>
    public IEnumerable<(string Path, JsonElement Schema)> Members(JsonElement schema, string path = "", int depth = 0)
    {
        if (depth > DepthMax)
            yield break;
        if (schema.TryGetProperty("$ref", out var reference))
            schema = Resolve(reference.GetString()!);
        var parts = new[] { "oneOf", "anyOf", "allOf" }.Where(union => schema.TryGetProperty(union, out _)).SelectMany(union => schema.GetProperty(union).EnumerateArray()).Select(part => (path, part));
        if (schema.TryGetProperty("items", out var items))
            parts = parts.Append((path, items));
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
            {
                yield return ($"{path}/{property.Name}", property.Value);
                parts = parts.Append(($"{path}/{property.Name}", property.Value));
            }
        foreach (var (inner, part) in parts.ToList())
            foreach (var member in Members(part, inner, depth + 1))
                yield return member;
    }

    private JsonObject Object(JsonElement schema, int depth)
    {
        var required = schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [];
        var made = new JsonObject();
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject().Where(property => required.Contains(property.Name)))
                made[property.Name] = Example(property.Value, depth + 1);
        return made;
    }

    private JsonElement Resolve(string reference) => reference[2..].Split('/').Aggregate(_root, (at, step) => at.GetProperty(step));

    private static string? TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.String ? type.GetString()
        : type.EnumerateArray().Select(entry => entry.GetString()).FirstOrDefault(entry => entry != "null");
}
