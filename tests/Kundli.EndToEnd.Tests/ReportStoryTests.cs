using System.Net;
using System.Text.Json;
using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>A report over HTTP: asked for, made by the queue, watched, fetched, gone with its chart.</summary>
[Collection(RunningHost.Name)]
public sealed class ReportStoryTests(RunningHost host)
{
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(60);

    private static readonly object Chart = new
    {
        name = "Asha",
        birth = new { date = "1990-05-15", time = "14:30:00.000", timeAccuracy = "exact", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata", place = "New Delhi" },
    };

    [Fact]
    public async Task A_report_is_made_by_the_queue_and_fetched_by_its_owner_alone()
    {
        using var owner = await Member.RegisterAsync(host.Http.BaseAddress!);
        using var other = await Member.RegisterAsync(host.Http.BaseAddress!);
        var (saved, _) = await owner.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, Chart);
        var chart = $"/api/v1/charts/{saved.GetProperty("id").GetString()}";
        var (missing, _) = await owner.SendAsync(HttpMethod.Get, $"{chart}/report.pdf", HttpStatusCode.NotFound);
        Assert.Equal("urn:kundli:problem:report-not-made", missing.GetProperty("type").GetString());
        await other.SendAsync(HttpMethod.Post, $"{chart}/reports", HttpStatusCode.NotFound, new { language = "hi" });

        var (asked, headers) = await owner.SendAsync(HttpMethod.Post, $"{chart}/reports", HttpStatusCode.Accepted, new { language = "hi" });
        Assert.Equal(0, asked.GetProperty("progressPercent").GetInt32());
        var done = await EndAsync(owner, headers.Location!.ToString());
        Assert.Equal("succeeded", done.GetProperty("status").GetString());
        Assert.InRange(done.GetProperty("pages").GetInt32(), 8, 20);

        using var file = await owner.Http.GetAsync(done.GetProperty("href").GetString());
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString((await file.Content.ReadAsByteArrayAsync()).AsSpan(0, 8)), StringComparison.Ordinal);
        await other.SendAsync(HttpMethod.Get, $"{chart}/report.pdf", HttpStatusCode.NotFound);
        await other.SendAsync(HttpMethod.Get, headers.Location.ToString(), HttpStatusCode.NotFound);

        await owner.SendAsync(HttpMethod.Delete, chart, HttpStatusCode.NoContent);
        await owner.SendAsync(HttpMethod.Get, headers.Location.ToString(), HttpStatusCode.NotFound);
        var blobs = new Azure.Storage.Blobs.BlobContainerClient(host.ConnectionString, "reports");
        Assert.DoesNotContain(blobs.GetBlobs(), blob => blob.Name.Contains(saved.GetProperty("id").GetString()!, StringComparison.Ordinal));
    }

    private static async Task<JsonElement> EndAsync(Member owner, string path)
    {
        using var patience = new CancellationTokenSource(PatienceMax);
        while (true)
        {
            var (view, _) = await owner.SendAsync(HttpMethod.Get, path, HttpStatusCode.OK);
            if (view.GetProperty("status").GetString() is "succeeded" or "failed")
                return view;
            await Task.Delay(100, patience.Token);
        }
    }
}
