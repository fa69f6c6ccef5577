using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kundli.Features.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Kundli.Adapters.Identity;

/// <summary>A provider of OpenID Connect.</summary>
/// <param name="Authority">Its issuer; the metadata lie below it.</param>
/// <param name="ClientId">Our name there.</param>
/// <param name="ClientSecret">Our secret there.</param>
/// <param name="Scope">What is asked for. Apple answers a mail address only by a form, which we don't take: there it is <c>openid</c> alone.</param>
public sealed record OpenIdProvider(Uri Authority, string ClientId, string ClientSecret, string Scope = "openid email profile");

/// <summary>The providers, and where they send people back to.</summary>
public sealed record OpenIdOptions
{
    /// <summary>By their names in our addresses: <c>google</c>, <c>microsoft</c>, <c>apple</c>.</summary>
    public IReadOnlyDictionary<string, OpenIdProvider> Providers { get; init; } = new Dictionary<string, OpenIdProvider>(StringComparer.Ordinal);

    /// <summary>The folder of the pages that take the answers, with a slash at its end; each provider has a page of its own, so that no answer can pass for another provider's.</summary>
    public Uri Return { get; init; } = new("https://kundli.local/account/external/");

    /// <summary>Whether a provider may be reached without TLS: a test's double.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>
/// Authorization code with PKCE (RFC 7636), state and nonce. Nonce and verifier follow by HMAC from the state, which carries its own proof, so that the beginning of a
/// sign-in stores nothing. ID tokens are read by one list of algorithms, one issuer, our client id, the provider's published keys and the nonce.
/// </summary>
public sealed class OpenIdProviders : IExternalProviders
{
    private const int RandomBytes = 16;
    private const int TokenLengthMax = 16_384;
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(1);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];

