using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kundli.EndToEnd.Tests.Plants;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>
/// A1: requests that can't be right, over every operation of the OpenAPI document, as a guest and signed in. <c>KUNDLI_ABUSE_CALLS=10000</c> is the full run;
/// CI sends fewer, from the same generator.
/// </summary>
[Collection(RunningHost.Name)]
public sealed class MalformedRequestTests(RunningHost host)
{
    private const int CallsInCi = 600;
    private const long GrowthBytesMax = 50L * 1024 * 1024;

    private static readonly int Calls = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_ABUSE_CALLS"), CultureInfo.InvariantCulture, out var calls) ? calls : CallsInCi;
    private static readonly string[] Garbage = ["%00", "..%2F..%2Fetc", "%7B%7D", "-1", "' OR 1=1 --", "<script>", "%E2%80%AE", "%F0%9F%98%80", "nil%0d%0aX-Evil:1", "9999999999999999999999", "null", "Ω"];

    [Fact]
    public async Task A1_malformed_requests_over_all_operations_get_only_4xx_problems_and_memory_stays()
    {
        var document = await ApiDocument.ReadAsync(host.Http);
        var (signedIn, _) = host.SignedIn();
        await RunAsync(document, signedIn, seed: 0, Math.Min(Calls, document.Operations.Count * 2));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var statuses = await RunAsync(document, signedIn, seed: 1, Calls);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"A1: {Calls} calls over {document.Operations.Count} operations, {string.Join(", ", statuses.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}: {entry.Value}"))}, growth {growth / 1024} KiB");
        Assert.InRange(growth, long.MinValue, GrowthBytesMax);
        Assert.All(statuses.Keys, status => Assert.InRange(status, 400, 499));
    }

    private async Task<Dictionary<int, int>> RunAsync(ApiDocument document, HttpClient signedIn, int seed, int calls)
    {
        var statuses = new Dictionary<int, int>();
        for (var call = 0; call < calls; call++)
        {
            var random = new Random((seed * 1_000_003) + call);
            var operation = document.Operations[call % document.Operations.Count];
            using var request = Malformed(operation, random);
            using var response = await (call / document.Operations.Count % 2 == 0 ? host.Http : signedIn).SendAsync(request);
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            var told = $"{operation} with {request.RequestUri} and {(request.Content is null ? "no body" : await request.Content.ReadAsStringAsync())} answered {status}";
            Assert.True(status is >= 400 and < 500, told);
            // What the server itself can't parse, and what is not under /api, never reaches a function.
            if (operation.Path.StartsWith("/api/", StringComparison.Ordinal) && (status != 400 || response.Content.Headers.ContentLength > 0))
                Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", told);
        }
        return statuses;
    }

    private static HttpRequestMessage Malformed(Operation operation, Random random)
    {
        var faults = new List<Func<HttpRequestMessage>> { () => WrongMethod(operation, random) };
        if (operation.TakesBody)
            faults.AddRange([() => WrongBody(operation, random), () => WrongBody(operation, random), () => WrongType(operation, random)]);
        if (operation.QueryParameters.Any(IsTyped))
            faults.Add(() => WrongQuery(operation, random));
        return faults[random.Next(faults.Count)]();
    }

    private static HttpRequestMessage WrongMethod(Operation operation, Random random)
    {
        var taken = operation.Document.Operations.Where(other => Segments(other.Path) == Segments(operation.Path)).Select(other => other.Method).ToHashSet();
        var free = new[] { "DELETE", "PATCH", "PUT", "PROPFIND", "TRACE", "LOCK" }.Where(method => !taken.Contains(method)).ToArray();
        return new HttpRequestMessage(new HttpMethod(free[random.Next(free.Length)]), Address(operation, random));
    }

    private static HttpRequestMessage WrongType(Operation operation, Random random) => new(new HttpMethod(operation.Method), Address(operation, random))
    {
        Content = new StringContent("x", Encoding.UTF8, random.Next(2) == 0 ? "text/plain" : "application/xml"),
    };

    private static HttpRequestMessage WrongQuery(Operation operation, Random random)
    {
        var typed = operation.QueryParameters.Where(IsTyped).ToArray();
        var name = typed[random.Next(typed.Length)].GetProperty("name").GetString();
        return new HttpRequestMessage(new HttpMethod(operation.Method), $"{Address(operation, random)}?{name}=not-a-number");
    }

    private static HttpRequestMessage WrongBody(Operation operation, Random random)
    {
        var bytes = operation.BodySchema is { } schema ? Mutated(operation.Document.Example(schema)?.ToJsonString() ?? "{}", random) : Encoding.UTF8.GetBytes("--x\r\nbroken");
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(operation.BodySchema is null ? "multipart/form-data; boundary=x" : "application/json");
        return new HttpRequestMessage(new HttpMethod(operation.Method), Address(operation, random)) { Content = content };
    }

    /// <summary>Every one of these is no JSON object of the body's shape, whatever the shape is.</summary>
    private static byte[] Mutated(string json, Random random) => random.Next(10) switch
    {
        0 => Encoding.UTF8.GetBytes(json[..random.Next(1, json.Length)]),
        1 => Encoding.UTF8.GetBytes(json + "}"),
        2 => Encoding.UTF8.GetBytes(new string('[', random.Next(40, 10_000))),
        3 => Encoding.UTF8.GetBytes($"[{json}]"),
        4 => [.. Encoding.UTF8.GetBytes(json), 0xC3, 0x28],
        5 => Encoding.UTF8.GetBytes(json.Replace(':', '=') + "\0"),
        6 => Encoding.UTF8.GetBytes("\"" + new string('a', random.Next(1, 4000)) + "\""),
        7 => Encoding.UTF8.GetBytes("{\"a\":1,\"a\":2}"),
        8 => Encoding.UTF8.GetBytes("{\"a\":\"\\ud800\",}"),
        _ => Encoding.UTF8.GetBytes(random.NextInt64().ToString(CultureInfo.InvariantCulture)),
    };

    private static string Address(Operation operation, Random random) => operation.With(_ => Uri.UnescapeDataString(Garbage[random.Next(Garbage.Length)]).Replace("/", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal));

    private static bool IsTyped(System.Text.Json.JsonElement parameter) => parameter.GetProperty("schema").ToString() is var schema && (schema.Contains("integer", StringComparison.Ordinal) || schema.Contains("\"number\"", StringComparison.Ordinal)) && !schema.Contains("string", StringComparison.Ordinal);

    private static string Segments(string path) => string.Join('/', path.Split('/').Select(part => part.StartsWith('{') ? "{}" : part));
}
