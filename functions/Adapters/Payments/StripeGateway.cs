using System.Text;
using System.Text.Json;
using Kundli.Features;
using Kundli.Features.Payments;
using Stripe;

namespace Kundli.Adapters.Payments;

/// <summary>How Stripe is reached.</summary>
public sealed record StripeOptions
{
    /// <summary>The secret key.</summary>
    public required string SecretKey { get; init; }

    /// <summary>The publishable key, for pages; null where none is set.</summary>
    public string? PublicKey { get; init; }

    /// <summary>Secrets of webhooks: the one in use, and the one before while it is being rotated.</summary>
    public required IReadOnlyList<string> WebhookSecrets { get; init; }

    /// <summary>Another address than Stripe's own: a double in tests. Null for Stripe.</summary>
    public Uri? Address { get; init; }
}

/// <summary>
/// Stripe by payment intents. A token is a payment method; a card that needs strong customer authentication leaves the intent waiting, its client secret goes to
/// the page, and webhook or reconciliation brings the end. The intent's metadata name our order and key.
/// </summary>
public sealed class StripeGateway : IPaymentGateway
{
    /// <summary>A signature older or newer than this is refused.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private const string OrderNote = "orderId";
    private const string KeyNote = "key";
    private const int RefundsMax = 100;

    private static readonly List<string> WithCharge = ["latest_charge"];

    private readonly PaymentIntentService _intents;
    private readonly RefundService _refunds;
    private readonly StripeOptions _options;

    /// <summary>A gateway over a transport that it does not own; Stripe's own library repeats a call that got no answer, under the same key.</summary>
    public StripeGateway(HttpClient http, StripeOptions options)
    {
        var client = new StripeClient(new StripeClientOptions
        {
            ApiKey = options.SecretKey,
            HttpClient = new SystemNetHttpClient(http, maxNetworkRetries: 2, enableTelemetry: false),
            ApiBase = options.Address?.ToString().TrimEnd('/'),
        });
        (_intents, _refunds, _options) = (new PaymentIntentService(client), new RefundService(client), options);
    }

    /// <inheritdoc/>
    public string Provider => "stripe";

    /// <inheritdoc/>
    public string? PublicKey => _options.PublicKey;

    /// <inheritdoc/>
    public async Task<GatewayPayment> PayAsync(PaymentRequest request, CancellationToken cancellation)
    {
        var intent = new PaymentIntentCreateOptions
        {
            Amount = request.Amount.Amount,
            Currency = request.Amount.Currency.ToLowerInvariant(),
            AllowedPaymentMethodTypes = [request.Method == Features.Pricing.PaymentMethod.Upi ? "upi" : "card"],
            PaymentMethod = request.Token,
            Confirm = request.Token is not null,
            Metadata = new Dictionary<string, string> { [OrderNote] = request.OrderId, [KeyNote] = request.Key },
            Expand = WithCharge,
        };
        try
        {
            return AnswerOf(await _intents.CreateAsync(intent, new RequestOptions { IdempotencyKey = request.Key }, cancellation), wasTried: request.Token is not null);
        }
        catch (StripeException refused) when (refused.StripeError?.Type is "card_error" or "invalid_request_error" && request.Token is not null)
        {
            return new GatewayPayment(PaymentAnswer.Declined, refused.StripeError.PaymentIntent?.Id ?? $"refused-{request.Key}", Reason: refused.StripeError.Message);
        }
    }

    /// <inheritdoc/>
    public async Task<GatewayPayment?> FindAsync(string key, string? reference, CancellationToken cancellation)
    {
        if (reference?.StartsWith("pi_", StringComparison.Ordinal) == true)
            return AnswerOf(await _intents.GetAsync(reference, new PaymentIntentGetOptions { Expand = WithCharge }, cancellationToken: cancellation), wasTried: false);
        // Our keys hold nothing but letters, digits and hyphens, so nothing in them can end the quoted text.
        var found = await _intents.SearchAsync(new PaymentIntentSearchOptions { Query = $"metadata['{KeyNote}']:'{key}'", Limit = 1 }, cancellationToken: cancellation);
        return found.Data.Count == 0 ? null : AnswerOf(found.Data[0], wasTried: false);
    }

