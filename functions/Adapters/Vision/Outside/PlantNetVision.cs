using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Kundli.Features.Plants;

namespace Kundli.Adapters.Vision.Outside;

/// <summary>
/// Pl@ntNet's API, <c>POST v2/identify/all</c>: 1 to 5 images with organs, species with scores that sum to at most one. Throws when it fails; no
/// species found (404) is an answer without names.
/// </summary>
public sealed class PlantNetVision(HttpClient http, OutsideOptions options, ISpeciesTable table) : IOutsideVision
{
    private const int ResultsMax = 10;

    /// <summary>Its scores were never measured against our photos: a name needs a high one and a wide lead.</summary>
    private static readonly VisionThresholds Thresholds = new(Identify: 0.8, Margin: 0.3, NotAPlant: 1.01, Genus: 0.8);

    private readonly Names _names = new(table);

    /// <inheritdoc/>
    public async Task<Sighting?> AskAsync(IReadOnlyList<OutsidePhoto> photos, CancellationToken cancellation)
    {
        using var form = new MultipartFormDataContent();
        foreach (var photo in photos)
        {
            form.Add(new ReadOnlyMemoryContent(photo.Jpeg) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "images", "photo.jpg");
            form.Add(new StringContent(KeyOf(photo.Organ)), "organs");
        }
        var address = new Uri(options.Endpoint, $"v2/identify/all?nb-results={ResultsMax.ToString(CultureInfo.InvariantCulture)}&api-key={Uri.EscapeDataString(options.Key)}");
        using var answer = await http.PostAsync(address, form, cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        answer.EnsureSuccessStatusCode();
        var told = await answer.Content.ReadFromJsonAsync<Told>(JsonSerializerOptions.Web, cancellation) ?? throw new JsonException("Pl@ntNet answered null.");
        return new(
            [.. (told.Results ?? []).Where(result => result.Species?.ScientificNameWithoutAuthor is { Length: > 0 }).Select(result => _names.Score(result.Species!.ScientificNameWithoutAuthor!, result.Score))],
            null, new("plantnet", told.Version ?? "unknown"), Thresholds);
    }

    private static string KeyOf(Organ organ) => organ switch
    {
        Organ.Leaf => "leaf",
        Organ.Flower => "flower",
        Organ.Fruit => "fruit",
        Organ.Bark => "bark",
        _ => "auto",
    };

    private sealed record Told(IReadOnlyList<Result>? Results, string? Version);

    private sealed record Result(double Score, NamedSpecies? Species);

    private sealed record NamedSpecies(string? ScientificNameWithoutAuthor);
}
