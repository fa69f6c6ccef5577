using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kundli.Features;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;

namespace Kundli.Adapters.Payments;

/// <summary>
/// Razorpay: cards through its dialogue, UPI by an intent link or a QR code. Each try of ours is one Razorpay order whose receipt follows from our key, so that
/// asking again finds it. The dialogue hands the page an order, a payment and a signature; sent back as the token <c>order|payment|signature</c> they are checked
/// against the key's secret and against our own order before anything counts.
/// </summary>
public sealed class RazorpayGateway(RazorpayClient client, RazorpayOptions options) : IPaymentGateway
{
    /// <summary>Razorpay signs no time of sending and sends an event that was not taken for 24 hours: so long its time of making may lie back.</summary>
    public static readonly TimeSpan EventAgeMax = TimeSpan.FromHours(24);

    private const string Currency = Money.Inr;
    private const int ReceiptLength = 40;
    private const int CaptureWithinMinutes = 15;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan QrLifeMin = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string Provider => "razorpay";

    /// <inheritdoc/>
    public string? PublicKey => options.KeyId;

    /// <inheritdoc/>
    public async Task<GatewayPayment> PayAsync(PaymentRequest request, CancellationToken cancellation)
    {
        try
        {
            if (request.Token is { } token)
                return await TakeAsync(request, token, cancellation);
            if (request is { Method: PaymentMethod.Upi, Flow: UpiFlow.Qr })
                return await ShowQrAsync(request, cancellation);
            var order = await client.FindOrderAsync(ReceiptOf(request.Key), cancellation) ?? await client.CreateOrderAsync(OrderOf(request), cancellation);
            return request.Method == PaymentMethod.Upi ? await StartUpiAsync(request, order, cancellation) : new GatewayPayment(PaymentAnswer.Pending, order.Id, ClientSecret: order.Id);
        }
        catch (RazorpayRefusedException refused)
        {
            return new GatewayPayment(PaymentAnswer.Declined, $"refused-{request.Key}", Reason: refused.Reason ?? "The payment was refused.");
        }
    }

    /// <inheritdoc/>
    public async Task<GatewayPayment?> FindAsync(string key, string? reference, CancellationToken cancellation)
    {
        if (reference?.StartsWith("pay_", StringComparison.Ordinal) == true)
            return await AnswerOf(await client.ReadPaymentAsync(reference, cancellation), cancellation);
        if (reference?.StartsWith("qr_", StringComparison.Ordinal) == true)
            return await BestOf(await client.PaymentsOfQrAsync(reference, cancellation), reference, cancellation);
        if (await client.FindOrderAsync(ReceiptOf(key), cancellation) is not { } order)
            return null;
        return await BestOf(await client.PaymentsOfOrderAsync(order.Id, cancellation), order.Id, cancellation);
    }

    /// <inheritdoc/>
    public async Task<string> RefundAsync(string reference, Money amount, string key, CancellationToken cancellation)
    {
        // Razorpay forgets idempotency keys in time; the receipt of a refund stays.
        var receipt = ReceiptOf(key);
        var known = (await client.RefundsOfAsync(reference, cancellation)).FirstOrDefault(refund => refund.Receipt == receipt);
        return (known ?? await client.RefundAsync(reference, new(amount.Amount, receipt, new(key)), receipt, cancellation)).Id;
    }

