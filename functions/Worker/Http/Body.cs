using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Kundli.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kundli.Worker.Http;

/// <summary>Reads a JSON body into a request record, or says everything that is wrong with it at once.</summary>
internal static class Body
{
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = Json.DepthMax, AllowDuplicateProperties = false };

    /// <summary>
    /// The body as <typeparamref name="T"/>; else 415, 413 (before the body is read whole), 400 for malformed JSON, or one 422 that names every
    /// member of a wrong kind, every missing one, every unknown one in <c>settings</c> and everything that the record's validator refuses.
    /// </summary>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellation, int bytesMax = Limits.BodyBytesMax)
    {
        if (!IsJson(request.ContentType))
            return TransportProblems.UnsupportedMediaType("application/json");
        var bytes = await ReadBytesAsync(request, bytesMax, cancellation);
        return bytes.IsOk ? Parse<T>(bytes.Value) : bytes.Problem;
    }

    /// <summary>Like <see cref="ReadAsync{T}"/>, but no body at all is taken too and gives null.</summary>
    public static async Task<Outcome<T?>> ReadOptionalAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && request.ContentType is null))
            return (T?)null;
        return (await ReadAsync<T>(request, cancellation)).Map(body => (T?)body);
    }

    /// <summary>The raw bytes, for a signature that covers them; 413 as soon as there are too many.</summary>
    public static async Task<Outcome<byte[]>> ReadBytesAsync(HttpRequest request, int bytesMax, CancellationToken cancellation)
    {
        if (request.ContentLength > bytesMax)
            return TransportProblems.BodyTooLarge(bytesMax);
        var buffer = ArrayPool<byte>.Shared.Rent(bytesMax + 1);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Limits.BodyTimeout);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, bytesMax + 1), bytesMax + 1, throwOnEndOfStream: false, patience.Token);
            return length > bytesMax ? TransportProblems.BodyTooLarge(bytesMax) : buffer.AsSpan(0, length).ToArray();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && !request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return TransportProblems.BodyTimedOut;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static Outcome<T> Parse<T>(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
            return TransportProblems.MalformedJson("It is not UTF-8.");
        try
        {
            using var document = JsonDocument.Parse(bytes, Parsing);
            return Reading.Of<T>(document.RootElement, parts => "/" + string.Join('/', parts));
        }
        catch (JsonException wrong)
        {
            return TransportProblems.MalformedJson($"Line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException wrong) when (wrong.Source?.StartsWith("System.Text.Json", StringComparison.Ordinal) == true)
        {
            // Half a surrogate pair parses as JSON but is no text.
            return TransportProblems.MalformedJson("It holds an incomplete UTF-16 escape.");
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
