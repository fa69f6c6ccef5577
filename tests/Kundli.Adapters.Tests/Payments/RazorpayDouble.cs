using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kundli.Adapters.Payments;
using Kundli.Testing;

namespace Kundli.Adapters.Tests.Payments;

/// <summary>Razorpay as its documentation describes it, as far as the shop calls it: orders, payments, QR codes, refunds.</summary>
internal sealed class RazorpayDouble : IAsyncDisposable
{
    public const string KeySecret = "key secret of the double";
    public const string WebhookSecret = "webhook secret of the double";
    public const string OldWebhookSecret = "webhook secret before rotation";

    private readonly Dictionary<string, JsonObject> _orders = [];
    private readonly Dictionary<string, JsonObject> _payments = [];
    private readonly Dictionary<string, JsonObject> _refunds = [];
    private readonly HttpDouble _http;
    private readonly HttpClient _client = new();
    private int _count;

    public RazorpayDouble()
    {
        _http = new HttpDouble(Answer);
        Options = new RazorpayOptions { KeyId = "rzp_test_1", KeySecret = KeySecret, WebhookSecrets = [WebhookSecret, OldWebhookSecret], Address = new Uri(_http.Address, "v1/") };
        Gateway = new RazorpayGateway(new RazorpayClient(_client, Options), Options);
    }

    public RazorpayOptions Options { get; }

    public RazorpayGateway Gateway { get; }

    public IEnumerable<DoubledRequest> Requests => _http.Requests;

    public IReadOnlyDictionary<string, JsonObject> Orders => _orders;

    public IReadOnlyDictionary<string, JsonObject> Refunds => _refunds;

    /// <summary>The next answer to a request whose path begins so is lost: it is carried out and answered with 502.</summary>
    public string? LoseNext { get; set; }

    /// <summary>The customer pays in the dialogue; what the page gets back is the token.</summary>
    public string Pay(string orderId, string status = "authorized", long? amount = null)
    {
        var id = $"pay_{++_count}";
        _payments[id] = new JsonObject
        {
            ["id"] = id, ["entity"] = "payment", ["amount"] = amount ?? (long)_orders[orderId]["amount"]!, ["currency"] = "INR", ["status"] = status, ["order_id"] = orderId,
            ["method"] = "card", ["card"] = new JsonObject { ["network"] = "Visa", ["last4"] = "1111" }, ["notes"] = new JsonArray(),
        };
        return $"{orderId}|{id}|{Sign($"{orderId}|{id}", KeySecret)}";
    }

    /// <summary>A webhook about a payment.</summary>
    public (byte[] Body, IReadOnlyDictionary<string, string> Headers) Event(string name, string paymentId, DateTimeOffset at, string secret = WebhookSecret, string id = "evt_1")
    {
        var payment = _payments[paymentId];
        payment["status"] = name == "payment.failed" ? "failed" : "captured";
        var body = new JsonObject
        {
            ["entity"] = "event", ["event"] = name, ["contains"] = new JsonArray("payment"), ["created_at"] = at.ToUnixTimeSeconds(),
            ["payload"] = new JsonObject { ["payment"] = new JsonObject { ["entity"] = payment.DeepClone() } },
        }.ToJsonString();
        return (Encoding.UTF8.GetBytes(body), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Razorpay-Signature"] = Sign(body, secret), ["X-Razorpay-Event-Id"] = id });
    }

    public async ValueTask DisposeAsync()
    {
        await _http.DisposeAsync();
        _client.Dispose();
    }

    private static string Sign(string text, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    private (int, JsonNode?) Answer(DoubledRequest request)
    {
        if (request.Headers.GetValueOrDefault("Authorization") != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"rzp_test_1:{KeySecret}")))
            return Refuse(401, "Authentication failed");
        var path = request.Path["/v1/".Length..].Split('?')[0];
        var answer = Carry(request, path.Split('/'));
        if (LoseNext is null || !path.Contains(LoseNext, StringComparison.Ordinal))
            return answer;
        LoseNext = null;
        return Refuse(502, "Bad gateway");
    }

