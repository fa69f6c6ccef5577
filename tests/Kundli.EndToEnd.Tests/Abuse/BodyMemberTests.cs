using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>A5 and A8 over every body of the document, so that a new route is judged by itself.</summary>
[Collection(RunningHost.Name)]
public sealed class BodyMemberTests(RunningHost host)
{
    private const string StaffPath = "/admin/";

    // What the server alone decides; a member that has such a name is read by somebody.
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "amount", "captured", "customerId", "discount", "emailVerified", "isPaid", "orderId", "orderState", "owner", "ownerId", "paid", "paymentState", "price", "role", "roles", "securityStamp", "status",
        "stock", "tax", "total", "totals", "unitPrice", "userId", "verdict",
    };

    [Fact]
    public async Task A5_no_body_of_a_customer_has_a_member_for_what_the_server_decides()
    {
        var document = await ApiDocument.ReadAsync(host.Http);
        var bodies = Bodies(document).Where(member => !member.Operation.Path.Contains(StaffPath, StringComparison.Ordinal)).ToList();
        Assert.True(bodies.Count > 100, "The document was not read.");
        Assert.Empty(bodies.Where(member => Ours.Contains(NameOf(member.Path))).Select(member => $"{member.Operation} {member.Path}"));
        Assert.Contains(Bodies(document), member => member.Operation.Path.Contains(StaffPath, StringComparison.Ordinal) && Ours.Contains(NameOf(member.Path)));
    }

    [Fact]
    public async Task A8_nothing_that_a_client_sends_is_an_address_to_be_called()
    {
        var document = await ApiDocument.ReadAsync(host.Http);
        var given = Bodies(document).Select(member => (member.Operation, member.Path, member.Schema))
            .Concat(document.Operations.SelectMany(operation => operation.QueryParameters.Select(parameter => (operation, $"?{parameter.GetProperty("name").GetString()}", parameter.GetProperty("schema")))));
        Assert.Empty(given.Where(input => IsAddress(input)).Select(input => $"{input.Item1} {input.Item2}"));
    }

    [Theory]
    [InlineData("/imageUrl", true)]
    [InlineData("/webhook", true)]
    [InlineData("/callbackUri", true)]
    [InlineData("/curl", false)]
    [InlineData("/deliveryAddress", false)]
    public void A_member_that_takes_an_address_would_be_found(string path, bool isFound) => Assert.Equal(isFound, IsAddress((null!, path, JsonDocument.Parse("{}").RootElement)));

    private static bool IsAddress((Operation Operation, string Path, JsonElement Schema) input) =>
        (input.Schema.TryGetProperty("format", out var format) && format.GetString() is "uri" or "url")
        || Regex.IsMatch(NameOf(input.Path), "(^|[a-z_])(Url|Uri|Href|Link|Endpoint|Callback|Webhook)|^(url|uri|href|link|endpoint|callback|webhook)", RegexOptions.CultureInvariant);

    private static IEnumerable<(Operation Operation, string Path, JsonElement Schema)> Bodies(ApiDocument document) =>
        from operation in document.Operations
        where operation.BodySchema is not null
        from member in document.Members(operation.BodySchema!.Value)
        select (operation, member.Path, member.Schema);

    private static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '?']) + 1)..];
}
