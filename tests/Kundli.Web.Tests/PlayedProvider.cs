using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

using Kundli.Testing;

namespace Kundli.Web.Tests;

/// <summary>A provider that vouches for whom the test says. Its page is played in the browser.</summary>
internal sealed class PlayedProvider : IAsyncDisposable
{
    public const string ClientId = "kundli-pages";

    private const int TokenSeconds = 300;

    private readonly SignInProvider _provider;

    public PlayedProvider() => _provider = new SignInProvider(Token);

    public string Address => _provider.Issuer;

    /// <summary>Of the sign-in that is under way.</summary>
    public string Nonce { get; set; } = "";

    /// <summary>Whom the provider knows, and vouches for.</summary>
    public string Mail { get; set; } = "";

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private string Token(string clientId)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Address, ["aud"] = clientId, ["sub"] = $"sub-{Mail}", ["iat"] = now, ["nbf"] = now, ["exp"] = now + TokenSeconds, ["nonce"] = Nonce, ["email"] = Mail, ["email_verified"] = true, ["name"] = "Asha",
        };
        var text = $"{Encoded(new JsonObject { ["alg"] = "RS256", ["kid"] = SignInProvider.KeyName, ["typ"] = "JWT" })}.{Encoded(claims)}";
        return $"{text}.{Base64Url.EncodeToString(_provider.Key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encoded(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
