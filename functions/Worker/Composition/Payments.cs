using System.Text;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Payments;
using Kundli.Features.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>Which gateway takes the money.</summary>
internal static class Payments
{
    private const int SecretLengthMin = 24;
    private const string SampleSecret = "sandbox-secret-for-local-use-only";

    private static readonly TimeSpan CallTimeMax = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Reads <c>Payments:Provider</c> (<c>sandbox</c>, <c>razorpay</c>, <c>stripe</c>), <c>Payments:WebhookSecrets:0…</c> (the second while one is rotated),
    /// <c>Payments:KeyId</c> and <c>Payments:KeySecret</c> (for Stripe the publishable and the secret key), <c>Payments:Address</c> (another address than the
    /// provider's own) and <c>Payments:SandboxAllowed</c> (<c>true</c> only on a deployment where nobody buys).
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is missing, or one that only a local host may have is to be used elsewhere.</exception>
    public static IServiceCollection AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Payments");
        var gateway = Make(section, configuration["Shop:SandboxWebhookSecret"], isLocal: configuration["LocalHost:Data"] is not null);
        return services.AddSingleton(gateway).AddSingleton<IPaymentReferences, PaymentReferenceStore>();
    }

    private static IPaymentGateway Make(IConfigurationSection section, string? localSecret, bool isLocal)
    {
        var secrets = section.GetSection("WebhookSecrets").GetChildren().Select(secret => secret.Value).OfType<string>().ToArray();
        var address = section["Address"] is { } given ? new Uri(given) : null;
        switch (section["Provider"])
        {
            case "razorpay":
                CheckSecrets(secrets);
                var razorpay = new RazorpayOptions { KeyId = Setting.Needed(section["KeyId"], "Payments__KeyId"), KeySecret = Setting.Needed(section["KeySecret"], "Payments__KeySecret"), WebhookSecrets = secrets };
                razorpay = address is null ? razorpay : razorpay with { Address = address };
                return new RazorpayGateway(new RazorpayClient(Outgoing.Client(CallTimeMax), razorpay), razorpay);
            case "stripe":
                CheckSecrets(secrets);
                return new StripeGateway(Outgoing.Client(CallTimeMax), new StripeOptions { SecretKey = Setting.Needed(section["KeySecret"], "Payments__KeySecret"), PublicKey = section["KeyId"], WebhookSecrets = secrets, Address = address });
            case "sandbox" or null:
                return new SandboxGateway([.. SandboxSecrets(secrets, localSecret, isLocal, section["SandboxAllowed"] == "true").Select(Encoding.UTF8.GetBytes)]);
            case var other:
                throw new InvalidOperationException($"The setting 'Payments__Provider' is 'sandbox', 'razorpay' or 'stripe', not '{other}'.");
        }
    }

    /// <summary>The sandbox takes any order for paid: nothing but a local host may have it without being told so.</summary>
    private static string[] SandboxSecrets(string[] secrets, string? localSecret, bool isLocal, bool isAllowed)
    {
        if (isLocal)
            return secrets.Length > 0 ? secrets : [localSecret ?? SampleSecret];
        if (!isAllowed)
            throw new InvalidOperationException(
                "The sandbox gateway gives goods away for nothing and is refused outside a local host. Set 'Payments__Provider' to 'razorpay' or 'stripe'; on a deployment where nobody buys set 'Payments__SandboxAllowed' to 'true'.");
        CheckSecrets(secrets);
        return secrets;
    }

    private static void CheckSecrets(string[] secrets)
    {
        if (secrets.Length == 0)
            throw new InvalidOperationException("The setting 'Payments__WebhookSecrets__0' is not there: webhooks could not be told from forged ones.");
        if (secrets.Any(secret => secret.Length < SecretLengthMin || secret == SampleSecret))
            throw new InvalidOperationException($"A secret of 'Payments__WebhookSecrets' is shorter than {SecretLengthMin} characters or is the sample's.");
    }
}
