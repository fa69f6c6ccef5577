using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

using Azure.Storage.Blobs;
using Azure.Storage.Queues;

using Kundli.Features;
using Kundli.Features.Plants;
using Kundli.Features.Privacy;

using Microsoft.Extensions.DependencyInjection;

using SkiaSharp;

using Xunit;

namespace Kundli.EndToEnd.Tests.Plants;

/// <summary>The plant finder over HTTP, from the photo to its end.</summary>
[Collection(RunningHost.Name)]
public sealed class PlantStoryTests(RunningHost host)
{
    [Fact]
    public async Task A_photo_is_analysed_shown_without_metadata_and_removed()
    {
        var view = await host.Http.IdentifyAsync(PlantHost.Drawn(1000, 800));
        Assert.Equal("succeeded", view.GetProperty("status").GetString());
        Assert.Equal("kundli-plants", view.GetProperty("result").GetProperty("model").GetProperty("name").GetString());
        var path = $"{PlantHost.Identifications}/{view.GetProperty("id").GetString()}";

        using var small = SKBitmap.Decode(await host.Http.GetByteArrayAsync($"{path}/photos/0?size=thumbnail"));
        Assert.Equal((320, 256), (small.Width, small.Height));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"{path}/photos/1")).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await host.Http.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync($"{path}/photos/0")).StatusCode);
        Assert.Empty(await BlobsAsync("photos", view.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task A_message_that_was_given_up_does_not_fail_its_photo()
    {
        // Kept and noted, and no message sent: as where every process died that had taken it.
        await using var scope = host.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<SubmitPhotos>().RunAsync(Caller.Guest, new OnePhoto(PlantHost.Drawn()), default);
        var poison = new QueueClient(host.ConnectionString, "plant-analysis-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync($$"""{"v":1,"id":"{{kept.Value.Id}}","traceparent":null}""");

        var view = await host.Http.EndAsync(new Uri($"{PlantHost.Identifications}/{kept.Value.Id}", UriKind.Relative));
        Assert.Equal("succeeded", view.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Photos_go_to_their_own_addresses_and_are_submitted_by_the_upload()
    {
        var opened = await (await host.Http.PostAsJsonAsync("/api/v1/plants/uploads", new { count = 2 })).Content.ReadFromJsonAsync<JsonElement>();
        var id = opened.GetProperty("id").GetString()!;
        using var direct = new HttpClient();
        foreach (var slot in opened.GetProperty("photos").EnumerateArray())
        {
            Assert.Equal(HttpStatusCode.Created, (await PutAsync(direct, slot, PlantHost.Drawn())).StatusCode);
            // Neither written over nor read by who holds the address.
            Assert.False((await PutAsync(direct, slot, PlantHost.Drawn(64, 64))).IsSuccessStatusCode);
            Assert.False((await direct.GetAsync(slot.GetProperty("url").GetString())).IsSuccessStatusCode);
        }

        var submit = $"/api/v1/plants/uploads/{id}/identification";
        using var submitted = await host.Http.PostAsJsonAsync(submit, new { organs = new[] { "leaf" } });
        Assert.Equal(HttpStatusCode.Accepted, submitted.StatusCode);
        var view = await host.Http.EndAsync(submitted.Headers.Location!);
        Assert.Equal(["leaf", "auto"], view.GetProperty("result").GetProperty("photos").EnumerateArray().Select(photo => photo.GetProperty("organ").GetString()));
        // Submitting again is answered like once.
        Assert.Equal(HttpStatusCode.Accepted, (await host.Http.PostAsJsonAsync(submit, new { })).StatusCode);
    }

    [Theory]
    [InlineData("PUT", true)]
    [InlineData("GET", false)]
    public async Task A_page_of_another_origin_may_put_a_photo_to_its_address_and_do_nothing_else(string method, bool allowed)
    {
        var opened = await (await host.Http.PostAsJsonAsync("/api/v1/plants/uploads", new { count = 1 })).Content.ReadFromJsonAsync<JsonElement>();
        using var direct = new HttpClient();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, opened.GetProperty("photos")[0].GetProperty("url").GetString());
        preflight.Headers.Add("Origin", "http://127.0.0.1:5173");
        preflight.Headers.Add("Access-Control-Request-Method", method);
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,x-ms-blob-type");
        using var answer = await direct.SendAsync(preflight);
        Assert.Equal(allowed, answer.IsSuccessStatusCode && answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task An_upload_of_something_else_is_refused_and_removed()
    {
        var opened = await (await host.Http.PostAsJsonAsync("/api/v1/plants/uploads", new { count = 1 })).Content.ReadFromJsonAsync<JsonElement>();
        var id = opened.GetProperty("id").GetString()!;
        using var direct = new HttpClient();
        await PutAsync(direct, opened.GetProperty("photos")[0], Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        using var submitted = await host.Http.PostAsJsonAsync($"/api/v1/plants/uploads/{id}/identification", new { });
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, submitted.StatusCode);
        Assert.Empty(await BlobsAsync("incoming", id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.Http.PostAsJsonAsync("/api/v1/plants/uploads", new { count = 6 })).StatusCode);
    }

    [Fact]
    public async Task Where_the_model_is_unsure_the_key_leads_to_a_sacred_plant_that_a_person_confirms()
    {
        var path = $"{PlantHost.Identifications}/{await UnsureAsync(owner: null)}";
        var asked = await host.Http.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal(4, asked.GetProperty("key").GetArrayLength());
        // Datura's warning stands there although it is only the second suggestion.
        Assert.Contains(asked.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("slug").GetString() == "datura_black");

        var narrowed = await (await host.Http.PostAsJsonAsync($"{path}/key", new { answers = new { habit = "tree", sap = "milky" } })).Content.ReadFromJsonAsync<JsonElement>();
        var left = narrowed.GetProperty("candidates").EnumerateArray().Select(PlantHost.Slug).ToList();
        Assert.Equal("unsure", narrowed.GetProperty("verdict").GetString());
        Assert.Contains("peepal", left);
        Assert.DoesNotContain("neem", left);

        using var wrong = await host.Http.PostAsJsonAsync($"{path}/key", new { answers = new { habit = "tree", sap = "milky" }, species = "neem" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var chosen = await (await host.Http.PostAsJsonAsync($"{path}/key", new { answers = new { habit = "tree", sap = "milky" }, species = "peepal" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("confirmedByUser", chosen.GetProperty("verdict").GetString());

        var confirmed = await host.Http.GetFromJsonAsync<JsonElement>(path);
        Assert.Equal("confirmedByUser", confirmed.GetProperty("result").GetProperty("verdict").GetString());
        Assert.Equal("peepal", confirmed.GetProperty("plant").GetProperty("slug").GetString());
        Assert.Contains("pushya", confirmed.GetProperty("associations").GetProperty("nakshatras").EnumerateArray().Select(star => star.GetString()));
    }

    [Fact]
    public async Task Feedback_with_consent_keeps_the_photo_for_training_and_without_takes_it_back()
    {
        var view = await host.Http.IdentifyAsync(PlantHost.Drawn());
        var id = view.GetProperty("id").GetString()!;
        var path = $"{PlantHost.Identifications}/{id}/feedback";
        Assert.Equal(HttpStatusCode.OK, (await host.Http.PostAsJsonAsync(path, new { species = "tulsi", trainingConsent = true })).StatusCode);
        Assert.Equal([$"{id}/tulsi/0.jpg"], await BlobsAsync("training", id));

        Assert.Equal(HttpStatusCode.OK, (await host.Http.PostAsJsonAsync(path, new { species = "tulsi", trainingConsent = false })).StatusCode);
        Assert.Empty(await BlobsAsync("training", id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await host.Http.PostAsJsonAsync(path, new { species = "no-such-plant" })).StatusCode);
    }

    [Fact]
    public async Task A_members_identifications_are_listed_hidden_from_others_handed_over_and_erased()
    {
        var (http, userId) = host.SignedIn();
        var (stranger, _) = host.SignedIn();
        var view = await http.IdentifyAsync(PlantHost.Drawn());
        var id = view.GetProperty("id").GetString()!;
        await http.PostAsJsonAsync($"{PlantHost.Identifications}/{id}/feedback", new { species = "tulsi", trainingConsent = true });

        var list = await http.GetFromJsonAsync<JsonElement>(PlantHost.Identifications);
        Assert.Equal(id, Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{PlantHost.Identifications}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{PlantHost.Identifications}/{id}/photos/0")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.DeleteAsync($"{PlantHost.Identifications}/{id}")).StatusCode);

        var records = host.Services.GetServices<IPersonalRecords>().OfType<PersonalPlants>().Single();
        var held = new List<object>();
        await foreach (var record in records.ExportAsync(userId, CancellationToken.None))
            held.Add(record);
        Assert.Equal("tulsi", held.OfType<PersonalIdentification>().Single().Feedback!.Species);
        Assert.Equal(id, held.OfType<PersonalTrainingPhotos>().Single().Id);

        Assert.Equal(Erasure.Done, await records.EraseAsync(userId, CancellationToken.None));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"{PlantHost.Identifications}/{id}")).StatusCode);
        Assert.Empty(await BlobsAsync("photos", id));
        Assert.Empty(await BlobsAsync("training", id));
        await foreach (var record in records.ExportAsync(userId, CancellationToken.None))
            Assert.Fail($"Still there: {record}");
    }

    /// <summary>An identification whose analysis left it unsure, as the model's would.</summary>
    private async Task<string> UnsureAsync(string? owner)
    {
        var id = Features.Identity.Account.NewId();
        Suggestion Maybe(string slug, double confidence) => new(slug, slug, new(slug, null), confidence);
        var result = new PlantResult(new(0.97, true), Verdict.Unsure, [Maybe("guava", 0.3), Maybe("datura_black", 0.02)], null, null, [new(64, 64, Organ.Auto, 0.5)]);
        var identification = new Identification(id, owner, DateTimeOffset.UtcNow, [new(PhotoFormat.Jpeg, 1, Organ.Auto)]).Succeed(result, DateTimeOffset.UtcNow);
        Assert.True(await host.Services.GetRequiredService<IIdentificationStore>().AddAsync(identification, CancellationToken.None));
        return id;
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, JsonElement slot, byte[] photo)
    {
        var request = new HttpRequestMessage(new HttpMethod(slot.GetProperty("method").GetString()!), slot.GetProperty("url").GetString()) { Content = new ByteArrayContent(photo) };
        foreach (var header in slot.GetProperty("headers").EnumerateObject())
            if (!request.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString()))
                request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value.GetString());
        return await http.SendAsync(request);
    }

    private async Task<IReadOnlyList<string>> BlobsAsync(string container, string id)
    {
        var names = new List<string>();
        await foreach (var blob in new BlobContainerClient(host.ConnectionString, container).GetBlobsAsync(default, default, $"{id}/", CancellationToken.None))
            names.Add(blob.Name);
        return names;
    }

    private sealed class OnePhoto(byte[] bytes) : IPhotoUpload
    {
        public async IAsyncEnumerable<Outcome<PhotoPart>> PartsAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Yield();
            yield return new PhotoPart(new MemoryStream(bytes));
        }

        public Outcome<Organ> OrganOf(int index) => Organ.Auto;
    }
}
