namespace Kundli.Worker.Contract;

/// <summary>Files that travel inside the assembly.</summary>
internal static class Resources
{
    /// <summary>The bytes of a file by the end of its name.</summary>
    /// <exception cref="InvalidOperationException">No file, or more than one, ends so: a mistake of the build.</exception>
    public static byte[] Read(string file)
    {
        var assembly = typeof(Resources).Assembly;
        var name = assembly.GetManifestResourceNames().Single(candidate => candidate.EndsWith("." + file, StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
