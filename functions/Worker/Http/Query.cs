using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using Kundli.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Kundli.Worker.Http;

/// <summary>
/// Reads query parameters into a record, one member per parameter: defaults are the record's own, a list is comma-separated or repeated, and one
/// 422 names every wrong parameter (<c>?limit</c>). Parameters that the record does not know are ignored.
/// </summary>
internal static class Query
{
    /// <summary>The parameters as <typeparamref name="T"/>, checked by its validator if it has one.</summary>
    public static Outcome<T> Read<T>(HttpRequest request)
    {
        if (request.Query.Count > Limits.QueryParametersMax)
            return TransportProblems.MalformedRequest($"At most {Limits.QueryParametersMax} query parameters are taken.");
        var json = new JsonObject();
        foreach (var member in Shape.Members(Json.Options.GetTypeInfo(typeof(T))))
            if (request.Query.TryGetValue(member.Name, out var values) && !StringValues.IsNullOrEmpty(values))
                json[member.Name] = NodeOf(values, Shape.InfoOf(member.PropertyType));
        using var document = JsonDocument.Parse(json.ToJsonString());
        return Reading.Of<T>(document.RootElement, parts => "?" + parts[0]);
    }

    private static JsonNode? NodeOf(StringValues values, JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Enumerable => new JsonArray([.. values.SelectMany(value => value!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Take(Limits.QueryListItemsMax).Select(item => Leaf(item, Shape.InfoOf(type.ElementType!).Type))]),
        // A parameter that stands twice, or that is endless, is of no kind that a single value has.
        _ when values.Count > 1 || values[0]!.Length > Limits.QueryValueLengthMax => new JsonArray(),
        _ => Leaf(values[0]!, type.Type),
    };

    private static JsonNode Leaf(string value, Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => value,
        TypeCode.Boolean when bool.TryParse(value, out var flag) => flag,
        TypeCode.Double or TypeCode.Decimal or TypeCode.Single when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
            decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : number,
        >= TypeCode.SByte and <= TypeCode.UInt64 when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => value,
    };
}

/// <summary>The parameters of a list that has no others.</summary>
/// <param name="Limit">Items of a page.</param>
/// <param name="After">The token that the page before gave.</param>
internal sealed record PageQuery(int Limit = Page.LimitDefault, string? After = null);

/// <summary>The rules that every list shares.</summary>
internal sealed class PageQueryRules : AbstractValidator<PageQuery>
{
    public PageQueryRules() => RuleFor(query => query.Limit).InclusiveBetween(1, Page.LimitMax).WithMessage($"must be from 1 to {Page.LimitMax}.");
}
