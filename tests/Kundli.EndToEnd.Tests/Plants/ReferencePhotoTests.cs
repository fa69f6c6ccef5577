using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

using Kundli.Testing;

using Xunit;

namespace Kundli.EndToEnd.Tests.Plants;

/// <summary>A plant that the net has never seen is learned from ten photos, over HTTP, and forgotten again.</summary>
[Collection(RunningHost.Name)]
public sealed class ReferencePhotoTests(RunningHost host)
{
    private const string References = "/api/v1/plants/species/zinnia/references";
    private const int ReferencePhotos = 10;
    private const int Probes = 10;

    [SharedFact("data/plants/photos")]
    public async Task Ten_photos_teach_a_plant_and_removing_them_unteaches_it()
    {
        var photos = Directory.GetFiles(Repository.Shared("data", "plants", "photos", "zinnia")).Order(StringComparer.Ordinal).ToList();
        // Every ninth: neighbours may be one plant in one burst.
        var chosen = photos.Where((_, index) => index % 9 == 0).Take(ReferencePhotos).Select(File.ReadAllBytes).ToList();
        var probes = photos.Where((_, index) => index % 9 == 4).Take(Probes).Select(File.ReadAllBytes).ToList();
        var (admin, _) = host.SignedIn("admin");

        Assert.Equal(0, await FoundAsync(probes));
        using var form = PlantHost.Form(chosen);
        using var learned = await admin.PostAsync(References, form);
        Assert.Equal((HttpStatusCode.OK, ReferencePhotos), (learned.StatusCode, (await learned.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("photos").GetInt32()));
        Assert.InRange(await FoundAsync(probes), Probes * 8 / 10, Probes);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync(References)).StatusCode);
        Assert.Equal(0, await FoundAsync(probes));
    }

    [Fact]
    public async Task Only_an_admin_teaches_only_plants_of_the_table_and_only_with_enough_photos()
    {
        var (admin, _) = host.SignedIn("admin");
        var (customer, _) = host.SignedIn();
        Assert.Equal(HttpStatusCode.Unauthorized, await TeachAsync(host.Http, References, 5));
        Assert.Equal(HttpStatusCode.Forbidden, await TeachAsync(customer, References, 5));
        Assert.Equal(HttpStatusCode.NotFound, await TeachAsync(admin, References.Replace("zinnia", "no-such-plant", StringComparison.Ordinal), 5));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TeachAsync(admin, References, 4));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await TeachAsync(admin, References, 25));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.DeleteAsync(References.Replace("zinnia", "champa", StringComparison.Ordinal))).StatusCode);
    }

    private static async Task<HttpStatusCode> TeachAsync(HttpClient http, string path, int count)
    {
        using var form = PlantHost.Form(Enumerable.Repeat(PlantHost.Drawn(64, 64), count));
        using var answer = await http.PostAsync(path, form);
        return answer.StatusCode;
    }

    private async Task<int> FoundAsync(IReadOnlyList<byte[]> probes)
    {
        var found = 0;
        foreach (var probe in probes)
            found += (await host.Http.IdentifyAsync(probe)).GetProperty("result").GetProperty("suggestions").EnumerateArray().Any(suggestion => suggestion.Slug() == "zinnia") ? 1 : 0;
        return found;
    }
}
