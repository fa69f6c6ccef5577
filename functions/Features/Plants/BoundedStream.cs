namespace Kundli.Features.Plants;

/// <summary>
/// A photo while it streams through: the bytes already read for its header, then the rest, and not a byte beyond the limit. What is over the limit
/// ends the stream early and is told by <see cref="IsOverLimit"/>.
/// </summary>
internal sealed class BoundedStream(ReadOnlyMemory<byte> head, Stream rest, long bytesMax) : Stream
{
    private long _count;

    /// <summary>Whether there was more than the limit.</summary>
    public bool IsOverLimit { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Bytes read so far; all of them after the end.</summary>
    public override long Length => _count;

    /// <inheritdoc/>
    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsOverLimit)
            return 0;
        var length = _count < head.Length ? TakeHead(buffer.Span) : await rest.ReadAsync(buffer, cancellationToken);
        return Counted(length);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Uploads are read asynchronously.");

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int TakeHead(Span<byte> buffer)
    {
        var left = head.Span[(int)_count..];
        var length = Math.Min(left.Length, buffer.Length);
        left[..length].CopyTo(buffer);
        return length;
    }

    private int Counted(int length)
    {
        if (_count + length > bytesMax)
        {
            IsOverLimit = true;
            return 0;
        }
        _count += length;
        return length;
    }
}
