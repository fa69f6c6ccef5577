using System.Security.Cryptography;
using System.Text;

using Kundli.LocalHost.Azurite;

namespace Kundli.LocalHost;

/// <summary>The pages, built by npm from <c>functions/Web</c> when their sources have changed since the last build.</summary>
internal static class WebBuild
{
    private const int FilesMax = 500;
    private const int FailureLinesMax = 8;
    private static readonly TimeSpan BuildTimeMax = TimeSpan.FromMinutes(5);

    /// <summary>The folder of the built pages; null where there are no sources, or where the build failed, which is told.</summary>
    public static async Task<string?> EnsureAsync(TextWriter progress, CancellationToken cancellation)
    {
        if (Find(AppContext.BaseDirectory) is not { } folder)
            return null;
        var dist = Path.Combine(folder, "dist");
        var stamp = Path.Combine(dist, ".built");
        await using var alone = await FileLock.TakeAsync(Path.Combine(folder, "obj.lock"), BuildTimeMax, cancellation);
        var fingerprint = Fingerprint(folder);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellation) == fingerprint)
            return dist;
        await progress.WriteLineAsync("Building the pages (when they have changed, about half a minute) ...");
        // Not `npm ci`: it refuses a lock file without the optional binaries of every platform, which not every registry has. What is locked is kept either way.
        var failure = await NpmAsync(folder, ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"], cancellation)
            ?? await NpmAsync(folder, ["run", "--silent", "build"], cancellation);
        if (failure is not null)
        {
            await progress.WriteLineAsync($"The pages could not be built; the API runs without them.\n{string.Join('\n', failure.Split('\n').Take(FailureLinesMax))}");
            return null;
        }
        await File.WriteAllTextAsync(stamp, fingerprint, cancellation);
        return dist;
    }

    private static string? Find(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "functions", "Web", "package.json")))
                return Path.Combine(at.FullName, "functions", "Web");
        return null;
    }

    private static string Fingerprint(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(Path.Combine(folder, "src"), "*", SearchOption.AllDirectories).Concat([Path.Combine(folder, "build.mjs"), Path.Combine(folder, "package-lock.json")]);
        foreach (var file in files.Order(StringComparer.Ordinal).Take(FilesMax))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<string?> NpmAsync(string folder, string[] arguments, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(BuildTimeMax);
        using var npm = AzuriteException.StartNpm(arguments, folder);
        var output = npm.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = npm.StandardError.ReadToEndAsync(timeout.Token);
        await npm.WaitForExitAsync(timeout.Token);
        return npm.ExitCode == 0 ? null : await output + await errors;
    }
}
