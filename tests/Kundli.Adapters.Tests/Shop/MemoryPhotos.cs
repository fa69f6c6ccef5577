using System.Collections.Concurrent;
using Kundli.Features.Plants;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>Photos that were taken in, kept in memory.</summary>
internal sealed class MemoryPhotos : IPhotoBlobs
{
    private readonly ConcurrentDictionary<(string Id, int Index, PhotoSize Size), byte[]> _photos = new();

    public Task PutIncomingAsync(string identificationId, int index, Stream content, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<byte[]?> GetIncomingAsync(string identificationId, int index, CancellationToken cancellation) => throw new NotSupportedException();

    public Task PutPhotoAsync(string identificationId, int index, CleanPhoto photo, CancellationToken cancellation)
    {
        _photos[(identificationId, index, PhotoSize.Full)] = photo.Jpeg;
        _photos[(identificationId, index, PhotoSize.Thumbnail)] = photo.Thumbnail;
        return Task.CompletedTask;
    }

    public Task<byte[]?> GetPhotoAsync(string identificationId, int index, PhotoSize size, CancellationToken cancellation) => Task.FromResult(_photos.GetValueOrDefault((identificationId, index, size)));

    public Task RemoveIncomingAsync(string identificationId, int count, CancellationToken cancellation) => throw new NotSupportedException();

    public Task RemoveAllAsync(string identificationId, CancellationToken cancellation) => throw new NotSupportedException();
}