    /// <inheritdoc/>
    public async Task<string> RefundAsync(string reference, Money amount, string key, CancellationToken cancellation)
    {
        // Stripe forgets idempotency keys after a day; the refund's own metadata stay.
        var known = await _refunds.ListAsync(new RefundListOptions { PaymentIntent = reference, Limit = RefundsMax }, cancellationToken: cancellation);
        if (known.Data.FirstOrDefault(refund => refund.Metadata?.GetValueOrDefault(KeyNote) == key) is { } done)
            return done.Id;
        var options = new RefundCreateOptions { PaymentIntent = reference, Amount = amount.Amount, Metadata = new Dictionary<string, string> { [KeyNote] = key } };
        return (await _refunds.CreateAsync(options, new RequestOptions { IdempotencyKey = key }, cancellation)).Id;
    }

    /// <inheritdoc/>
    public GatewayEvent? ReadEvent(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        var json = Encoding.UTF8.GetString(body);
        if (!headers.TryGetValue("stripe-signature", out var signature) || !_options.WebhookSecrets.Any(secret => IsSigned(json, signature, secret, now)) || Parse(json) is not { Id: { } id } read)
            return null;
        PaymentAnswer? answer = read.Type switch
        {
            EventTypes.PaymentIntentSucceeded => PaymentAnswer.Captured,
            EventTypes.PaymentIntentPaymentFailed or EventTypes.PaymentIntentCanceled => PaymentAnswer.Declined,
            _ => null,
        };
        if (answer is not { } told || read.Data.Object is not PaymentIntent { Id: { } intentId } intent)
            return GatewayEvent.Other(id);
        var amount = new Money(told == PaymentAnswer.Captured ? intent.AmountReceived : intent.Amount, intent.Currency.ToUpperInvariant());
        return new GatewayEvent(id, intent.Metadata?.GetValueOrDefault(OrderNote), intentId, told, amount, intent.Metadata?.GetValueOrDefault(KeyNote)) { Session = intentId };
    }

    private static GatewayPayment AnswerOf(PaymentIntent intent, bool wasTried)
    {
        var answer = intent.Status switch
        {
            "succeeded" => PaymentAnswer.Captured,
            "canceled" => PaymentAnswer.Declined,
            // Waiting for a means of payment: refused if one was tried just now, else the customer's turn.
            "requires_payment_method" when wasTried => PaymentAnswer.Declined,
            _ => PaymentAnswer.Pending,
        };
        var card = intent.LatestCharge?.PaymentMethodDetails?.Card;
        return new GatewayPayment(answer, intent.Id, answer == PaymentAnswer.Pending ? intent.ClientSecret : null, card?.Brand, card?.Last4, intent.LastPaymentError?.Message)
        {
            Amount = answer == PaymentAnswer.Captured ? new Money(intent.AmountReceived, intent.Currency.ToUpperInvariant()) : null,
        };
    }

    private static bool IsSigned(string json, string signature, string secret, DateTimeOffset now)
    {
        try
        {
            EventUtility.ValidateSignature(json, signature, secret, (long)Tolerance.TotalSeconds, now.ToUnixTimeSeconds());
            // The library bounds the age alone; a time to come is as wrong.
            return !signature.Split(',').Any(part => part.StartsWith("t=", StringComparison.Ordinal) && long.TryParse(part[2..], out var sent) && sent > (now + Tolerance).ToUnixTimeSeconds());
        }
        catch (StripeException)
        {
            return false;
        }
    }

    private static Event? Parse(string json)
    {
        try
        {
            return EventUtility.ParseEvent(json, throwOnApiVersionMismatch: false);
        }
        catch (Exception wrong) when (wrong is JsonException or Newtonsoft.Json.JsonException or ArgumentException)
        {
            return null;
        }
    }
}
