using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kundli.Adapters.Payments;

/// <summary>How Razorpay is reached.</summary>
public sealed record RazorpayOptions
{
    /// <summary>The API key's public half, which pages use too.</summary>
    public required string KeyId { get; init; }

    /// <summary>The API key's secret half.</summary>
    public required string KeySecret { get; init; }

    /// <summary>Secrets of webhooks: the one in use, and the one before while it is being rotated.</summary>
    public required IReadOnlyList<string> WebhookSecrets { get; init; }

    /// <summary>The API's address.</summary>
    public Uri Address { get; init; } = new("https://api.razorpay.com/v1/");
}

/// <summary>Razorpay said no to a request: a refused payment, or a request that was wrong.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="reason">What Razorpay says for a person.</param>
public sealed class RazorpayRefusedException(HttpStatusCode status, string? reason) : Exception($"Razorpay refuses with {(int)status}.")
{
    /// <summary>What Razorpay says for a person; null where it says nothing.</summary>
    public string? Reason { get; } = reason;
}

/// <summary>The calls of Razorpay's REST API that the shop makes, in its own words: amounts in paise, instants in Unix seconds.</summary>
public sealed class RazorpayClient
{
    private const string RefundKeyHeader = "X-Refund-Idempotency";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient _http;

    /// <summary>A client over a transport that it does not own.</summary>
    public RazorpayClient(HttpClient http, RazorpayOptions options)
    {
        _http = http;
        _http.BaseAddress = options.Address;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.KeyId}:{options.KeySecret}")));
    }

    internal async Task<Order?> FindOrderAsync(string receipt, CancellationToken cancellation) =>
        (await SendAsync<Items<Order>>(HttpMethod.Get, $"orders?receipt={Uri.EscapeDataString(receipt)}&count=10", null, cancellation)).Values.FirstOrDefault(order => order.Receipt == receipt);

    internal Task<Order> ReadOrderAsync(string id, CancellationToken cancellation) => SendAsync<Order>(HttpMethod.Get, $"orders/{Uri.EscapeDataString(id)}", null, cancellation);

    internal Task<Order> CreateOrderAsync(NewOrder order, CancellationToken cancellation) => SendAsync<Order>(HttpMethod.Post, "orders", order, cancellation);

    internal async Task<IReadOnlyList<Payment>> PaymentsOfOrderAsync(string id, CancellationToken cancellation) =>
        (await SendAsync<Items<Payment>>(HttpMethod.Get, $"orders/{Uri.EscapeDataString(id)}/payments?expand[]=card", null, cancellation)).Values;

    internal async Task<IReadOnlyList<Payment>> PaymentsOfQrAsync(string id, CancellationToken cancellation) =>
        (await SendAsync<Items<Payment>>(HttpMethod.Get, $"payments/qr_codes/{Uri.EscapeDataString(id)}/payments", null, cancellation)).Values;

    internal Task<Payment> ReadPaymentAsync(string id, CancellationToken cancellation) => SendAsync<Payment>(HttpMethod.Get, $"payments/{Uri.EscapeDataString(id)}?expand[]=card", null, cancellation);

    internal Task<Payment> CaptureAsync(Payment payment, CancellationToken cancellation) =>
        SendAsync<Payment>(HttpMethod.Post, $"payments/{Uri.EscapeDataString(payment.Id)}/capture", new Captured(payment.Amount, payment.Currency), cancellation);

    internal Task<StartedPayment> StartUpiAsync(NewUpiPayment payment, CancellationToken cancellation) => SendAsync<StartedPayment>(HttpMethod.Post, "payments/create/json", payment, cancellation);

    internal Task<QrCode> CreateQrAsync(NewQrCode code, CancellationToken cancellation) => SendAsync<QrCode>(HttpMethod.Post, "payments/qr_codes", code, cancellation);

    internal Task<Refund> RefundAsync(string paymentId, NewRefund refund, string key, CancellationToken cancellation) =>
        SendAsync<Refund>(HttpMethod.Post, $"payments/{Uri.EscapeDataString(paymentId)}/refund", refund, cancellation, key);

    internal async Task<IReadOnlyList<Refund>> RefundsOfAsync(string paymentId, CancellationToken cancellation) =>
        (await SendAsync<Items<Refund>>(HttpMethod.Get, $"payments/{Uri.EscapeDataString(paymentId)}/refunds?count=100", null, cancellation)).Values;

    internal static Event? ReadEvent(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Event>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellation, string? refundKey = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json) };
        if (refundKey is not null)
            request.Headers.Add(RefundKeyHeader, refundKey);
        using var answer = await _http.SendAsync(request, cancellation);
        if (answer.IsSuccessStatusCode)
            return await answer.Content.ReadFromJsonAsync<T>(Json, cancellation) ?? throw new HttpRequestException($"Razorpay answers {path.Split('/')[0]} with nothing.");
        // 409: the same request is still under way. Like an outage it passes.
        if ((int)answer.StatusCode is 408 or 409 or 429 or >= 500)
            throw new HttpRequestException($"Razorpay answers with {(int)answer.StatusCode}.", null, answer.StatusCode);
        throw new RazorpayRefusedException(answer.StatusCode, await ReasonAsync(answer, cancellation));
    }

    private static async Task<string?> ReasonAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return (await answer.Content.ReadFromJsonAsync<Refusal>(Json, cancellation))?.Error?.Description;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Order(string Id, long Amount, string? Receipt, string? Status, JsonElement Notes);

    internal sealed record NewOrder(long Amount, string Currency, string Receipt, Notes Notes, CaptureTerms Payment);

    /// <summary>Captured as soon as it is authorised; what is not captured in time goes back by itself.</summary>
    internal sealed record CaptureTerms(string Capture, CaptureOptions CaptureOptions);

    internal sealed record CaptureOptions(int AutomaticExpiryPeriod, int ManualExpiryPeriod, string RefundSpeed);

    internal sealed record Notes(string OrderId, string Key);

    internal sealed record Payment(string Id, long Amount, string Currency, string Status, string? OrderId, string? Method, Card? Card, string? ErrorDescription, JsonElement Notes);

    internal sealed record Card(string? Network, string? Last4);

    internal sealed record Captured(long Amount, string Currency);

    internal sealed record NewUpiPayment(long Amount, string Currency, string OrderId, string? Email, string? Contact, string Method, UpiTerms Upi, Notes Notes);

    internal sealed record UpiTerms(string Flow);

    internal sealed record StartedPayment(string RazorpayPaymentId, IReadOnlyList<NextStep>? Next);

    internal sealed record NextStep(string Action, string? Url);

    internal sealed record NewQrCode(string Type, string Name, string Usage, bool FixedAmount, long PaymentAmount, string Description, long? CloseBy, Notes Notes);

    internal sealed record QrCode(string Id, string? ImageUrl, JsonElement Notes);

    internal sealed record NewRefund(long Amount, string Receipt, RefundNotes Notes);

    internal sealed record RefundNotes(string Key);

    internal sealed record Refund(string Id, long Amount, string? Receipt, string? Status);

    internal sealed record Items<T>([property: JsonPropertyName("items")] IReadOnlyList<T> Values);

    internal sealed record Event([property: JsonPropertyName("event")] string? Name, long CreatedAt, Payload? Payload);

    internal sealed record Payload(Entity<Payment>? Payment, Entity<Order>? Order, Entity<QrCode>? QrCode);

    internal sealed record Entity<T>([property: JsonPropertyName("entity")] T? Value);

    private sealed record Refusal(RefusalError? Error);

    private sealed record RefusalError(string? Code, string? Description);
}
