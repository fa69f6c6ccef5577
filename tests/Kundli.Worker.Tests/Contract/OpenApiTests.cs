using System.Text;
using System.Text.Json;
using Kundli.Worker.Contract;
using Kundli.Worker.Http;
using Microsoft.OpenApi;
using Xunit;

namespace Kundli.Worker.Tests.Contract;

public sealed class OpenApiTests
{
    private static readonly RouteTable Routes = RouteTable.Of(typeof(RouteTable).Assembly);
    private static readonly byte[] Json = new OpenApi(Routes).Json;

    [Fact]
    public void The_document_is_valid_OpenAPI_3_1()
    {
        var read = OpenApiDocument.Parse(Encoding.UTF8.GetString(Json), "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic.SpecificationVersion);
    }

    [Fact]
    public void Every_route_and_verb_is_in_the_document_and_nothing_else()
    {
        var paths = JsonDocument.Parse(Json).RootElement.GetProperty("paths");
        var documented = paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(verb => $"{verb.Name.ToUpperInvariant()} {path.Name}"));
        var declared = Routes.Declared.SelectMany(route => route.Methods.Select(verb => $"{verb} /{Operations.PathOf(route)}"));
        Assert.Equal(declared.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_function_has_a_summary_and_declares_an_answer()
    {
        var comments = Comments.Beside(typeof(OpenApi).Assembly);
        Assert.Empty(Routes.Declared.Where(route => string.IsNullOrEmpty(comments.Of(route.Code))).Select(route => route.Function));
        Assert.Empty(Routes.Declared.Where(route => !route.AllDeclared<AnswersAttribute>().Any()).Select(route => route.Function));
    }

    [Fact]
    public void Every_reference_leads_to_a_component()
    {
        var root = JsonDocument.Parse(Json).RootElement;
        var names = root.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => "#/components/schemas/" + schema.Name).ToHashSet(StringComparer.Ordinal);
        var references = References(root).Where(reference => reference.StartsWith("#/components/schemas/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(references);
        Assert.Empty(references.Where(reference => !names.Contains(reference)));
    }

    [Fact]
    public void Named_problems_have_rows()
    {
        Assert.Empty(Routes.All.SelectMany(route => route.Declared<FailsAttribute>()?.Problems ?? []).Where(problem => !ProblemTable.All.ContainsKey(problem)));
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "$ref" ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
