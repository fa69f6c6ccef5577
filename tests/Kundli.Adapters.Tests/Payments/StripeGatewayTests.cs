using System.Text;
using System.Text.Json.Nodes;
using Kundli.Adapters.Payments;
using Kundli.Features;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;
using Kundli.Testing;
using Stripe;
using Xunit;

namespace Kundli.Adapters.Tests.Payments;

/// <summary>The adapter with Stripe's own library against a double of its API on a local socket.</summary>
public sealed class StripeGatewayTests : IAsyncLifetime
{
    private const string Secret = "whsec_of_the_double_0123456789";
    private const string OldSecret = "whsec_before_rotation_0123456";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly PaymentRequest Card = new("order1-key1", "order1", Money.Paise(578_00), Features.Pricing.PaymentMethod.Card, "pm_ok");

    private readonly Dictionary<string, JsonObject> _intents = [];
    private readonly Dictionary<string, string> _byKey = [];
    private readonly List<JsonObject> _refunds = [];
    private readonly HttpDouble _http;
    private readonly HttpClient _client = new();
    private readonly StripeGateway _gateway;

    public StripeGatewayTests()
    {
        _http = new HttpDouble(Answer);
        _gateway = new StripeGateway(_client, new StripeOptions { SecretKey = "sk_test_1", PublicKey = "pk_test_1", WebhookSecrets = [Secret, OldSecret], Address = _http.Address });
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _http.DisposeAsync();
        _client.Dispose();
    }

    [Fact]
    public async Task A_card_is_charged_once_for_one_key()
    {
        var first = await _gateway.PayAsync(Card, default);
        var again = await _gateway.PayAsync(Card, default);
        Assert.Equal((PaymentAnswer.Captured, "visa", "4242", Money.Paise(578_00)), (first.Answer, first.Brand, first.Last4, first.Amount));
        Assert.Equal(first.Reference, again.Reference);
        var asked = _http.Requests.First();
        Assert.Equal(("578_00".Replace("_", "", StringComparison.Ordinal), "inr", "order1", "order1-key1"), (asked.Form["amount"], asked.Form["currency"], asked.Form["metadata[orderId]"], asked.Headers["Idempotency-Key"]));
    }

    [Theory]
    [InlineData("pm_declined", PaymentAnswer.Declined)]
    [InlineData("pm_3ds", PaymentAnswer.Pending)]
    public async Task A_refused_card_is_declined_and_strong_authentication_waits_with_a_client_secret(string token, PaymentAnswer answer)
    {
        var payment = await _gateway.PayAsync(Card with { Token = token }, default);
        Assert.Equal(answer, payment.Answer);
        Assert.Equal(answer == PaymentAnswer.Pending, payment.ClientSecret is not null);
        Assert.Equal(answer == PaymentAnswer.Declined ? "Your card was declined." : null, payment.Reason);
    }

    [Fact]
    public async Task A_payment_whose_answer_never_came_is_found_by_its_key_or_its_reference()
    {
        var paid = await _gateway.PayAsync(Card, default);
        Assert.Equal(paid.Reference, (await _gateway.FindAsync(Card.Key, null, default))!.Reference);
        Assert.Equal(PaymentAnswer.Captured, (await _gateway.FindAsync(Card.Key, paid.Reference, default))!.Answer);
        Assert.Null(await _gateway.FindAsync("order2-key1", null, default));
    }

    [Fact]
    public async Task A_refund_is_made_once_even_when_the_key_is_forgotten()
    {
        var paid = await _gateway.PayAsync(Card, default);
        var refund = await _gateway.RefundAsync(paid.Reference, Money.Paise(100_00), "order1-r1", default);
        Assert.Equal(refund, await _gateway.RefundAsync(paid.Reference, Money.Paise(100_00), "order1-r1", default));
        Assert.Single(_refunds);
    }

    [Fact]
    public async Task Events_count_with_a_good_signature_within_five_minutes_of_either_secret()
    {
        var paid = await _gateway.PayAsync(Card, default);
        var read = Read("payment_intent.succeeded", paid.Reference, Secret, TimeSpan.Zero)!;
        Assert.Equal(("evt_1", "order1", "order1-key1", PaymentAnswer.Captured, Money.Paise(578_00)), (read.Id, read.OrderId, read.Key, read.Answer, read.Amount));
        Assert.NotNull(Read("payment_intent.succeeded", paid.Reference, OldSecret, TimeSpan.FromMinutes(-4)));
        Assert.Null(Read("payment_intent.succeeded", paid.Reference, "whsec_forged", TimeSpan.Zero));
        Assert.Null(Read("payment_intent.succeeded", paid.Reference, Secret, TimeSpan.FromMinutes(-6)));
        Assert.Null(Read("payment_intent.succeeded", paid.Reference, Secret, TimeSpan.FromMinutes(6)));
        Assert.Null(Read("charge.dispute.created", paid.Reference, Secret, TimeSpan.Zero)!.OrderId);
    }

