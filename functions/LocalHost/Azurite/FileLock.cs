namespace Kundli.LocalHost.Azurite;

/// <summary>A lock between processes, held by an open file: the operating system lets go of it when its holder dies, however that happens.</summary>
internal sealed class FileLock : IAsyncDisposable
{
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if nobody holds it.</summary>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="TimeoutException">Somebody held it all the time.</exception>
    public static async Task<FileLock> TakeAsync(string path, TimeSpan waitMax, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < waitMax; waited += RetryEvery)
        {
            if (TryTake(path) is { } taken)
                return taken;
            await Task.Delay(RetryEvery, cancellation);
        }
        throw new TimeoutException($"Another process holds {path}.");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
