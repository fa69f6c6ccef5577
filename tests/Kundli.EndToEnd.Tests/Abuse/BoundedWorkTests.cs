using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kundli.EndToEnd.Tests.Plants;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>
/// A9: what is sent to make the server work. Work is counted in bytes allocated by the process, which no clock changes: it stays within a fixed multiple of what was sent, and twice
/// as long an input costs no more than its share. Other tests of the process can only add to the count, so the least of a few tries is the request's own.
/// </summary>
[Collection(RunningHost.Name)]
public sealed class BoundedWorkTests(RunningHost host, ITestOutputHelper output)
{
    /// <summary>What a request costs whatever it holds, timers of the host included.</summary>
    private const long BytesForNothing = 6L * 1024 * 1024;

    /// <summary>Bytes allocated for each byte sent.</summary>
    private const int BytesAByteMax = 64;

    private const int TriesMax = 5;

    private static readonly string[] Hostile =
    [
        "' OR 1=1 --", "\"; DROP TABLE users; --", "{{7*7}}", "${jndi:ldap://127.0.0.1/a}", "<script>alert(1)</script>", "../../etc/passwd", "\u202Egnp.exe", "%0d%0aSet-Cookie:a=b", "*)(uid=*))(|(uid=*",
    ];

    [Fact]
    public async Task A9_deep_wide_and_hostile_bodies_cost_work_in_proportion_and_get_4xx()
    {
        var document = await ApiDocument.ReadAsync(host.Http);
        var (signedIn, _) = host.SignedIn();
        var worst = 0.0;
        foreach (var operation in document.Operations.Where(operation => operation.BodySchema is not null && operation.Method is "POST" or "PUT" or "PATCH"))
            foreach (var body in new[] { Deep(10_000), Keys(100_000), Keys(10_000), Wide(60_000) })
            {
                var path = operation.With(_ => "x");
                var (status, allocated) = await CostAsync(signedIn, new HttpMethod(operation.Method), path, body);
                Assert.True(status is >= 400 and < 500, $"{operation} answered {status}");
                // What is too long is refused by its length, before it is read.
                var read = Math.Min(body.Length, 128 * 1024);
                Assert.True(allocated <= BytesForNothing + (long)read * BytesAByteMax, $"{operation}: {allocated:N0} bytes for {body.Length:N0}");
                worst = Math.Max(worst, (double)allocated / read);
            }
        output.WriteLine($"A9: at most {worst:0} bytes allocated for a byte sent");
    }

    [Theory]
    [InlineData("api/v1/places?query=")]
    [InlineData("api/v1/products?query=")]
    [InlineData("api/v1/plants/species?query=")]
    public async Task A9_hostile_searches_are_data_and_cost_no_more_than_their_length(string path)
    {
        // The first search of a process loads what is searched.
        await CostAsync(host.Http, HttpMethod.Get, path + "tulsi", null);
        foreach (var text in Hostile.Concat([new string('a', 60), new string('(', 60), string.Concat(Enumerable.Repeat("aA1!", 15)), string.Concat(Enumerable.Repeat("a ", 30)), "क" + new string('्', 58)]))
        {
            var (status, allocated) = await CostAsync(host.Http, HttpMethod.Get, path + Uri.EscapeDataString(text), null);
            Assert.True(status is 200 or 422, $"{path}{text}: {status}");
            Assert.InRange(allocated, 0, BytesForNothing);
        }
    }

    [Fact]
    public async Task A9_a_question_of_twice_the_length_costs_no_more_than_its_share()
    {
        foreach (var part in new[] { "aaaa", "when will ", "मेरी शादी कब ", "(((((", "kab hogi kab " })
        {
            var (_, once) = await CostAsync(host.Http, HttpMethod.Post, "api/v1/questions/preview", Question(part, 200));
            var (status, twice) = await CostAsync(host.Http, HttpMethod.Post, "api/v1/questions/preview", Question(part, 400));
            Assert.InRange(status, 200, 422);
            Assert.InRange(twice, 0, 2 * once + BytesForNothing);
        }
    }

    private static byte[] Question(string part, int length) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["question"] = string.Concat(Enumerable.Repeat(part, length / part.Length)),
        ["longitudes"] = new JsonObject { ["moon"] = 45.5, ["lagna"] = 100.0 },
    }.ToJsonString());

    private static byte[] Deep(int depth) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));

    private static byte[] Keys(int count) => Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, count).Select(key => $"\"k{key}\":0")) + ",\"\":");

    private static byte[] Wide(int count) => Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("1", count)) + "]");

    private static async Task<(int Status, long Allocated)> CostAsync(HttpClient http, HttpMethod method, string path, byte[]? body)
    {
        var least = await OnceAsync(http, method, path, body);
        for (var again = 1; again < TriesMax && least.Allocated > BytesForNothing / 2; again++)
            least = await OnceAsync(http, method, path, body) is var other && other.Allocated < least.Allocated ? other : least;
        return least;
    }

    private static async Task<(int Status, long Allocated)> OnceAsync(HttpClient http, HttpMethod method, string path, byte[]? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new("application/json");
        }
        var before = GC.GetTotalAllocatedBytes(precise: true);
        HttpStatusCode status;
        using (var answer = await http.SendAsync(request))
            status = answer.StatusCode;
        return ((int)status, GC.GetTotalAllocatedBytes(precise: true) - before);
    }
}