    /// <inheritdoc/>
    public GatewayEvent? ReadEvent(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("x-razorpay-signature", out var signature) || !IsSigned(body, signature) || RazorpayClient.ReadEvent(body) is not { } read)
            return null;
        var age = now - DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(read.CreatedAt, 0, 253_402_300_799));
        if (age > EventAgeMax || age < -ClockTolerance)
            return null;
        var id = headers.TryGetValue("x-razorpay-event-id", out var named) && IsName(named) ? named : Convert.ToHexStringLower(SHA256.HashData(body))[..40];
        PaymentAnswer? answer = read.Name switch
        {
            "payment.captured" or "order.paid" or "qr_code.credited" => PaymentAnswer.Captured,
            "payment.failed" => PaymentAnswer.Declined,
            _ => null,
        };
        if (answer is not { } told || read.Payload?.Payment?.Value is not { Id: { } paymentId } payment || payment.Currency != Currency)
            return GatewayEvent.Other(id);
        var notes = new[] { payment.Notes, read.Payload.Order?.Value?.Notes ?? default, read.Payload.QrCode?.Value?.Notes ?? default };
        return new GatewayEvent(id, Note(notes, "order_id"), paymentId, told, Money.Paise(payment.Amount), Note(notes, "key"))
        {
            Session = payment.OrderId ?? read.Payload.QrCode?.Value?.Id,
        };
    }

    /// <summary>What the dialogue gave the page.</summary>
    private async Task<GatewayPayment> TakeAsync(PaymentRequest request, string token, CancellationToken cancellation)
    {
        if (token.Split('|') is not [var orderId, var paymentId, var signature] || !IsHmac(Encoding.UTF8.GetBytes($"{orderId}|{paymentId}"), signature, options.KeySecret))
            return new GatewayPayment(PaymentAnswer.Declined, $"unsigned-{request.Key}", Reason: "The payment is not signed by the gateway.");
        var order = await client.ReadOrderAsync(orderId, cancellation);
        // A signature proves that the payment belongs to that Razorpay order; the note proves whose order that is.
        if (Note([order.Notes], "order_id") != request.OrderId)
            return new GatewayPayment(PaymentAnswer.Declined, $"foreign-{request.Key}", Reason: "The payment belongs to another order.");
        return await AnswerOf(await client.ReadPaymentAsync(paymentId, cancellation), cancellation);
    }

    private async Task<GatewayPayment> StartUpiAsync(PaymentRequest request, RazorpayClient.Order order, CancellationToken cancellation)
    {
        var started = await client.StartUpiAsync(
            new(request.Amount.Amount, Currency, order.Id, request.Email, request.Phone, "upi", new("intent"), new(request.OrderId, request.Key)), cancellation);
        return new GatewayPayment(PaymentAnswer.Pending, order.Id, ClientSecret: order.Id) { UpiLink = started.Next?.FirstOrDefault(step => step.Action == "intent")?.Url };
    }

    private async Task<GatewayPayment> ShowQrAsync(PaymentRequest request, CancellationToken cancellation)
    {
        long? closeBy = request.PayBy is { } payBy ? (payBy + QrLifeMin).ToUnixTimeSeconds() : null;
        var code = await client.CreateQrAsync(
            new("upi_qr", "Order", "single_use", FixedAmount: true, request.Amount.Amount, "Payment of an order", closeBy, new(request.OrderId, request.Key)), cancellation);
        return new GatewayPayment(PaymentAnswer.Pending, code.Id) { QrImage = code.ImageUrl };
    }

    /// <summary>The payment that counts among the tries of one order: what is captured, else what can be, else none yet.</summary>
    private async Task<GatewayPayment> BestOf(IReadOnlyList<RazorpayClient.Payment> payments, string session, CancellationToken cancellation)
    {
        var best = payments.FirstOrDefault(payment => payment.Status is "captured" or "refunded") ?? payments.FirstOrDefault(payment => payment.Status == "authorized");
        return best is null ? new GatewayPayment(PaymentAnswer.Pending, session, ClientSecret: session) : await AnswerOf(best, cancellation);
    }

    private async Task<GatewayPayment> AnswerOf(RazorpayClient.Payment payment, CancellationToken cancellation)
    {
        if (payment.Status == "authorized")
            payment = await CaptureAsync(payment, cancellation);
        var answer = payment.Status switch
        {
            "captured" or "refunded" => PaymentAnswer.Captured,
            "failed" => PaymentAnswer.Declined,
            _ => PaymentAnswer.Pending,
        };
        return new GatewayPayment(answer, payment.Id, Brand: payment.Card?.Network?.ToLowerInvariant(), Last4: payment.Card?.Last4, Reason: payment.ErrorDescription)
        {
            Amount = answer == PaymentAnswer.Captured ? new Money(payment.Amount, payment.Currency) : null,
        };
    }

    private async Task<RazorpayClient.Payment> CaptureAsync(RazorpayClient.Payment payment, CancellationToken cancellation)
    {
        try
        {
            return await client.CaptureAsync(payment, cancellation);
        }
        catch (RazorpayRefusedException)
        {
            // Captured in the meantime, by Razorpay itself or by another process: what it is now decides.
            return await client.ReadPaymentAsync(payment.Id, cancellation);
        }
    }

    private static RazorpayClient.NewOrder OrderOf(PaymentRequest request) => new(
        request.Amount.Amount, Currency, ReceiptOf(request.Key), new(request.OrderId, request.Key), new("automatic", new(CaptureWithinMinutes, CaptureWithinMinutes * 2, "normal")));

    /// <summary>Razorpay takes receipts of at most 40 characters.</summary>
    private static string ReceiptOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..ReceiptLength];

    private bool IsSigned(ReadOnlySpan<byte> body, string signature)
    {
        foreach (var secret in options.WebhookSecrets)
            if (IsHmac(body, signature, secret))
                return true;
        return false;
    }

    private static bool IsHmac(ReadOnlySpan<byte> signed, string signature, string secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))));

    // Razorpay writes empty notes as a list.
    private static string? Note(IEnumerable<JsonElement> notes, string name) => notes
        .Where(note => note.ValueKind == JsonValueKind.Object && note.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        .Select(note => note.GetProperty(name).GetString()).FirstOrDefault();

    private static bool IsName(string text) => text.Length is > 0 and <= 100 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
