using Kundli.Worker.Composition;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kundli.Worker.Tests.Composition;

public sealed class VaultReferenceTests
{
    private const string Reference = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/carrier-webhook-secret/)";

    [Fact]
    public void A_reference_that_was_not_resolved_is_no_secret_and_each_is_named()
    {
        var error = Assert.Throws<InvalidOperationException>(() => VaultReferences.CheckResolved(Settings(("Shop:CarrierWebhookSecret", Reference), ("Identity:SigningKeys:0", Reference), ("Documents", "Tables"))));

        Assert.EndsWith("for: Identity__SigningKeys__0, Shop__CarrierWebhookSecret.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_taken() => VaultReferences.CheckResolved(Settings(("Shop:CarrierWebhookSecret", "a long secret of the carrier"), ("Redis", null)));

    [Fact]
    public void The_app_does_not_start_with_one() =>
        Assert.Contains("Shop__CarrierWebhookSecret", Assert.Throws<InvalidOperationException>(() => Program.Build([$"--Shop:CarrierWebhookSecret={Reference}"])).Message, StringComparison.Ordinal);

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
}
