using System.Globalization;
using System.Text.Json;
using Kundli.Features;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;

namespace Kundli.Adapters.Payments;

/// <summary>
/// A gateway for development and tests that moves no money. What becomes of a payment follows from its token: <c>tok_ok</c> and <c>upi_ok</c> are captured,
/// <c>tok_declined</c> and <c>upi_expired</c> refused, <c>tok_3ds</c>, <c>tok_late</c> and <c>upi_pending</c> wait for a webhook. It keeps nothing: the reference
/// carries the token and the key, so that the same key always answers the same. Webhooks are signed as Standard Webhooks 1.0 asks.
/// </summary>
public sealed class SandboxGateway(params IReadOnlyList<byte[]> webhookSecrets) : IPaymentGateway
{
    /// <summary>A signature older or newer than this is refused.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public string Provider => "sandbox";

    /// <inheritdoc/>
    public bool IsTest => true;

    /// <inheritdoc/>
    public Task<GatewayPayment> PayAsync(PaymentRequest request, CancellationToken cancellation)
    {
        var answer = AnswerOf(request.Token ?? "", $"sbx_{request.Token}_{request.Key}");
        if (request.Method != PaymentMethod.Upi || answer.Answer != PaymentAnswer.Pending)
            return Task.FromResult(answer);
        var link = string.Create(CultureInfo.InvariantCulture, $"upi://pay?pa=kundli@sandbox&pn=Kundli&am={request.Amount.Amount / 100m:0.00}&cu={request.Amount.Currency}&tr={Uri.EscapeDataString(answer.Reference)}");
        return Task.FromResult(answer with { UpiLink = link, QrImage = request.Flow == UpiFlow.Qr ? QrPicture.AddressOf(link) : null });
    }

    /// <inheritdoc/>
    public Task<GatewayPayment?> FindAsync(string key, string? reference, CancellationToken cancellation) =>
        Task.FromResult(reference is not null && reference.StartsWith("sbx_", StringComparison.Ordinal) && reference.EndsWith(key, StringComparison.Ordinal)
            ? AnswerOf(reference["sbx_".Length..^(key.Length + 1)], reference)
            : null);

    /// <inheritdoc/>
    public Task<string> RefundAsync(string reference, Money amount, string key, CancellationToken cancellation) => Task.FromResult($"sbxr_{key}");

    /// <inheritdoc/>
    public GatewayEvent? ReadEvent(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        if (!StandardWebhook.IsValid(body, headers, now, Tolerance, webhookSecrets) || StandardWebhook.IdOf(headers) is not { } id)
            return null;
        var read = JsonSerializer.Deserialize<Event>(body, Documents.TypedDocuments.Json);
        if (read is null)
            return null;
        return new GatewayEvent(id, read.OrderId, read.Reference, read.Type == "payment.captured" ? PaymentAnswer.Captured : PaymentAnswer.Declined, Money.Paise(read.Amount),
            read.Reference[(read.Reference.LastIndexOf('_') + 1)..]);
    }

    /// <summary>A webhook as this gateway sends it: its body and headers.</summary>
    public static (byte[] Body, IReadOnlyDictionary<string, string> Headers) Send(string id, string type, string orderId, string reference, Money amount, DateTimeOffset at, byte[] secret)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Event(type, orderId, reference, amount.Amount), Documents.TypedDocuments.Json);
        return (body, StandardWebhook.Sign(id, body, at, secret));
    }

    private static GatewayPayment AnswerOf(string token, string reference) => token switch
    {
        "tok_ok" => new(PaymentAnswer.Captured, reference, Brand: "visa", Last4: "4242"),
        "upi_ok" => new(PaymentAnswer.Captured, reference),
        "tok_3ds" => new(PaymentAnswer.Pending, reference, ClientSecret: $"{reference}_secret", Brand: "visa", Last4: "3220"),
        "tok_late" or "upi_pending" => new(PaymentAnswer.Pending, reference, ClientSecret: $"{reference}_secret"),
        "upi_expired" => new(PaymentAnswer.Declined, reference, Reason: "The UPI request expired."),
        _ => new(PaymentAnswer.Declined, reference, Reason: "The card was declined."),
    };

    private sealed record Event(string Type, string OrderId, string Reference, long Amount);
}
