using System.Text.Json.Nodes;
using Kundli.Features;
using Kundli.Worker.Contract;
using Xunit;

namespace Kundli.Worker.Tests.Contract;

public sealed class SchemasTests
{
    public enum Kind
    {
        FirstOne,
        Second,
    }

    public sealed record Period(string Lord, DateTimeOffset Start, IReadOnlyList<Period> Periods, Period? Parent = null);

    public sealed record Whole(int Number, double? Share, Kind Kind, Money Price, IReadOnlyDictionary<string, Period> Named);

    [Fact]
    public void A_record_is_a_component_and_a_recursive_one_refers_to_itself()
    {
        var schemas = new Schemas(Comments.Beside());
        Assert.Equal("#/components/schemas/Period", schemas.Of(typeof(Period))["$ref"]!.GetValue<string>());
        var period = schemas.Components["Period"];
        Assert.Equal("#/components/schemas/Period", period["properties"]!["periods"]!["items"]!["$ref"]!.GetValue<string>());
        Assert.Equal("#/components/schemas/Period", period["properties"]!["parent"]!["anyOf"]![0]!["$ref"]!.GetValue<string>());
        Assert.Equal("date-time", period["properties"]!["start"]!["format"]!.GetValue<string>());
        Assert.Equal(["lord", "start", "periods"], period["required"]!.AsArray().Select(name => name!.GetValue<string>()));
    }

    [Fact]
    public void Lists_pages_enums_numbers_and_dictionaries_have_their_kinds()
    {
        var schemas = new Schemas(Comments.Beside());
        Assert.Equal("#/components/schemas/PageOfWhole", schemas.Of(typeof(Page<Whole>))["$ref"]!.GetValue<string>());
        var whole = schemas.Components["Whole"]["properties"]!;
        Assert.Equal(("integer", "string", "#/components/schemas/Money"), (Text(whole["number"]!["type"]), Text(whole["kind"]!["type"]), Text(whole["price"]!["$ref"])));
        Assert.Equal(["firstOne", "second"], whole["kind"]!["enum"]!.AsArray().Select(Text));
        Assert.Equal("#/components/schemas/Period", Text(whole["named"]!["additionalProperties"]!["$ref"]));
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
