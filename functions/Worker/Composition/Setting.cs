namespace Kundli.Worker.Composition;

/// <summary>Reads settings that the app can't do without.</summary>
internal static class Setting
{
    /// <summary>The setting's value.</summary>
    /// <param name="value">As the configuration has it.</param>
    /// <param name="name">Its whole name, with <c>__</c> between the parts.</param>
    /// <exception cref="InvalidOperationException">It is missing or empty.</exception>
    public static string Needed(string? value, string name) => value is { Length: > 0 } there ? there : throw new InvalidOperationException($"The setting '{name}' is not there.");
}
