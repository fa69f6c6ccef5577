using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.OpenApi;

namespace Kundli.Worker.Contract;

/// <summary>One function as an OpenAPI operation.</summary>
internal sealed partial class Operations(OpenApiDocument document, Comments comments, IReadOnlyDictionary<Type, JsonNode> shapes)
{
    private const string Problems = "application/problem+json";

    /// <summary>The route without the constraints that only the router understands.</summary>
    public static string PathOf(Route route) => Constraint().Replace(route.Path, "{${name}}");

    /// <summary>Every type that the function's declarations name.</summary>
    public static IEnumerable<Type> TypesOf(Route route) =>
        route.AllDeclared<AnswersAttribute>().Select(answer => answer.Type)
            .Append(route.Declared<TakesAttribute>()?.Type)
            .Concat(QueryOf(route).Select(member => member.PropertyType))
            .OfType<Type>();

    /// <summary>The operation for one of the route's methods.</summary>
    public OpenApiOperation Of(Route route, string method)
    {
        var operation = new OpenApiOperation
        {
            OperationId = char.ToLowerInvariant(route.Function[0]) + route.Function[1..] + (route.Methods.Count > 1 ? char.ToUpperInvariant(method[0]) + method[1..].ToLowerInvariant() : ""),
            Summary = comments.Of(route.Code),
            Tags = new HashSet<OpenApiTagReference> { new(TagOf(route), document) },
            Parameters = [.. PathParameters(route), .. QueryParameters(route), .. HeaderParameters(route)],
            RequestBody = RequestOf(route),
            Responses = ResponsesOf(route),
        };
        if (route.Declared<SignedInAttribute>() is not null)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return operation;
    }

    private static string TagOf(Route route) => route.Code.DeclaringType!.Name.Replace("Functions", "", StringComparison.Ordinal);

    private static IEnumerable<IOpenApiParameter> PathParameters(Route route) =>
        TemplateParser.Parse(route.Path).Parameters.Select(part => new OpenApiParameter
        {
            Name = part.Name!,
            In = ParameterLocation.Path,
            Required = true,
            Schema = new OpenApiSchema { Type = part.InlineConstraints.Any(rule => rule.Constraint is "int" or "long") ? JsonSchemaType.Integer : JsonSchemaType.String },
        });

    private IEnumerable<IOpenApiParameter> QueryParameters(Route route) => QueryOf(route).Select(member => new OpenApiParameter
    {
        Name = member.Name,
        In = ParameterLocation.Query,
        Required = Shape.IsRequired(member),
        Description = comments.Of(member),
        Schema = OpenApi.Parsed(shapes[member.PropertyType], document),
    });

    private static IEnumerable<IOpenApiParameter> HeaderParameters(Route route)
    {
        if (route.Declared<IdempotentAttribute>() is { } idempotent)
            yield return Header("Idempotency-Key", idempotent.Required);
        if (route.Declared<ConditionalAttribute>() is { } conditional)
            yield return Header("If-Match", conditional.Required);
    }

    private static OpenApiParameter Header(string name, bool required) =>
        new() { Name = name, In = ParameterLocation.Header, Required = required, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private OpenApiRequestBody? RequestOf(Route route) => route.Declared<TakesAttribute>() is { } takes
        ? new OpenApiRequestBody { Required = !takes.Optional, Content = ContentOf(takes.ContentType, takes.Type) }
        : null;

    private OpenApiResponses ResponsesOf(Route route)
    {
        var responses = new OpenApiResponses();
        foreach (var answers in route.AllDeclared<AnswersAttribute>().GroupBy(answer => answer.Status).OrderBy(group => group.Key))
            responses[$"{answers.Key}"] = new OpenApiResponse
            {
                Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(answers.Key),
                Content = answers.Where(answer => answer.Type is not null).SelectMany(answer => ContentOf(answer.ContentType, answer.Type!)).ToDictionary(StringComparer.Ordinal),
            };
        foreach (var failures in FailuresOf(route).Distinct(StringComparer.Ordinal).GroupBy(ProblemTable.StatusOf).OrderBy(group => group.Key))
            responses.TryAdd($"{failures.Key}", Failure(string.Join(", ", failures.Order(StringComparer.Ordinal))));
        responses["default"] = Failure("Any other problem.");
        return responses;
    }

    private static IEnumerable<string> FailuresOf(Route route)
    {
        IEnumerable<string> named = route.Declared<FailsAttribute>()?.Problems ?? [];
        if (route.Declared<TakesAttribute>() is not null)
            named = named.Concat(["body-too-large", "invalid-input", "malformed-json", "unsupported-media-type"]);
        if (route.Declared<AsksAttribute>() is not null)
            named = named.Append("invalid-input");
        if (route.Declared<SignedInAttribute>() is { } demand)
            named = named.Append("not-signed-in").Concat(demand.Roles.Count > 0 ? ["forbidden"] : []);
        if (route.Declared<IdempotentAttribute>() is { Required: true })
            named = named.Append("idempotency-key-required");
        return named;
    }

    private OpenApiResponse Failure(string description) => new() { Description = description, Content = ContentOf(Problems, typeof(ProblemShape)) };

    private Dictionary<string, IOpenApiMediaType> ContentOf(string contentType, Type type) => new(StringComparer.Ordinal)
    {
        [contentType] = new OpenApiMediaType { Schema = OpenApi.Parsed(shapes[type], document) },
    };

    private static IEnumerable<JsonPropertyInfo> QueryOf(Route route) =>
        route.Declared<AsksAttribute>() is { } asks ? Shape.Members(Shape.InfoOf(asks.Type)) : [];

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();
}
