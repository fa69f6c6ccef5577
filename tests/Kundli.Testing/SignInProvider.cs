using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Kundli.Testing;

/// <summary>A provider of OpenID Connect played on 127.0.0.1: metadata, its key, and for whatever code it is shown the token that the test makes.</summary>
public sealed class SignInProvider : IAsyncDisposable
{
    /// <summary>The name of the key.</summary>
    public const string KeyName = "k1";

    private const int KeyBits = 2048;

    private readonly HttpDouble _double;
    private readonly Func<string, string> _token;

    /// <param name="token">Makes the token for a client id.</param>
    public SignInProvider(Func<string, string> token)
    {
        _token = token;
        _double = new HttpDouble(Answer);
    }

    /// <summary>The key whose public half it shows.</summary>
    public RSA Key { get; } = RSA.Create(KeyBits);

    /// <summary>Its address.</summary>
    public Uri Address => _double.Address;

    /// <summary>The address as tokens name it.</summary>
    public string Issuer => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>What it was asked a token with.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Asked { get; } = new();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _double.DisposeAsync();
        Key.Dispose();
    }

    private (int Status, JsonNode? Body) Answer(DoubledRequest request)
    {
        if (request.Path.EndsWith("openid-configuration", StringComparison.Ordinal))
            return (200, new JsonObject { ["issuer"] = Issuer, ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["jwks_uri"] = $"{Issuer}/keys" });
        if (request.Path == "/keys")
        {
            var shown = Key.ExportParameters(false);
            return (200, new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyName, ["n"] = Base64Url.EncodeToString(shown.Modulus), ["e"] = Base64Url.EncodeToString(shown.Exponent) }) });
        }
        Asked.Enqueue(request.Form);
        return (200, new JsonObject { ["access_token"] = "at", ["token_type"] = "Bearer", ["id_token"] = _token(request.Form["client_id"]) });
    }
}
