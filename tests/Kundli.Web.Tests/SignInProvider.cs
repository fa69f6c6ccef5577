using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

using Kundli.Testing;

namespace Kundli.Web.Tests;

/// <summary>A provider of OpenID Connect played on 127.0.0.1: metadata, keys and tokens for the host. Its page is played in the browser by the test.</summary>
internal sealed class SignInProvider : IAsyncDisposable
{
    public const string ClientId = "kundli-pages";

    private const string KeyName = "k1";
    private const int KeyBits = 2048;
    private const int TokenSeconds = 300;

    private readonly RSA _key = RSA.Create(KeyBits);
    private readonly HttpDouble _double;

    public SignInProvider() => _double = new HttpDouble(Answer);

    public string Address => _double.Address.AbsoluteUri.TrimEnd('/');

    /// <summary>Of the sign-in that is under way.</summary>
    public string Nonce { get; set; } = "";

    /// <summary>Whom the provider knows, and vouches for.</summary>
    public string Mail { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _double.DisposeAsync();
        _key.Dispose();
    }

    private (int Status, JsonNode? Body) Answer(DoubledRequest request)
    {
        if (request.Path.EndsWith("openid-configuration", StringComparison.Ordinal))
            return (200, new JsonObject { ["issuer"] = Address, ["authorization_endpoint"] = $"{Address}/authorize", ["token_endpoint"] = $"{Address}/token", ["jwks_uri"] = $"{Address}/keys" });
        if (request.Path != "/keys")
            return (200, new JsonObject { ["access_token"] = "at", ["token_type"] = "Bearer", ["id_token"] = Token() });
        var shown = _key.ExportParameters(false);
        return (200, new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyName, ["n"] = Encoded(shown.Modulus!), ["e"] = Encoded(shown.Exponent!) }) });
    }

    private string Token()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Address, ["aud"] = ClientId, ["sub"] = $"sub-{Mail}", ["iat"] = now, ["nbf"] = now, ["exp"] = now + TokenSeconds, ["nonce"] = Nonce, ["email"] = Mail, ["email_verified"] = true, ["name"] = "Asha",
        };
        var text = $"{Encoded(new JsonObject { ["alg"] = "RS256", ["kid"] = KeyName, ["typ"] = "JWT" })}.{Encoded(claims)}";
        return $"{text}.{Encoded(_key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encoded(JsonObject json) => Encoded(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private static string Encoded(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