    private readonly byte[] _key;
    private readonly HttpClient _http;
    private readonly OpenIdOptions _options;
    private readonly TimeProvider _time;
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = TokenLengthMax };
    private readonly Dictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _metadata;

    /// <summary>Providers over a transport that follows no redirects.</summary>
    public OpenIdProviders(HttpClient http, OpenIdOptions options, IdentityKeys keys, TimeProvider time)
    {
        (_http, _options, _time, _key) = (http, options, time, keys.For("external-sign-in"));
        Offered = [.. options.Providers.Keys.Order(StringComparer.Ordinal)];
        _metadata = options.Providers.ToDictionary(
            pair => pair.Key,
            pair => new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{pair.Value.Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(http) { RequireHttps = !options.IsPlain }),
            StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Offered { get; }

    /// <inheritdoc/>
    public bool Knows(string provider) => _options.Providers.ContainsKey(provider);

    /// <inheritdoc/>
    public ExternalChallenge Begin(string provider, DateTimeOffset expiresAt)
    {
        var body = $"{expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}.{Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(RandomBytes))}";
        return Of($"{body}.{Derive("state", provider, body)}", expiresAt);
    }

    /// <inheritdoc/>
    public ExternalChallenge? Read(string provider, string state)
    {
        var parts = state.Split('.');
        if (parts.Length != 3 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > _time.GetUtcNow().AddDays(1).ToUnixTimeSeconds())
            return null;
        var proof = Derive("state", provider, $"{parts[0]}.{parts[1]}");
        var end = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(parts[2])) && _time.GetUtcNow() < end ? Of(state, end) : null;
    }

    /// <inheritdoc/>
    public async Task<Uri> AddressAsync(string provider, ExternalChallenge challenge, CancellationToken cancellation)
    {
        var (settings, metadata) = (_options.Providers[provider], await MetadataAsync(provider, cancellation));
        var query = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = ReturnOf(provider),
            ["scope"] = settings.Scope,
            ["state"] = challenge.State,
            ["nonce"] = Derive("nonce", challenge.State),
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Derive("verifier", challenge.State)))),
            ["code_challenge_method"] = "S256",
        };
        return new Uri($"{metadata.AuthorizationEndpoint}?{string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"))}");
    }

    /// <inheritdoc/>
    public async Task<ExternalPerson?> RedeemAsync(string provider, ExternalChallenge challenge, string code, CancellationToken cancellation)
    {
        var (settings, metadata) = (_options.Providers[provider], await MetadataAsync(provider, cancellation));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = ReturnOf(provider),
            ["client_id"] = settings.ClientId,
            ["client_secret"] = settings.ClientSecret,
            ["code_verifier"] = Derive("verifier", challenge.State),
        });
        using var answer = await _http.PostAsync(new Uri(metadata.TokenEndpoint), form, cancellation);
        if ((int)answer.StatusCode is 429 or >= 500)
            throw new HttpRequestException($"The provider answers with {(int)answer.StatusCode}.", null, answer.StatusCode);
        if (!answer.IsSuccessStatusCode || await TokensAsync(answer, cancellation) is not { IdToken: { Length: > 0 and <= TokenLengthMax } idToken })
            return null;
        return await ReadAsync(provider, idToken, Derive("nonce", challenge.State), metadata, cancellation);
    }

    private static async Task<Tokens?> TokensAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<Tokens>(cancellation);
        }
        catch (JsonException failure)
        {
            throw new HttpRequestException("The provider's answer is no JSON.", failure);
        }
    }

    private async Task<ExternalPerson?> ReadAsync(string provider, string idToken, string nonce, OpenIdConnectConfiguration metadata, CancellationToken cancellation)
    {
        var result = await _handler.ValidateTokenAsync(idToken, Rules(provider, metadata));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have changed its keys: they are fetched again, as often as the manager allows.
            _metadata[provider].RequestRefresh();
            result = await _handler.ValidateTokenAsync(idToken, Rules(provider, await MetadataAsync(provider, cancellation)));
        }
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token || token.Subject is not { Length: > 0 and <= 255 } subject)
            return null;
        if (!token.TryGetPayloadValue<string>("nonce", out var shown) || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(nonce)))
            return null;
        // A token for several is only taken where it was given to us.
        if (token.Audiences.Skip(1).Any() && (!token.TryGetPayloadValue<string>("azp", out var holder) || holder != _options.Providers[provider].ClientId))
            return null;
        var name = token.TryGetPayloadValue<string>("name", out var called) ? called.Trim() : "";
        return new ExternalPerson(subject, VerifiedMail(token), name);
    }

    /// <summary>Apple writes the flag as text. A provider that says nothing has verified nothing.</summary>
    private static string? VerifiedMail(JsonWebToken token)
    {
        var isVerified = token.TryGetPayloadValue<object>("email_verified", out var flag) && (flag is true || flag is string text && text == "true");
        return isVerified && token.TryGetPayloadValue<string>("email", out var mail) && Names.IsMail(mail) ? Names.OfMail(mail) : null;
    }

    private TokenValidationParameters Rules(string provider, OpenIdConnectConfiguration metadata) => new()
    {
        ValidAlgorithms = Algorithms,
        ValidIssuer = metadata.Issuer,
        ValidAudience = _options.Providers[provider].ClientId,
        IssuerSigningKeys = metadata.SigningKeys,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => until is not null && Now < until.Value + ClockError && (from is null || from.Value - ClockError <= Now),
    };

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private async Task<OpenIdConnectConfiguration> MetadataAsync(string provider, CancellationToken cancellation)
    {
        OpenIdConnectConfiguration metadata;
        try
        {
            metadata = await _metadata[provider].GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException failure)
        {
            throw new HttpRequestException("The provider's metadata can't be read.", failure);
        }
        // Metadata that name another issuer than the settings' would let one provider speak for another.
        return metadata.Issuer.TrimEnd('/') == _options.Providers[provider].Authority.AbsoluteUri.TrimEnd('/') ? metadata : throw new HttpRequestException("The provider's metadata name another issuer.");
    }

    private string ReturnOf(string provider) => new Uri(_options.Return, $"{provider}.html").AbsoluteUri;

    private ExternalChallenge Of(string state, DateTimeOffset end) => new(state, Derive("ticket", state), end);

    private string Derive(string purpose, params string[] parts) => Base64UrlEncoder.Encode(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{purpose}|{string.Join('|', parts)}")));

    private sealed record Tokens([property: JsonPropertyName("id_token")] string? IdToken);
}
