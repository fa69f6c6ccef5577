using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using Kundli.Worker.Http;

namespace Kundli.Worker.Graph;

/// <summary>
/// Errors as they are told. A field's is the problem of its verb with every wrong member. A query that breaks a rule of the language gets the rule, the place
/// and the names of the schema that it is about: the library's own sentences repeat what was sent, and that may be anybody's birth.
/// </summary>
internal sealed partial class GraphErrors(GraphSchema schema) : IErrorInfoProvider
{
    private readonly ErrorInfoProvider _library = new(options => options.ExposeExceptionDetails = options.ExposeData = false);
    private readonly Lazy<HashSet<string>> _names = new(() => NamesOf(schema.Schema));

    /// <inheritdoc/>
    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        if (executionError is ProblemError { Problem: var problem })
            return new ErrorInfo { Message = executionError.Message, Extensions = new Dictionary<string, object?> { ["code"] = problem.Name, ["problem"] = ProblemBody.Shown(problem) } };
        var info = _library.GetInfo(executionError);
        if (executionError is ValidationError { Number: null } or TooDeepError)
            return info;
        var about = Quoted().Matches(info.Message).Select(match => match.Groups["name"].Value).Where(_names.Value.Contains).Distinct(StringComparer.Ordinal).ToList();
        info.Message = Sentence(executionError as ValidationError, executionError.Code, about);
        return info;
    }

    private static string Sentence(ValidationError? broken, string? code, List<string> about) =>
        (broken is null ? "The query can't be read" : $"The query breaks rule {broken.Number} of the language") + (code is null ? "" : $" ({code})") + (about.Count == 0 ? "." : $", about {string.Join(", ", about)}.");

    private static HashSet<string> NamesOf(ISchema schema)
    {
        var types = schema.AllTypes.ToList();
        var fields = types.OfType<IComplexGraphType>().SelectMany(type => type.Fields).ToList();
        return [.. types.Select(type => type.Name), .. fields.Select(field => field.Name), .. fields.SelectMany(field => field.Arguments ?? []).Select(argument => argument.Name)];
    }

    [GeneratedRegex(@"['""](?<name>\w+)[!\]]*['""]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}

/// <summary>A query is nested too deeply to be read.</summary>
internal sealed class TooDeepError(string message, Exception inner) : RequestError(message, inner);
