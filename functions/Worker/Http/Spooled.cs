using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Kundli.Worker.Http;

/// <summary>
/// A long answer that is written whole before it is returned, so that what fails in it fails inside the error middleware; beyond a bit of memory it lies in a
/// temporary file that is gone with the answer.
/// </summary>
internal sealed class Spooled : IResult
{
    /// <summary>Bytes that stay in memory.</summary>
    private const int MemoryBytesMax = 256 * 1024;

    /// <summary>Bytes of the whole answer.</summary>
    private const long BytesMax = 512L * 1024 * 1024;

    private readonly FileBufferingWriteStream _content;
    private readonly string _contentType;
    private readonly string _fileName;

    private Spooled(FileBufferingWriteStream content, string contentType, string fileName) => (_content, _contentType, _fileName) = (content, contentType, fileName);

    /// <summary>Has the content written.</summary>
    public static async Task<IResult> WriteAsync(Func<Stream, CancellationToken, Task> write, string contentType, string fileName, CancellationToken cancellation)
    {
        var content = new FileBufferingWriteStream(MemoryBytesMax, BytesMax);
        var isWritten = false;
        try
        {
            await write(content, cancellation);
            isWritten = true;
            return new Spooled(content, contentType, fileName);
        }
        finally
        {
            if (!isWritten)
                await content.DisposeAsync();
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var content = _content;
        var response = httpContext.Response;
        response.ContentType = _contentType;
        response.ContentLength = content.Length;
        response.Headers.CacheControl = Cache.None.Header;
        response.Headers.ContentDisposition = $"attachment; filename=\"{_fileName}\"";
        await content.DrainBufferAsync(response.Body, httpContext.RequestAborted);
    }
}
