using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Kundli.LocalHost.Azurite;

/// <summary>The pinned Azurite, installed by npm into the user's own folder the first time that it is needed.</summary>
internal static class AzuriteInstall
{
    private static readonly TimeSpan InstallTimeMax = TimeSpan.FromMinutes(5);

    /// <summary>The files to start Azurite with, installing them first if need be.</summary>
    /// <exception cref="AzuriteException">Node or npm is missing, or npm failed; the message says what to do.</exception>
    public static async Task<Files> EnsureAsync(TextWriter progress, CancellationToken cancellation)
    {
        var (lockText, guardText) = (Resource("package-lock.json"), Resource("guard.cjs"));
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "kundli", $"azurite-{Fingerprint(lockText)}");
        Directory.CreateDirectory(folder);
        var files = new Files(Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js"), Path.Combine(folder, $"guard-{Fingerprint(guardText)}.cjs"));
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done) && File.Exists(files.Guard))
            return files;

        await using var alone = await FileLock.TakeAsync(Path.Combine(folder, "install.lock"), InstallTimeMax, cancellation);
        await File.WriteAllTextAsync($"{files.Guard}.new", guardText, cancellation);
        File.Move($"{files.Guard}.new", files.Guard, overwrite: true);
        if (File.Exists(done))
            return files;
        await progress.WriteLineAsync("Installing Azurite, the local Azure Storage (once, about a minute) ...");
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), Resource("package.json"), cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "package-lock.json"), lockText, cancellation);
        await InstallAsync(folder, cancellation);
        await File.WriteAllTextAsync(done, "", cancellation);
        await progress.WriteLineAsync("Azurite is installed.");
        return files;
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(InstallTimeMax);
        using var npm = AzuriteException.StartNpm(NpmArguments, folder);
        var output = npm.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = npm.StandardError.ReadToEndAsync(timeout.Token);
        await npm.WaitForExitAsync(timeout.Token);
        if (npm.ExitCode != 0)
            throw new AzuriteException($"npm could not install Azurite:\n{await output}{await errors}");
    }

    private static readonly string[] NpmArguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static string Resource(string name)
    {
        using var stream = typeof(AzuriteInstall).Assembly.GetManifestResourceStream($"azurite/{name}") ?? throw new InvalidOperationException($"No resource '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>What a guard is started with.</summary>
    /// <param name="Entry">Azurite's own entry script.</param>
    /// <param name="Guard">The script of the guard process.</param>
    internal sealed record Files(string Entry, string Guard);
}

/// <summary>Azurite can't be had; the message is for a person.</summary>
internal sealed class AzuriteException(string message) : Exception(message)
{
    /// <summary>Starts npm in a folder, with its output to be read.</summary>
    /// <exception cref="AzuriteException">It isn't installed.</exception>
    public static Process StartNpm(string[] arguments, string folder)
    {
        // On Windows npm is a script, which only the command interpreter starts.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. arguments]) : new ProcessStartInfo("npm", arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardError = start.RedirectStandardOutput = true;
        start.UseShellExecute = false;
        return Start(start, "npm");
    }

    /// <summary>Starts a program of the Node installation.</summary>
    /// <exception cref="AzuriteException">It isn't installed.</exception>
    public static Process Start(ProcessStartInfo start, string program)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new AzuriteException($"'{program}' was not found: Kundli's local store needs Node.js 20 or newer (https://nodejs.org).");
        }
    }
}
