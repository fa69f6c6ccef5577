using Xunit;

namespace Kundli.Testing;

/// <summary>A test that needs a file or folder of the reference data beside the checkout; skipped with a message where it is absent.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        var full = Repository.Shared(path.Split('/'));
        if (!File.Exists(full) && !Directory.Exists(full))
            Skip = $"The reference data '{path}' does not lie beside this checkout.";
    }
}

/// <summary>A test that needs a program on the PATH (<c>redis-server</c>, a browser); skipped with a message where none of the names is there.</summary>
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(params string[] names)
    {
        if (Programs.Find(names) is null)
            Skip = $"None of these programs is installed: {string.Join(", ", names)}.";
    }
}

public static class Programs
{
    /// <summary>The full path of the first program found on the PATH, or null.</summary>
    public static string? Find(params string[] names) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
