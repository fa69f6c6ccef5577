using System.Globalization;
using System.IO.Compression;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kundli.Features.Panchang;
using Microsoft.Extensions.Logging;

namespace Kundli.Adapters.Blobs;

/// <summary>
/// Prepared days and counts of asked places, a blob each: lines of fields between tabs, which neither a zone nor the JSON of an answer holds; the days compressed by Brotli.
/// A store that does not answer is no reason to refuse an almanac, nor to let it wait: what is read is absent then, what is counted is lost, and the log says so.
/// </summary>
public sealed partial class AlmanacBlobs(BlobServiceClient service, ILogger<AlmanacBlobs> logger) : IPreparedDays, IAskedPlaces
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const long AsksMax = 1_000_000;
    private const string DateFormat = "yyyy-MM-dd";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient("almanac");

    private BlobClient Days => _container.GetBlobClient("days");

    private BlobClient Asked => _container.GetBlobClient("asked");

    async Task<(PreparedDays Days, string Tag)?> IPreparedDays.ReadAsync(string release, string? known, CancellationToken cancellation)
    {
        if (await ReadAsync(Days, known, cancellation) is not { } blob)
            return null;
        await using var plain = new BrotliStream(new MemoryStream(blob.Content), CompressionMode.Decompress);
        using var lines = new StreamReader(plain, Encoding.UTF8);
        if (await lines.ReadLineAsync(cancellation) != release)
            return (PreparedDays.Of(release), blob.Tag);
        var places = new Dictionary<(double, double), (string Zone, Dictionary<DateOnly, ReadOnlyMemory<byte>> Texts)>();
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            var fields = line.Split('\t');
            var place = (Number(fields[0]), Number(fields[1]));
            if (!places.TryGetValue(place, out var days))
                places[place] = days = (fields[2], []);
            days.Texts[DateOnly.ParseExact(fields[3], DateFormat, CultureInfo.InvariantCulture)] = Encoding.UTF8.GetBytes(fields[4]);
        }
        return (new(release, places.ToDictionary(place => place.Key, place => new PreparedPlace(place.Value.Zone, place.Value.Texts))), blob.Tag);
    }

    async Task IPreparedDays.SaveAsync(PreparedDays days, CancellationToken cancellation)
    {
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        await using (var lines = new StreamWriter(brotli, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
        {
            await lines.WriteLineAsync(days.Release.AsMemory(), cancellation);
            foreach (var ((latitude, longitude), place) in days.Places)
                foreach (var (date, text) in place.Texts)
                    await lines.WriteLineAsync($"{Text(latitude)}\t{Text(longitude)}\t{place.TimeZone}\t{date.ToString(DateFormat, CultureInfo.InvariantCulture)}\t{Encoding.UTF8.GetString(text.Span)}".AsMemory(), cancellation);
        }
        packed.Position = 0;
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await Days.UploadAsync(packed, overwrite: true, cancellation);
    }

    async Task<IReadOnlyDictionary<(double Latitude, double Longitude), long>> IAskedPlaces.ReadAsync(CancellationToken cancellation) => (await CountsAsync(cancellation)).Counts;

    async Task<bool> IAskedPlaces.AddAsync(IReadOnlyDictionary<(double Latitude, double Longitude), long> counts, CancellationToken cancellation) =>
        await TryAsync(async ending => await AddAsync(counts, ending), cancellation);

    private async Task<bool> AddAsync(IReadOnlyDictionary<(double Latitude, double Longitude), long> counts, CancellationToken cancellation)
    {
        var (all, tag) = await CountsAsync(cancellation);
        foreach (var (place, count) in counts)
            all[place] = all.GetValueOrDefault(place) + count;
        // Halving lets the places of today overtake those of last year, and bounds the numbers.
        var part = all.Values.Sum() > AsksMax ? 2 : 1;
        var lines = string.Join('\n', all.Where(place => place.Value / part > 0).Select(place => $"{Text(place.Key.Latitude)}\t{Text(place.Key.Longitude)}\t{place.Value / part}"));
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await Asked.UploadAsync(BinaryData.FromString(lines), new BlobUploadOptions { Conditions = tag is { } seen ? new() { IfMatch = seen } : new() { IfNoneMatch = ETag.All } }, cancellation);
        return true;
    }

    private async Task<(Dictionary<(double Latitude, double Longitude), long> Counts, ETag? Tag)> CountsAsync(CancellationToken cancellation)
    {
        var counts = new Dictionary<(double, double), long>();
        if (await ReadAsync(Asked, null, cancellation) is not { } blob)
            return (counts, null);
        foreach (var fields in Encoding.UTF8.GetString(blob.Content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')))
            counts[(Number(fields[0]), Number(fields[1]))] = long.Parse(fields[2], CultureInfo.InvariantCulture);
        return (counts, new ETag(blob.Tag));
    }

    private Task<(byte[] Content, string Tag)?> ReadAsync(BlobClient blob, string? known, CancellationToken cancellation) => TryAsync<(byte[] Content, string Tag)?>(
        async ending =>
        {
            var found = await blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = known is null ? null : new() { IfNoneMatch = new ETag(known) } }, ending);
            return found.GetRawResponse().Status == 304 ? null : (found.Value.Content.ToArray(), found.Value.Details.ETag.ToString());
        },
        cancellation);

    /// <summary>Asks the store, not for long; the default of <typeparamref name="T"/> where it has nothing, where a condition does not hold, and where it does not answer.</summary>
    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await ask(patience.Token);
        }
        catch (RequestFailedException answered) when (answered.Status is 304 or 404 or 409 or 412)
        {
            return default;
        }
        catch (Exception failure) when (failure is RequestFailedException || Outage.IsOne(failure) || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            LogFailure(failure.GetType().Name);
            return default;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store of the almanac did not answer: {Error}.")]
    private partial void LogFailure(string error);

    private static string Text(double degrees) => degrees.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