    private (int, JsonNode?) Carry(DoubledRequest request, string[] path) => (request.Method, path) switch
    {
        ("POST", ["orders"]) => CreateOrder(request.Json),
        ("GET", ["orders"]) => (200, List(_orders.Values.Where(order => request.Path.Contains($"receipt={(string)order["receipt"]!}", StringComparison.Ordinal)))),
        ("GET", ["orders", var id]) => _orders.TryGetValue(id, out var order) ? (200, order.DeepClone()) : Refuse(400, "The id provided does not exist"),
        ("GET", ["orders", var id, "payments"]) => (200, List(_payments.Values.Where(payment => (string?)payment["order_id"] == id))),
        ("GET", ["payments", "qr_codes", var id, "payments"]) => (200, List(_payments.Values.Where(payment => (string?)payment["order_id"] == id))),
        ("POST", ["payments", "qr_codes"]) => (200, new JsonObject { ["id"] = $"qr_{++_count}", ["image_url"] = "https://rzp.example/qr.png", ["notes"] = request.Json["notes"]!.DeepClone() }),
        ("POST", ["payments", "create", "json"]) => (200, new JsonObject
        {
            ["razorpay_payment_id"] = $"pay_{++_count}", ["next"] = new JsonArray(new JsonObject { ["action"] = "intent", ["url"] = $"upi://pay?am={(long)request.Json["amount"]! / 100}&tr={request.Json["order_id"]}" }),
        }),
        ("GET", ["payments", var id]) => _payments.TryGetValue(id, out var payment) ? (200, payment.DeepClone()) : Refuse(400, "The id provided does not exist"),
        ("POST", ["payments", var id, "capture"]) => Capture(_payments[id], (long)request.Json["amount"]!),
        ("GET", ["payments", var id, "refunds"]) => (200, List(_refunds.Values.Where(refund => (string?)refund["payment_id"] == id))),
        ("POST", ["payments", var id, "refund"]) => Refund(id, request),
        _ => Refuse(404, "The requested URL was not found"),
    };

    private (int, JsonNode?) CreateOrder(JsonNode body)
    {
        if (((string)body["receipt"]!).Length > 40)
            return Refuse(400, "The receipt may not be greater than 40 characters.");
        var id = $"order_{++_count}";
        _orders[id] = new JsonObject { ["id"] = id, ["amount"] = (long)body["amount"]!, ["receipt"] = (string)body["receipt"]!, ["status"] = "created", ["notes"] = body["notes"]!.DeepClone() };
        return (200, _orders[id].DeepClone());
    }

    private static (int, JsonNode?) Capture(JsonObject payment, long amount)
    {
        if ((string)payment["status"]! != "authorized" || (long)payment["amount"]! != amount)
            return Refuse(400, "This payment has already been captured");
        payment["status"] = "captured";
        return (200, payment.DeepClone());
    }

    private (int, JsonNode?) Refund(string paymentId, DoubledRequest request)
    {
        var key = request.Headers["X-Refund-Idempotency"];
        if (!_refunds.ContainsKey(key))
            _refunds[key] = new JsonObject { ["id"] = $"rfnd_{++_count}", ["payment_id"] = paymentId, ["amount"] = (long)request.Json["amount"]!, ["receipt"] = (string)request.Json["receipt"]!, ["status"] = "processed" };
        return (200, _refunds[key].DeepClone());
    }

    private static JsonObject List(IEnumerable<JsonObject> items) => new() { ["entity"] = "collection", ["items"] = new JsonArray([.. items.Select(item => item.DeepClone())]) };

    private static (int, JsonNode?) Refuse(int status, string description) =>
        (status, new JsonObject { ["error"] = new JsonObject { ["code"] = "BAD_REQUEST_ERROR", ["description"] = description } });
}
