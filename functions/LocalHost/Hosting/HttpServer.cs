using System.Diagnostics;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kundli.LocalHost.Hosting;

/// <summary>
/// Finds and runs the HTTP function of a request as Azure does: functions are tried in the alphabetical order of their names, by method and
/// route with its constraints. Keys are not asked for, as in the official local tools; the functions' own authentication is.
/// </summary>
internal sealed class HttpServer
{
    private readonly FunctionRunner _runner;
    private readonly OutputWriter _outputs;
    private readonly TimeSpan _outputDelay;
    private readonly ILogger _logger;
    private readonly List<Route> _routes;

    public HttpServer(IEnumerable<LocalFunction> functions, IInlineConstraintResolver constraints, FunctionRunner runner, OutputWriter outputs, TimeSpan outputDelay, ILogger logger)
    {
        (_runner, _outputs, _outputDelay, _logger) = (runner, outputs, outputDelay, logger);
        _routes = [.. functions.Where(function => function.Trigger is HttpTriggerAttribute).Select(function => new Route(function, constraints))];
    }

    /// <summary>Answers one request: the function, its result, then its outputs.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        foreach (var route in _routes)
        {
            var values = new RouteValueDictionary();
            if (!route.Matches(http, values))
                continue;
            await RunAsync(route.Function, http, values);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task RunAsync(LocalFunction function, HttpContext http, RouteValueDictionary values)
    {
        http.Request.RouteValues = values;
        var input = new TriggerInput(null, values) { Http = http, TraceParent = Parent(http) };
        try
        {
            var result = await _runner.RunAsync(function, input, http.RequestAborted);
            var answer = function.HttpResult is null || result is null ? result : function.HttpResult.GetValue(result);
            if (answer is IResult executable && !http.Response.HasStarted)
                await executable.ExecuteAsync(http);
            if (function.Outputs.Count > 0)
            {
                // The client has its answer from here on; what follows may be lost with the process, and the due marker finds it again.
                await http.Response.CompleteAsync();
                await Task.Delay(_outputDelay);
                await _outputs.WriteAsync(function, result, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            _logger.LogError("{Function} let {Kind} through to the host.", function.Name, error.GetType().Name);
            if (http.Response.HasStarted)
                http.Abort();
            else
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static string? Parent(HttpContext http) =>
        http.Request.Headers.TraceParent is [{ } value] && ActivityContext.TryParse(value, null, out _) ? value : null;

    private sealed class Route
    {
        private readonly TemplateMatcher _matcher;
        private readonly List<(string Name, IRouteConstraint Constraint)> _constraints;
        private readonly HashSet<string>? _methods;

        public Route(LocalFunction function, IInlineConstraintResolver constraints)
        {
            Function = function;
            var trigger = (HttpTriggerAttribute)function.Trigger;
            _methods = trigger.Methods is null ? null : new(trigger.Methods, StringComparer.OrdinalIgnoreCase);
            var template = TemplateParser.Parse(trigger.Route ?? function.Name);
            _matcher = new(template, new RouteValueDictionary(template.Parameters.Where(parameter => parameter.DefaultValue is not null).Select(parameter => KeyValuePair.Create(parameter.Name!, parameter.DefaultValue))));
            _constraints = [.. template.Parameters.SelectMany(parameter => parameter.InlineConstraints.Select(inline => (parameter.Name!, constraints.ResolveConstraint(inline.Constraint)
                ?? throw new InvalidOperationException($"{function.Name}: unknown route constraint '{inline.Constraint}'."))))];
        }

        public LocalFunction Function { get; }

        public bool Matches(HttpContext http, RouteValueDictionary values) =>
            _methods?.Contains(http.Request.Method) != false
            && _matcher.TryMatch(http.Request.Path, values)
            && _constraints.TrueForAll(item => !values.ContainsKey(item.Name) || item.Constraint.Match(http, null, item.Name, values, RouteDirection.IncomingRequest));
    }
}
