using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

using Kundli.Features.Identity;

using Microsoft.Extensions.DependencyInjection;

using SkiaSharp;

using Xunit;

namespace Kundli.EndToEnd.Tests.Plants;

/// <summary>What the plant tests have in common: sending photos, waiting for results, signing in.</summary>
internal static class PlantHost
{
    public const string Identifications = "/api/v1/plants/identifications";

    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(60);

    /// <summary>A two-coloured drawing as a JPEG.</summary>
    public static byte[] Drawn(int width = 320, int height = 240, SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(170, 120, 90));
        using var paint = new SKPaint { Color = new SKColor(40, 150, 50), IsAntialias = true };
        canvas.DrawOval(width / 2f, height / 2f, width / 3f, height / 4f, paint);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    public static MultipartFormDataContent Form(params IEnumerable<byte[]> photos)
    {
        var form = new MultipartFormDataContent();
        foreach (var photo in photos)
            form.Add(new ByteArrayContent(photo), "images", "photo");
        return form;
    }

    /// <summary>Sends photos that must be taken, and waits for the end of their analysis.</summary>
    public static async Task<JsonElement> IdentifyAsync(this HttpClient http, params IEnumerable<byte[]> photos)
    {
        using var form = Form(photos);
        using var sent = await http.PostAsync(Identifications, form);
        Assert.Equal(202, (int)sent.StatusCode);
        return await http.EndAsync(sent.Headers.Location!);
    }

    /// <summary>Polls an identification until it has ended.</summary>
    public static async Task<JsonElement> EndAsync(this HttpClient http, Uri address)
    {
        using var patience = new CancellationTokenSource(PatienceMax);
        while (true)
        {
            var view = await http.GetFromJsonAsync<JsonElement>(address, patience.Token);
            if (view.GetProperty("status").GetString() is "succeeded" or "failed")
                return view;
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>A client with a new customer's token.</summary>
    public static (HttpClient Http, string UserId) SignedIn(this RunningHost host, string role = "customer")
    {
        var account = new Account(Account.NewId(), "Asha", DateTimeOffset.UtcNow) { Roles = [role] };
        // Opened for real: a token without a session behind it is refused.
        Assert.True(host.Services.GetRequiredService<IAccountStore>().OpenAsync($"{account.UserId}@example.org", account, default).GetAwaiter().GetResult());
        var token = host.Services.GetRequiredService<OpenSession>().RunAsync(account, "test", default).GetAwaiter().GetResult().AccessToken;
        var http = new HttpClient { BaseAddress = host.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (http, account.UserId);
    }

    public static string? Slug(this JsonElement suggestion) => suggestion.GetProperty("slug").GetString();
}
