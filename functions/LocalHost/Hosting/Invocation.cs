using System.Collections;
using System.Collections.Immutable;

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.LocalHost.Hosting;

/// <summary>One run of one function, as its middleware sees it.</summary>
internal sealed class Invocation : FunctionContext
{
    private readonly CancellationToken _cancellation;

    public Invocation(LocalFunction function, IServiceProvider services, HttpContext? http, IReadOnlyDictionary<string, object?> bindingData, string traceParent, int retryCount, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        Function = function;
        InstanceServices = services;
        FunctionDefinition = new Definition(function);
        BindingContext = new Data(bindingData);
        TraceContext = new Trace(traceParent);
        RetryContext = new Retries(retryCount);
        Features.Set<InvocationResult>(Result);
        if (http is not null)
            Items[FunctionContextExtensions.HttpContextKey] = http;
    }

    public LocalFunction Function { get; }

    public InvocationResult Result { get; } = new Outcome();

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => FunctionDefinition.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; }

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition { get; }

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new FeatureSet();

    public override CancellationToken CancellationToken => _cancellation;

    private sealed class Outcome : InvocationResult
    {
        public override object? Value { get; set; }
    }

    private sealed class Data(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData { get; } = data;
    }

    private sealed class Trace(string traceParent) : TraceContext
    {
        public override string TraceParent { get; } = traceParent;

        public override string TraceState => "";
    }

    private sealed class Retries(int count) : RetryContext
    {
        public override int RetryCount { get; } = count;

        public override int MaxRetryCount => 0;
    }

    private sealed class Definition(LocalFunction function) : FunctionDefinition
    {
        public override ImmutableArray<FunctionParameter> Parameters { get; } = [.. function.Method.GetParameters().Select(parameter => new FunctionParameter(parameter.Name!, parameter.ParameterType))];

        public override string PathToAssembly => function.Method.DeclaringType!.Assembly.Location;

        public override string EntryPoint => $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";

        public override string Id => function.Name;

        public override string Name => function.Name;

        public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = Metadata(function, BindingDirection.In);

        public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } = Metadata(function, BindingDirection.Out);

        private static ImmutableDictionary<string, BindingMetadata> Metadata(LocalFunction function, BindingDirection direction) =>
            BindingMetadataJson.Of(function).Where(json => (string)json["direction"]! == direction.ToString())
                .ToImmutableDictionary(json => (string)json["name"]!, json => (BindingMetadata)new Binding((string)json["name"]!, (string)json["type"]!, direction));
    }

    private sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
    {
        public override string Name { get; } = name;

        public override string Type { get; } = type;

        public override BindingDirection Direction { get; } = direction;
    }

    private sealed class FeatureSet : IInvocationFeatures
    {
        private readonly Dictionary<Type, object> _features = [];

        public T? Get<T>() => _features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

        public void Set<T>(T? instance)
        {
            if (instance is null)
                _features.Remove(typeof(T));
            else
                _features[typeof(T)] = instance;
        }

        public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => _features.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