    [Fact]
    public async Task A_stripe_that_is_down_is_an_outage_and_not_a_refusal()
    {
        var failure = await Assert.ThrowsAsync<StripeException>(() => _gateway.FindAsync("key", "pi_down", default));
        Assert.True(Outage.IsOne(failure));
    }

    private GatewayEvent? Read(string type, string intent, string secret, TimeSpan age)
    {
        var body = new JsonObject
        {
            ["id"] = "evt_1", ["object"] = "event", ["api_version"] = StripeConfiguration.ApiVersion, ["created"] = Now.ToUnixTimeSeconds(), ["type"] = type,
            ["data"] = new JsonObject { ["object"] = _intents[intent].DeepClone() },
        }.ToJsonString();
        var at = (Now + age).ToUnixTimeSeconds();
        var signature = $"t={at},v1={EventUtility.ComputeSignature(secret, $"{at}", body)}";
        return _gateway.ReadEvent(Encoding.UTF8.GetBytes(body), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Stripe-Signature"] = signature }, Now);
    }

    private (int, JsonNode?) Answer(DoubledRequest request) => (request.Method, request.Path.Split('?')[0]) switch
    {
        ("POST", "/v1/payment_intents") => Create(request),
        ("GET", "/v1/payment_intents/pi_down") => (503, new JsonObject { ["error"] = new JsonObject { ["type"] = "api_error", ["message"] = "down" } }),
        ("GET", "/v1/payment_intents/search") => (200, List(_intents.Values.Where(intent => Uri.UnescapeDataString(request.Path).Contains($"'{(string)intent["metadata"]!["key"]!}'", StringComparison.Ordinal)))),
        ("GET", "/v1/refunds") => (200, List(_refunds)),
        ("POST", "/v1/refunds") => Refund(request),
        ("GET", var path) when path.StartsWith("/v1/payment_intents/", StringComparison.Ordinal) => (200, _intents[path["/v1/payment_intents/".Length..]].DeepClone()),
        _ => (404, new JsonObject { ["error"] = new JsonObject { ["type"] = "invalid_request_error", ["message"] = "Unrecognized request URL" } }),
    };

    private (int, JsonNode?) Create(DoubledRequest request)
    {
        var form = request.Form;
        if (form["payment_method"] == "pm_declined")
            return (402, new JsonObject { ["error"] = new JsonObject { ["type"] = "card_error", ["code"] = "card_declined", ["message"] = "Your card was declined." } });
        var key = request.Headers["Idempotency-Key"];
        if (_byKey.TryGetValue(key, out var known))
            return (200, _intents[known].DeepClone());
        var id = _byKey[key] = $"pi_{_intents.Count + 1}";
        var isPaid = form["payment_method"] == "pm_ok";
        _intents[id] = new JsonObject
        {
            ["id"] = id, ["object"] = "payment_intent", ["amount"] = long.Parse(form["amount"]), ["amount_received"] = isPaid ? long.Parse(form["amount"]) : 0, ["currency"] = form["currency"],
            ["status"] = isPaid ? "succeeded" : "requires_action", ["client_secret"] = $"{id}_secret", ["metadata"] = new JsonObject { ["orderId"] = form["metadata[orderId]"], ["key"] = form["metadata[key]"] },
            ["latest_charge"] = isPaid ? new JsonObject { ["id"] = "ch_1", ["object"] = "charge", ["payment_method_details"] = new JsonObject { ["type"] = "card", ["card"] = new JsonObject { ["brand"] = "visa", ["last4"] = "4242" } } } : null,
        };
        return (200, _intents[id].DeepClone());
    }

    private (int, JsonNode?) Refund(DoubledRequest request)
    {
        var refund = new JsonObject
        {
            ["id"] = $"re_{_refunds.Count + 1}", ["object"] = "refund", ["amount"] = long.Parse(request.Form["amount"]), ["metadata"] = new JsonObject { ["key"] = request.Form["metadata[key]"] },
        };
        _refunds.Add(refund);
        return (200, refund.DeepClone());
    }

    private static JsonObject List(IEnumerable<JsonObject> items) => new() { ["object"] = "list", ["has_more"] = false, ["data"] = new JsonArray([.. items.Select(item => item.DeepClone())]) };
}
