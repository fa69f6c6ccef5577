namespace Kundli.Testing;

/// <summary>Where things lie in a checkout, found from the test's own folder upwards.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>A path below the repository's root.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path in the reference data that lies beside a developer's checkout; it may be absent: see <see cref="SharedFactAttribute"/>.</summary>
    public static string Shared(params string[] parts) => Path.Combine([Path.GetDirectoryName(Root)!, "shared", .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Kundli.sln")))
                return folder.FullName;
        throw new InvalidOperationException("No Kundli.sln above the tests.");
    }
}
