using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Kundli.EndToEnd.Tests.Plants;
using Kundli.Features.Privacy;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>Somebody who has used everything, with a word of their own in every text: account, address, consents, a chart, a conversation, a cart, an order, photos.</summary>
internal sealed record FullAccount(HttpClient Http, string Mail, string Address, string Chart, string Cart, string Order, string Identification, string Conversation)
{
    /// <summary>An entry of the journal.</summary>
    public string Journal { get; private init; } = "";

    public const string Password = "correct horse battery staple 42";

    /// <summary>Everything over HTTP, as a person would do it.</summary>
    /// <param name="host">The host.</param>
    /// <param name="word">Letters that stand in the mail address, the names, the streets.</param>
    public static async Task<FullAccount> OpenAsync(RunningHost host, string word)
    {
        var http = new HttpClient { BaseAddress = host.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("X-Client", "mobile");
        http.DefaultRequestHeaders.UserAgent.ParseAdd($"{word}-device");
        var mail = $"{word}-{Guid.NewGuid():N}@example.org";
        await OkAsync(http.PostAsJsonAsync("/api/v1/auth/register", new { email = mail, password = Password, displayName = $"{word} name" }));
        var session = await OkAsync(http.PostAsJsonAsync("/api/v1/auth/login", new { email = mail, password = Password }));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", session.GetProperty("accessToken").GetString());
        var made = new FullAccount(http, mail, "", "", "", "", "", "");
        await OkAsync(http.PutAsJsonAsync("/api/v1/me/consents", new { consents = new[] { Agreed("savedCharts", ConsentPurpose.SavedCharts), Agreed("conversations", ConsentPurpose.Conversations) } }));
        var order = await made.OrderAsync(word);
        made = made with
        {
            Address = await made.CreatedAsync("/api/v1/me/addresses", new { address = AddressOf(word), label = $"{word} home" }),
            Chart = await made.CreatedAsync("/api/v1/charts", new { name = $"{word} birth", birth = new { date = "1990-04-12", time = "06:30:00", latitude = 26.91, longitude = 75.79, timeZone = "Asia/Kolkata" } }),
            Cart = await made.FilledCartAsync(word),
            Order = order,
            Identification = (await http.IdentifyAsync(PlantHost.Drawn())).GetProperty("id").GetString()!,
        };
        made = made with { Journal = await made.CreatedAsync("/api/v1/me/journal", new { identificationId = made.Identification, note = $"{word} watered it" }) };
        made = made with { Conversation = await made.CreatedAsync("/api/v1/conversations", new { chartId = made.Chart }) };
        await OkAsync(http.PostAsJsonAsync($"/api/v1/conversations/{made.Conversation}/messages", new { question = $"How does the work of {word} go on?" }));
        return made;
    }

    private static object Agreed(string name, ConsentPurpose purpose) => new { purpose = name, granted = true, noticeVersion = ConsentNotice.Of(purpose).Version };

    /// <summary>Creates something and answers its id.</summary>
    public async Task<string> CreatedAsync(string path, object? body)
    {
        using var response = await Http.PostAsync(path, body is null ? null : JsonContent.Create(body));
        Assert.True(response.StatusCode == HttpStatusCode.Created, $"{path}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private async Task<string> FilledCartAsync(string word)
    {
        var cart = await CreatedAsync("/api/v1/carts", null);
        var slug = (await Http.GetFromJsonAsync<JsonElement>("/api/v1/products?inStock=true&limit=1")).GetProperty("items")[0].GetProperty("slug").GetString();
        var variants = (await Http.GetFromJsonAsync<JsonElement>($"/api/v1/products/{slug}")).GetProperty("variants").EnumerateArray();
        var sku = variants.First(variant => variant.GetProperty("available").GetInt32() > 0).GetProperty("sku").GetString();
        await OkAsync(Http.PutAsJsonAsync($"/api/v1/carts/{cart}/items/{sku}", new { quantity = 1 }));
        await OkAsync(Http.PutAsJsonAsync($"/api/v1/carts/{cart}/delivery", new { method = "standard", address = AddressOf(word) }));
        return cart;
    }

    /// <summary>An order whose payment is still to come, so that nothing of it moves by itself.</summary>
    private async Task<string> OrderAsync(string word)
    {
        var cart = await FilledCartAsync(word);
        var summary = await Http.GetFromJsonAsync<JsonElement>($"/api/v1/carts/{cart}/summary?paymentMethod=card");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/checkouts")
        {
            Content = JsonContent.Create(new
            {
                cartId = cart,
                summaryHash = summary.GetProperty("summaryHash").GetString(),
                customer = new { kind = "individual", name = $"{word} buyer", email = Mail, phone = "+919876543210" },
                billingAddress = AddressOf(word),
                deliveryAddress = AddressOf(word),
                payment = new { method = "card", token = "tok_late" },
                termsAccepted = true,
            }),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        return (await OkAsync(Http.SendAsync(request))).GetProperty("orderId").GetString()!;
    }

    private static object AddressOf(string word) => new { name = $"{word} receiver", line1 = $"12 {word} Road", city = "New Delhi", state = "DL", postalCode = "110003", phone = "+919876543210" };

    private static async Task<JsonElement> OkAsync(Task<HttpResponseMessage> sent)
    {
        using var response = await sent;
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return response.Content.Headers.ContentLength > 0 ? await response.Content.ReadFromJsonAsync<JsonElement>() : default;
    }
}
