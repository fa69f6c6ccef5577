namespace Kundli.Worker.Contract;

/// <summary>The names under which records stand in a contract: their own, and where two are called alike, with the feature before it.</summary>
internal sealed class RecordNames
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);

    /// <summary>The name of a record, and whether it is told for the first time.</summary>
    /// <param name="type">The record.</param>
    /// <param name="end">What is set behind it.</param>
    /// <exception cref="InvalidOperationException">Two records of one feature are called alike.</exception>
    public (string Name, bool IsNew) For(Type type, string end = "")
    {
        var name = ShortName(type) + end;
        if (_types.TryGetValue(name, out var taken) && taken != type)
            name = type.Namespace!.Split('.')[^1] + name;
        var isNew = _types.TryAdd(name, type);
        return _types[name] == type ? (name, isNew) : throw new InvalidOperationException($"Two records are called {name}.");
    }

    private static string ShortName(Type type) =>
        type.IsGenericType ? type.Name.Split('`')[0] + "Of" + string.Concat(type.GetGenericArguments().Select(ShortName)) : type.Name;
}
