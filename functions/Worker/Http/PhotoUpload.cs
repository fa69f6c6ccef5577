using System.Runtime.CompilerServices;
using Kundli.Features;
using Kundli.Features.Plants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Kundli.Worker.Http;

/// <summary>The parts of an upload, for the contract document.</summary>
/// <param name="Images">One to five photos: JPEG, PNG or WebP, at most 10 MiB each and 25 MiB together.</param>
/// <param name="Organ">What each photo shows, in the same order; optional.</param>
internal sealed record PhotoForm(IReadOnlyList<byte[]> Images, IReadOnlyList<Organ>? Organ = null);

/// <summary>A multipart upload (RFC 7578) read as a stream: a photo is handed on while it arrives, and nothing is buffered whole.</summary>
internal sealed class PhotoUpload(MultipartReader reader, int partsMax) : IPhotoUpload
{
    private const int BoundaryLengthMax = 100;
    private const int OrganLengthMax = 20;
    private const int RequestOverheadBytesMax = 64 * 1024;

    private readonly List<string> _organs = [];

    /// <summary>The upload of a request; 415 unless it is multipart, 413 when it says itself that it is too large.</summary>
    public static Outcome<IPhotoUpload> Of(
        HttpRequest request, int photosMax = Features.Plants.Limits.PhotosMax, long bytesMax = Features.Plants.Limits.RequestBytesMax)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return TransportProblems.UnsupportedMediaType("multipart/form-data");
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > BoundaryLengthMax)
            return TransportProblems.MalformedRequest("The multipart boundary is missing or too long.");
        if (request.ContentLength > bytesMax + RequestOverheadBytesMax)
            return SubmitPhotos.TooLarge;
        return new PhotoUpload(new MultipartReader(boundary, request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 }, 2 * photosMax + 2);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Outcome<PhotoPart>> PartsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var count = 0; ; count++)
        {
            var (section, problem) = await NextAsync(cancellation);
            if (problem is null && section is null)
                yield break;
            if (problem is not null || count == partsMax)
            {
                yield return problem ?? TransportProblems.MalformedRequest($"The upload has more than {partsMax} parts.");
                yield break;
            }
            if (NameOf(section!) is "images" or "images[]")
                yield return new PhotoPart(new PartStream(section!.Body));
            else if (NameOf(section!) is "organ" or "organs" or "organ[]")
                _organs.Add(await ShortTextAsync(section!.Body, cancellation));
        }
    }

    /// <inheritdoc/>
    public Outcome<Organ> OrganOf(int index)
    {
        if (index >= _organs.Count || _organs[index].Length == 0)
            return Organ.Auto;
        return Enum.TryParse<Organ>(_organs[index], ignoreCase: true, out var organ) && Enum.IsDefined(organ) && !char.IsAsciiDigit(_organs[index][0])
            ? organ
            : Problem.Invalid(new FieldError($"/organ/{index}", $"must be {StandIn.Describe(Shape.InfoOf(typeof(Organ)))}."));
    }

    private async Task<(MultipartSection? Section, Problem? Problem)> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return (await reader.ReadNextSectionAsync(cancellation), null);
        }
        // The reader tells malformed framing only so; a body that ends early is an IOException.
        catch (Exception wrong) when (wrong is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, TransportProblems.MalformedRequest("The multipart body is malformed or cut off."));
        }
    }

    private static string? NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;

    private static async Task<string> ShortTextAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[OrganLengthMax + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return System.Text.Encoding.UTF8.GetString(buffer, 0, length).Trim();
    }

    /// <summary>A part's bytes; one that is cut off is the sender's fault, not ours.</summary>
    private sealed class PartStream(Stream part) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                return await part.ReadAsync(buffer, cancellationToken);
            }
            catch (Exception wrong) when (wrong is InvalidDataException or IOException and not BadHttpRequestException)
            {
                throw new BadHttpRequestException("The multipart body is malformed or cut off.", wrong);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
