using System.Text.Json.Nodes;

using Microsoft.Extensions.Hosting;

namespace Kundli.LocalHost.Hosting;

/// <summary>Settings as the functions get them: a file's values, the environment over them, the local store in place of <c>UseDevelopmentStorage=true</c>.</summary>
internal static class LocalSettings
{
    /// <summary>How long a message is hidden while it is worked on.</summary>
    public const string Lease = "LocalHost:Lease";

    /// <summary>How long the outputs of an HTTP function wait after its answer: nothing, unless a test wants to die in between.</summary>
    public const string OutputDelay = "LocalHost:OutputDelay";

    private const string DevelopmentStorage = "UseDevelopmentStorage=true";

    /// <summary>The values of <c>local.settings.json</c>, or of the sample where there is none, from the nearest folder above.</summary>
    public static IReadOnlyDictionary<string, string> ReadFile(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var file = new[] { "local.settings.json", "local.settings.sample.json" }.Select(name => Path.Combine(at.FullName, name)).FirstOrDefault(File.Exists);
            if (file is not null)
                return (JsonNode.Parse(File.ReadAllText(file))?["Values"]?.AsObject() ?? []).ToDictionary(item => item.Key, item => item.Value?.ToString() ?? "", StringComparer.OrdinalIgnoreCase);
        }
        return new Dictionary<string, string>();
    }

    /// <summary>The given values with the environment over them and the store filled in, with <c>:</c> between the parts of a name.</summary>
    public static IReadOnlyDictionary<string, string> Resolve(IReadOnlyDictionary<string, string> given, string connectionString, string dataFolder, TimeSpan lease)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["LocalHost:Data"] = Path.GetFullPath(dataFolder),
            ["Logging:LogLevel:Default"] = "Warning",
            [HostDefaults.EnvironmentKey] = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development,
            [Lease] = lease.ToString(),
            [OutputDelay] = TimeSpan.Zero.ToString(),
        };
        foreach (var (name, value) in given)
            settings[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        foreach (var name in settings.Keys.ToList())
        {
            settings[name] = Environment.GetEnvironmentVariable(name.Replace(":", "__", StringComparison.Ordinal)) ?? settings[name];
            if (settings[name] == DevelopmentStorage)
                settings[name] = connectionString;
        }
        return settings;
    }

    /// <summary>The settings in the form that a configuration builder takes on its command line; they never leave this process.</summary>
    public static string[] AsArguments(IReadOnlyDictionary<string, string> settings) => [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
}
