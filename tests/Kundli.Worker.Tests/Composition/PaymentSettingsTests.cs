using Kundli.Features.Payments;
using Kundli.Worker.Composition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kundli.Worker.Tests.Composition;

/// <summary>What may take money where: the app does not start with a gateway that gives goods away, or with secrets that anybody knows.</summary>
public sealed class PaymentSettingsTests
{
    private const string Secret = "a secret that nobody knows 0123456789";

    [Theory]
    [InlineData("razorpay", "razorpay")]
    [InlineData("stripe", "stripe")]
    public void The_setting_chooses_the_gateway(string setting, string provider) => Assert.Equal(provider, Start(
        ("Payments:Provider", setting), ("Payments:KeyId", "id"), ("Payments:KeySecret", "secret"), ("Payments:WebhookSecrets:0", Secret)).Provider);

    [Fact]
    public void A_local_host_has_the_sandbox_without_a_word() => Assert.Equal("sandbox", Start(("LocalHost:Data", "somewhere")).Provider);

    [Fact]
    public void Elsewhere_the_sandbox_must_be_allowed_and_have_a_secret_of_its_own()
    {
        Assert.Contains("sandbox gateway", Refused(), StringComparison.Ordinal);
        Assert.Contains("sandbox gateway", Refused(("Payments:Provider", "sandbox"), ("Payments:WebhookSecrets:0", Secret)), StringComparison.Ordinal);
        Assert.Contains("Payments__WebhookSecrets", Refused(("Payments:SandboxAllowed", "true")), StringComparison.Ordinal);
        Assert.Contains("the sample's", Refused(("Payments:SandboxAllowed", "true"), ("Payments:WebhookSecrets:0", "sandbox-secret-for-local-use-only")), StringComparison.Ordinal);
        Assert.Equal("sandbox", Start(("Payments:SandboxAllowed", "true"), ("Payments:WebhookSecrets:0", Secret)).Provider);
    }

    [Theory]
    [InlineData("razorpay")]
    [InlineData("stripe")]
    public void A_gateway_without_its_keys_or_with_a_short_secret_is_refused(string provider)
    {
        Assert.Contains("Payments__WebhookSecrets__0", Refused(("Payments:Provider", provider), ("Payments:KeyId", "id"), ("Payments:KeySecret", "secret")), StringComparison.Ordinal);
        Assert.Contains("shorter", Refused(("Payments:Provider", provider), ("Payments:WebhookSecrets:0", "short")), StringComparison.Ordinal);
        Assert.Contains("Payments__KeySecret", Refused(("Payments:Provider", provider), ("Payments:KeyId", "id"), ("Payments:WebhookSecrets:0", Secret)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_gateway_is_refused() => Assert.Contains("'cash'", Refused(("Payments:Provider", "cash")), StringComparison.Ordinal);

    private static IPaymentGateway Start(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        using var provider = new ServiceCollection().AddPayments(configuration).BuildServiceProvider();
        return provider.GetRequiredService<IPaymentGateway>();
    }

    private static string Refused(params (string Name, string Value)[] settings) => Assert.Throws<InvalidOperationException>(() => Start(settings)).Message;
}
