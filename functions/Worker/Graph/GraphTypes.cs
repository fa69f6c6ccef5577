using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Kundli.Worker.Contract;
using Kundli.Worker.Http;

namespace Kundli.Worker.Graph;

/// <summary>
/// Graph types of the answer and request records, from the same settings that write and read them as JSON: a record is a type of its name, a member a field, a
/// summary a description. What the other routes answer and what a query answers can't differ.
/// </summary>
internal sealed class GraphTypes(Comments comments)
{
    private const string Input = "Input";

    private static readonly TextScalar Date = new("Date", "A day of the calendar: 2026-11-23.");
    private static readonly TextScalar Instant = new("Instant", "An instant in universal time: 2026-11-23T06:30:00Z.");
    private static readonly Dictionary<Type, IGraphType> Leaves = new()
    {
        [typeof(string)] = new StringGraphType(),
        [typeof(bool)] = new BooleanGraphType(),
        [typeof(int)] = new IntGraphType(),
        [typeof(long)] = new LongGraphType { Description = "An integer of 64 bits, as a number." },
        [typeof(double)] = new FloatGraphType(),
        [typeof(decimal)] = new DecimalGraphType { Description = "An exact decimal, as a number." },
        [typeof(DateOnly)] = Date,
        [typeof(DateTimeOffset)] = Instant,
    };

    private readonly Dictionary<(Type Type, bool IsInput), IGraphType> _types = [];
    private readonly Dictionary<string, IGraphType> _entries = new(StringComparer.Ordinal);
    private readonly RecordNames _names = new();

    /// <summary>The type of an answer record, whose own edges may still be added.</summary>
    /// <typeparam name="T">The record.</typeparam>
    public ObjectGraphType Of<T>() => (ObjectGraphType)Output(typeof(T));

    /// <summary>The type under which a node answers: the fields of a record, read from the record within the node.</summary>
    /// <param name="answer">From the node to the record.</param>
    /// <typeparam name="TNode">What the fields get as their source.</typeparam>
    /// <typeparam name="T">The record.</typeparam>
    public ObjectGraphType Node<TNode, T>(Func<TNode, T> answer)
        where TNode : class
    {
        var type = new ObjectGraphType { Name = _names.For(typeof(T)).Name, Description = comments.Of(typeof(T)) };
        _types.Add((typeof(T), false), type);
        AddMembers(type, typeof(T), source => answer((TNode)source!));
        return type;
    }

    /// <summary>A field's type: what is never null is not null.</summary>
    public IGraphType Output(Type type, bool nullable) => nullable ? Output(type) : new NonNullGraphType(Output(type));

    /// <summary>The arguments of a field: the members of a request record.</summary>
    public QueryArguments Arguments(Type request) => new(Shape.Members(Shape.InfoOf(request)).Select(member => new QueryArgument(Argument(member))
    {
        Name = member.Name,
        Description = comments.Of(member),
    }));

    /// <summary>One argument that is a request record.</summary>
    public QueryArgument Argument<T>(string name, string description) => new(new NonNullGraphType(InputOf(typeof(T)))) { Name = name, Description = description };

    /// <summary>A value as an argument gave it, as JSON in the shape of the other routes.</summary>
    public static JsonNode? ToJson(object? value, Type type)
    {
        var info = Shape.InfoOf(type);
        return value switch
        {
            null => null,
            IDictionary<string, object?> members when info.Kind == JsonTypeInfoKind.Object => new JsonObject(
                Shape.Members(info).Where(member => members.ContainsKey(member.Name)).Select(member => KeyValuePair.Create(member.Name, ToJson(members[member.Name], member.PropertyType)))),
            System.Collections.IEnumerable entries when info.Kind == JsonTypeInfoKind.Dictionary => Entries(entries, info.ElementType!),
            System.Collections.IEnumerable items when info.Kind == JsonTypeInfoKind.Enumerable => new JsonArray([.. items.Cast<object?>().Select(item => ToJson(item, info.ElementType!))]),
            _ => JsonSerializer.SerializeToNode(value, value.GetType(), Json.Options),
        };
    }

    // An object of a query has names that the schema knows; what has names of its own comes as a list of entries. The last of two equal names counts.
    private static JsonObject Entries(System.Collections.IEnumerable entries, Type element)
    {
        var json = new JsonObject();
        foreach (var entry in entries.Cast<IDictionary<string, object?>>())
            json[(string)entry["key"]!] = ToJson(entry["value"], element);
        return json;
    }

    private IGraphType Output(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (_types.TryGetValue((type, false), out var known))
            return known;
        var info = Shape.InfoOf(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new ListGraphType(Output(info.ElementType!, nullable: false)),
            JsonTypeInfoKind.Dictionary => EntryList(info.ElementType!),
            JsonTypeInfoKind.Object => Record(type),
            _ => Leaf(type),
        };
    }

