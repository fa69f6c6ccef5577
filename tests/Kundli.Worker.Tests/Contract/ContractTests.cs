using System.Text;
using System.Text.Json;
using Kundli.Testing;
using Kundli.Worker.Contract;
using Kundli.Worker.Http;
using Xunit;

namespace Kundli.Worker.Tests.Contract;

/// <summary>
/// The contract as text, so that a change of it is a line in a review. After an intended change run the tests once with
/// <c>KUNDLI_APPROVE=1</c> in the environment and commit the file.
/// </summary>
public sealed class ContractTests
{
    private static readonly string Approved = Repository.At("tests", "Kundli.Worker.Tests", "Contract.approved.txt");

    [Fact]
    public void The_contract_is_the_approved_one()
    {
        var actual = Text();
        if (Environment.GetEnvironmentVariable("KUNDLI_APPROVE") == "1")
            File.WriteAllText(Approved, actual);
        var lines = File.ReadAllLines(Approved);
        var changes = lines.Except(actual.Split('\n')).Select(line => "- " + line).Concat(actual.Split('\n').Except(lines).Select(line => "+ " + line)).ToList();
        Assert.True(changes.Count == 0, $"The contract changed; if that is meant, run once with KUNDLI_APPROVE=1.\n{string.Join('\n', changes)}");
    }

    private static string Text()
    {
        var routes = RouteTable.Of(typeof(RouteTable).Assembly);
        var text = new StringBuilder();
        foreach (var route in routes.All.OrderBy(route => route.Path, StringComparer.Ordinal).ThenBy(route => route.Function, StringComparer.Ordinal))
            text.Append(Line(route));
        text.Append('\n');
        foreach (var schema in JsonDocument.Parse(new OpenApi(routes).Json).RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject())
            text.Append($"{schema.Name} {Shape(schema.Value)}\n");
        return text.ToString();
    }

    private static string Line(Route route)
    {
        var verbs = route.Methods.Count == 0 ? "*" : string.Join(',', route.Methods);
        var text = new StringBuilder($"{verbs} /{route.Path} · {route.Function} · {route.Level.ToString().ToLowerInvariant()}");
        if (route.Declared<SignedInAttribute>() is { } signedIn)
            text.Append(" · signed in").Append(signedIn.Roles.Count > 0 ? $" as {string.Join(" or ", signedIn.Roles)}" : "");
        if (route.Declared<TakesAttribute>() is { } takes)
            text.Append($"\n  takes {Name(takes.Type)}{(takes.ContentType == "application/json" ? "" : $" as {takes.ContentType}")}");
        if (route.Declared<AsksAttribute>() is { } asks)
            text.Append($"\n  asks {string.Join(", ", Kundli.Worker.Http.Shape.Members(Json.Options.GetTypeInfo(asks.Type)).Select(member => $"{member.Name}: {Name(member.PropertyType)}"))}");
        foreach (var answer in route.AllDeclared<AnswersAttribute>().OrderBy(answer => answer.Status))
            text.Append($"\n  {answer.Status} {(answer.Type is null ? "" : Name(answer.Type))}{(answer.ContentType == "application/json" ? "" : $" as {answer.ContentType}")}".TrimEnd(' '));
        foreach (var problem in (route.Declared<FailsAttribute>()?.Problems ?? []).Order(StringComparer.Ordinal))
            text.Append($"\n  {ProblemTable.StatusOf(problem)} {problem}");
        return text.Append('\n').ToString();
    }

    private static string Name(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Name(inner) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;

    private static string Shape(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return "any";
        if (schema.TryGetProperty("$ref", out var reference))
            return reference.GetString()!.Split('/')[^1];
        if (schema.TryGetProperty("anyOf", out var any))
            return string.Join(" | ", any.EnumerateArray().Select(Shape));
        if (schema.TryGetProperty("enum", out var names))
            return string.Join(" | ", names.EnumerateArray().Select(name => name.ToString()));
        var type = !schema.TryGetProperty("type", out var kind) ? "any" : kind.ValueKind == JsonValueKind.Array ? string.Join(" | ", kind.EnumerateArray()) : kind.GetString()!;
        if (schema.TryGetProperty("properties", out var members))
            return $"{{ {string.Join(", ", members.EnumerateObject().Select(member => $"{member.Name}{(IsRequired(schema, member.Name) ? "" : "?")}: {Shape(member.Value)}"))} }}";
        if (schema.TryGetProperty("items", out var items))
            return $"[{Shape(items)}]";
        return schema.TryGetProperty("additionalProperties", out var values) ? $"{{ *: {Shape(values)} }}" : schema.TryGetProperty("format", out var format) ? format.GetString()! : type;
    }

    private static bool IsRequired(JsonElement schema, string member) =>
        schema.TryGetProperty("required", out var required) && required.EnumerateArray().Any(name => name.GetString() == member);
}
