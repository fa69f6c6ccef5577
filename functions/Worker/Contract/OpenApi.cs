using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Kundli.Features;
using Kundli.Worker.Http;
using Microsoft.OpenApi;

namespace Kundli.Worker.Contract;

/// <summary>
/// The OpenAPI 3.1 document, made from the functions' own attributes and the records' own shapes. Nothing in it is written by hand, so it can't
/// say what the code doesn't do.
/// </summary>
public sealed class OpenApi(RouteTable routes)
{
    private readonly Lazy<byte[]> _json = new(() => Make(routes));

    /// <summary>The document as UTF-8 JSON; made at the first call.</summary>
    public byte[] Json => _json.Value;

    private static byte[] Make(RouteTable routes)
    {
        var comments = Comments.Beside(typeof(OpenApi).Assembly, typeof(Caller).Assembly);
        var schemas = new Schemas(comments);
        var shapes = Collect(routes, schemas);
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo { Title = "Kundli", Version = "1", Description = "Birth charts with readings, a plant finder, and the shop of the plants of the stars." },
            Components = new OpenApiComponents { Schemas = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) },
            Paths = [],
        };
        document.AddComponent("bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" });
        foreach (var (name, schema) in schemas.Components)
            document.AddComponent<IOpenApiSchema>(name, Parsed(schema, document));
        foreach (var path in routes.Declared.GroupBy(route => "/" + Operations.PathOf(route)).OrderBy(path => path.Key, StringComparer.Ordinal))
            document.Paths[path.Key] = ItemOf(path, new Operations(document, comments, shapes));
        return Written(document);
    }

    private static OpenApiPathItem ItemOf(IEnumerable<Route> routes, Operations operations)
    {
        var item = new OpenApiPathItem();
        foreach (var route in routes)
            foreach (var method in route.Methods)
                item.AddOperation(new HttpMethod(method), operations.Of(route, method));
        return item;
    }

    /// <summary>All schemas are known before the first operation refers to one.</summary>
    private static Dictionary<Type, JsonNode> Collect(RouteTable routes, Schemas schemas) =>
        routes.Declared.SelectMany(Operations.TypesOf).Append(typeof(ProblemShape)).Distinct().ToDictionary(type => type, schemas.Of);

    /// <summary>A schema node as the library's model of it.</summary>
    internal static IOpenApiSchema Parsed(JsonNode schema, OpenApiDocument document) =>
        schema["$ref"] is { } reference && schema.AsObject().Count == 1
            ? new OpenApiSchemaReference(reference.GetValue<string>().Split('/')[^1], document)
            : Microsoft.OpenApi.Reader.OpenApiModelFactory.Parse<OpenApiSchema>(schema.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _)!;

    private static byte[] Written(OpenApiDocument document)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAsV31(new OpenApiJsonWriter(text));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