    private IGraphType InputOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (_types.TryGetValue((type, true), out var known))
            return known;
        var info = Shape.InfoOf(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new ListGraphType(new NonNullGraphType(InputOf(info.ElementType!))),
            JsonTypeInfoKind.Dictionary => new ListGraphType(new NonNullGraphType(InputEntry(info.ElementType!))),
            JsonTypeInfoKind.Object => InputRecord(type),
            _ => Leaf(type),
        };
    }

    private IGraphType Leaf(Type type)
    {
        if (!type.IsEnum)
            return Leaves.GetValueOrDefault(type) ?? throw new InvalidOperationException($"{type} has no form in the graph.");
        if (_types.TryGetValue((type, false), out var known))
            return known;
        var names = new EnumerationGraphType { Name = _names.For(type).Name, Description = comments.Of(type) };
        foreach (var field in type.GetFields(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static))
            names.Add(JsonNamingPolicy.CamelCase.ConvertName(field.Name), JsonNamingPolicy.CamelCase.ConvertName(field.Name), comments.Of(type, field.Name));
        return _types[(type, false)] = _types[(type, true)] = names;
    }

    private ObjectGraphType Record(Type type)
    {
        var graph = new ObjectGraphType { Name = _names.For(type).Name, Description = comments.Of(type) };
        _types.Add((type, false), graph);
        AddMembers(graph, type, source => source);
        return graph;
    }

    private void AddMembers(ObjectGraphType graph, Type type, Func<object?, object?> record)
    {
        foreach (var member in Shape.InfoOf(type).Properties.Where(member => member.Get is not null))
        {
            var field = graph.AddField(new FieldType
            {
                Name = member.Name,
                Description = comments.Of(member),
                ResolvedType = Output(member.PropertyType, IsNullable(member)),
                Resolver = new FuncFieldResolver<object?>(context => Value(member.Get!(record(context.Source)!), member.PropertyType)),
            });
            if (Shape.InfoOf(member.PropertyType).Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
                field.WithComplexityImpact(GraphFields.OfList);
        }
    }

    private InputObjectGraphType InputRecord(Type type)
    {
        var graph = new InputObjectGraphType { Name = _names.For(type, Input).Name, Description = comments.Of(type) };
        _types.Add((type, true), graph);
        foreach (var member in Shape.Members(Shape.InfoOf(type)))
            graph.AddField(new FieldType { Name = member.Name, Description = comments.Of(member), ResolvedType = Argument(member) });
        return graph;
    }

    private IGraphType Argument(JsonPropertyInfo member) => Shape.IsRequired(member) ? new NonNullGraphType(InputOf(member.PropertyType)) : InputOf(member.PropertyType);

    private ListGraphType EntryList(Type element)
    {
        var name = EntryName(element, "Entry");
        if (!_entries.TryGetValue(name, out var entry))
        {
            var graph = new ObjectGraphType { Name = name, Description = "A value under its name." };
            _entries.Add(name, graph);
            graph.AddField(new FieldType { Name = "key", Description = "The name.", ResolvedType = new NonNullGraphType(Leaves[typeof(string)]), Resolver = Entry(pair => pair.Key) });
            graph.AddField(new FieldType { Name = "value", Description = "The value.", ResolvedType = Output(element, nullable: false), Resolver = Entry(pair => pair.Value) });
            entry = graph;
        }
        return new ListGraphType(new NonNullGraphType(entry));
    }

    private IGraphType InputEntry(Type element)
    {
        var name = EntryName(element, "Entry" + Input);
        if (!_entries.TryGetValue(name, out var entry))
        {
            var graph = new InputObjectGraphType { Name = name, Description = "A value under its name." };
            graph.AddField(new FieldType { Name = "key", Description = "The name.", ResolvedType = new NonNullGraphType(Leaves[typeof(string)]) });
            graph.AddField(new FieldType { Name = "value", Description = "The value.", ResolvedType = new NonNullGraphType(InputOf(element)) });
            _entries.Add(name, entry = graph);
        }
        return entry;
    }

    private string EntryName(Type element, string end) => Shape.InfoOf(element) switch
    {
        { Kind: JsonTypeInfoKind.Enumerable } list => EntryName(list.ElementType!, "List" + end),
        { Kind: JsonTypeInfoKind.None } => Leaf(element).Name + end,
        _ => _names.For(element).Name + end,
    };

    private static FuncFieldResolver<object?> Entry(Func<KeyValuePair<string, object?>, object?> part) => new(context => part((KeyValuePair<string, object?>)context.Source!));

    /// <summary>A member's value as the executor walks it: enums, days and instants as the text that JSON has, names of their own as entries.</summary>
    private static object? Value(object? value, Type type) => value switch
    {
        null => null,
        Enum or DateOnly or DateTimeOffset => JsonSerializer.SerializeToElement(value, value.GetType(), Json.Options).GetString(),
        string or bool or int or long or double or decimal => value,
        System.Collections.IEnumerable items => Shape.InfoOf(type) switch
        {
            { Kind: JsonTypeInfoKind.Dictionary } dictionary => Pairs((System.Collections.IDictionary)items, dictionary.ElementType!),
            var list => items.Cast<object?>().Select(item => Value(item, list.ElementType!)).ToList(),
        },
        _ => value,
    };

    private static List<KeyValuePair<string, object?>> Pairs(System.Collections.IDictionary pairs, Type element) =>
        [.. pairs.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, Value(pairs[key], element)))];

    private static bool IsNullable(JsonPropertyInfo member) => Shape.IsNullable(member) || (!member.PropertyType.IsValueType && member is { AssociatedParameter: null, IsGetNullable: true });

    /// <summary>A text of a form that the rules of the request judge.</summary>
    private sealed class TextScalar : ScalarGraphType
    {
        public TextScalar(string name, string description) => (Name, Description) = (name, description);

        public override object? ParseValue(object? value) => value is null or string ? value : ThrowValueConversionError(value);
    }
}
