using System.Text.Json;
using FluentValidation;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Validation;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Kundli.Features;

namespace Kundli.Worker.Graph;

/// <summary>A query of the graph, as GraphQL over HTTP sends it.</summary>
/// <param name="Query">The text.</param>
/// <param name="OperationName">Which operation of the text, where it has several.</param>
/// <param name="Variables">Values by name, an object.</param>
internal sealed record GraphRequest(string Query, string? OperationName = null, JsonElement? Variables = null);

/// <summary>The rules of a query.</summary>
internal sealed class GraphRequestRules : AbstractValidator<GraphRequest>
{
    public GraphRequestRules()
    {
        RuleFor(request => request.Query).NotEmpty().WithMessage("must not be empty.");
        RuleFor(request => request.Query).MaximumLength(GraphLimits.QueryLengthMax).WithMessage($"has at most {GraphLimits.QueryLengthMax} characters.");
        RuleFor(request => request.Variables).Must(variables => variables!.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null).When(request => request.Variables is not null)
            .WithMessage("must be an object.");
    }
}

/// <summary>A query's answer as bytes.</summary>
/// <param name="Json">The answer.</param>
/// <param name="Executed">False where the query was refused before anything was asked: its text is wrong, or it asks for too much.</param>
internal sealed record GraphResult(byte[] Json, bool Executed);

/// <summary>Judges a query by the schema and its limits, then answers it.</summary>
public sealed class RunGraph
{
    private readonly IDocumentExecuter _executer = new DocumentExecuter(new BoundedText(), new DocumentValidator());
    private readonly GraphQLSerializer _serializer;
    private readonly GraphSchema _schema;
    private readonly GraphQL.Validation.IValidationRule[] _rules =
    [
        .. DocumentValidator.CoreRules, new NoSaleFromFear(), new AffordableQuery(),
    ];

    internal RunGraph(GraphSchema schema) => (_schema, _serializer) = (schema, new(options => options.Encoder = Http.Json.Options.Encoder, new GraphErrors(schema)));

    /// <summary>The answer to a query. Expected failures of a field are errors of the answer; a world that is down throws, as everywhere.</summary>
    internal async Task<GraphResult> RunAsync(GraphRequest request, Caller caller, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(GraphLimits.Patience);
        using var call = new GraphCall(caller);
        var result = await _executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = _schema.Schema,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables is { ValueKind: JsonValueKind.Object } variables ? _serializer.ReadNode<Inputs>(variables) : Inputs.Empty,
            UserContext = call,
            ValidationRules = _rules,
            ThrowOnUnhandledException = true,
            CancellationToken = patience.Token,
        });
        using var json = new MemoryStream();
        await _serializer.WriteAsync(json, result, cancellation);
        return new GraphResult(json.ToArray(), result.Executed);
    }

    /// <summary>Reads the text of a query; what is nested too deeply is the asker's error, which the library takes for ours.</summary>
    private sealed class BoundedText : IDocumentBuilder
    {
        private readonly GraphQLDocumentBuilder _reader = new() { MaxDepth = GraphLimits.NestingMax };

        public GraphQLDocument Build(string body)
        {
            try
            {
                return _reader.Build(body);
            }
            catch (GraphQLMaxDepthExceededException tooDeep)
            {
                throw new TooDeepError($"The query is nested more than {GraphLimits.NestingMax} levels deep.", tooDeep);
            }
        }
    }
}
