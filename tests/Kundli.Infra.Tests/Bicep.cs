using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

using Kundli.Testing;

namespace Kundli.Infra.Tests;

/// <summary>The real Bicep command line, from its NuGet package.</summary>
internal static class Bicep
{
    private static readonly TimeSpan RunTimeMax = TimeSpan.FromMinutes(3);

    // Snapshots are made for made-up ids, so that they are the same on every machine.
    private static readonly string[] SnapshotIds =
    [
        "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002",
        "--location", "centralindia", "--deployment-name", "kundli",
    ];

    private static readonly Lazy<string> Executable = new(Install);

    public static bool IsHere => OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;

    public static Task<Run> BuildParametersAsync(string parameters) => RunAsync("build-params", Repository.At("infra", parameters), "--stdout");

    public static Task<Run> LintAsync(string file) => RunAsync("lint", file);

    public static Task<Run> ValidateSnapshotAsync(string parameters) =>
        RunAsync(["snapshot", Repository.At("infra", parameters), "--mode", Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1" ? "overwrite" : "validate", .. SnapshotIds]);

    /// <summary>The resources that the committed snapshot of a parameter file predicts.</summary>
    public static IReadOnlyList<JsonObject> Resources(string snapshot) =>
        [.. JsonNode.Parse(File.ReadAllText(Repository.At("infra", snapshot)))!["predictedResources"]!.AsArray().Select(item => item!.AsObject())];

    public static async Task<Run> RunAsync(params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(RunTimeMax);
        using var process = Process.Start(new ProcessStartInfo(Executable.Value, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return new Run(process.ExitCode, await output, await errors);
    }

    // The package's file carries no permission to run, so a copy that has it is made beside the tests.
    private static string Install()
    {
        var package = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "BicepPackage").Value!;
        var copy = Path.Combine(AppContext.BaseDirectory, "bicep");
        if (!File.Exists(copy))
            File.Copy(Path.Combine(package, "tools", "bicep"), copy);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return copy;
    }

    internal sealed record Run(int ExitCode, string Output, string Errors);
}

/// <summary>A test that runs the Bicep command line, which is packaged for 64-bit Linux.</summary>
public sealed class BicepTheoryAttribute : Xunit.TheoryAttribute
{
    public BicepTheoryAttribute()
    {
        if (!Bicep.IsHere)
            Skip = "The packaged Bicep command line runs on 64-bit Linux only.";
    }
}
