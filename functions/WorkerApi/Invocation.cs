using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker
{
    public abstract class BindingContext
    {
        protected BindingContext()
        {
        }

        public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
    }

    public enum BindingDirection
    {
        In = 0,
        Out = 1,
    }

    public abstract class BindingMetadata
    {
        protected BindingMetadata()
        {
        }

        public abstract string Name { get; }

        public abstract string Type { get; }

        public abstract BindingDirection Direction { get; }
    }

    public abstract class FunctionContext
    {
        protected FunctionContext()
        {
        }

        public abstract string InvocationId { get; }

        public abstract string FunctionId { get; }

        public abstract TraceContext TraceContext { get; }

        public abstract BindingContext BindingContext { get; }

        public abstract RetryContext RetryContext { get; }

        public abstract IServiceProvider InstanceServices { get; set; }

        public abstract FunctionDefinition FunctionDefinition { get; }

        public abstract IDictionary<object, object> Items { get; set; }

        public abstract IInvocationFeatures Features { get; }

        public virtual CancellationToken CancellationToken { get; }
    }

    public static class FunctionContextBindingFeatureExtensions
    {
        public static InvocationResult GetInvocationResult(this FunctionContext context) =>
            context.Features.Get<InvocationResult>() ?? throw new InvalidOperationException("This invocation has no result yet.");
    }

    public static class FunctionContextExtensions
    {
        /// <summary>The key under which the official integration keeps the request.</summary>
        internal const string HttpContextKey = "HttpRequestContext";

        public static HttpContext? GetHttpContext(this FunctionContext context) =>
            context.Items.TryGetValue(HttpContextKey, out var value) ? value as HttpContext : null;
    }

    public abstract class FunctionDefinition
    {
        protected FunctionDefinition()
        {
        }

        public abstract ImmutableArray<FunctionParameter> Parameters { get; }

        public abstract string PathToAssembly { get; }

        public abstract string EntryPoint { get; }

        public abstract string Id { get; }

        public abstract string Name { get; }

        public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

        public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
    }

    public class FunctionParameter
    {
        public FunctionParameter(string name, Type type)
            : this(name, type, hasDefaultValue: false, defaultValue: null, ImmutableDictionary<string, object>.Empty)
        {
        }

        public FunctionParameter(string name, Type type, bool hasDefaultValue, object? defaultValue)
            : this(name, type, hasDefaultValue, defaultValue, ImmutableDictionary<string, object>.Empty)
        {
        }

        public FunctionParameter(string name, Type type, IReadOnlyDictionary<string, object> properties)
            : this(name, type, hasDefaultValue: false, defaultValue: null, properties)
        {
        }

        public FunctionParameter(string name, Type type, bool hasDefaultValue, object? defaultValue, IReadOnlyDictionary<string, object> properties)
        {
            (Name, Type, HasDefaultValue, DefaultValue, Properties) = (name, type, hasDefaultValue, defaultValue, properties);
            IsReferenceOrNullableType = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        }

        public string Name { get; }

        public Type Type { get; }

        public bool HasDefaultValue { get; }

        public bool IsReferenceOrNullableType { get; }

        public object? DefaultValue { get; }

        public IReadOnlyDictionary<string, object> Properties { get; }
    }

    public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>, IEnumerable
    {
        T? Get<T>();

        [SuppressMessage("Naming", "CA1716", Justification = "The official name.")]
        void Set<T>(T? instance);
    }

    public abstract class InvocationResult<T>
    {
        protected InvocationResult()
        {
        }

        public abstract T? Value { get; set; }
    }

    public abstract class InvocationResult : InvocationResult<object>
    {
        protected InvocationResult()
        {
        }
    }

    public abstract class RetryContext
    {
        protected RetryContext()
        {
        }

        public abstract int RetryCount { get; }

        public abstract int MaxRetryCount { get; }
    }

    public abstract class TraceContext
    {
        protected TraceContext()
        {
        }

        public abstract string TraceParent { get; }

        public abstract string TraceState { get; }

        public virtual IReadOnlyDictionary<string, string> Attributes { get; } = ImmutableDictionary<string, string>.Empty;

        public virtual IReadOnlyDictionary<string, string> Baggage { get; } = ImmutableDictionary<string, string>.Empty;
    }
}

namespace Microsoft.Azure.Functions.Worker.Middleware
{
    public delegate Task FunctionExecutionDelegate(FunctionContext context);

    public interface IFunctionsWorkerMiddleware
    {
        Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
    }
}
