using System.Security.Cryptography;
using Kundli.Features;
using Kundli.Features.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kundli.Adapters.Identity;

/// <summary>One public key as RFC 7517 writes it.</summary>
public sealed record PublicKey(string Kty, string Crv, string X, string Y, string Kid, string Use, string Alg);

/// <summary>
/// Access tokens as RFC 9068 describes them, signed with ES256. The reader knows one algorithm, one type, one issuer, one audience, and takes
/// keys from nowhere but its own list, by <c>kid</c> (RFC 8725).
/// </summary>
public sealed class SignedAccessTokens : IAccessTokens
{
    /// <summary>Longer ones are not even parsed.</summary>
    public const int LengthMax = 4096;

    private const string TokenType = "at+jwt";
    private const string Session = "sid";
    private const string Roles = "roles";
    private static readonly TimeSpan ClockError = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LengthMax };
    private readonly List<ECDsaSecurityKey> _keys;
    private readonly IdentityOptions _options;
    private readonly TokenValidationParameters _rules;
    private readonly TimeProvider _time;

    /// <summary>Signs with the first key, reads with all.</summary>
    public SignedAccessTokens(IdentityKeys keys, IdentityOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _keys = [.. keys.Signing.Select(key => new ECDsaSecurityKey(key) { KeyId = KeyId(key) })];
        _rules = new TokenValidationParameters
        {
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = [TokenType],
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            IssuerSigningKeyResolver = (_, _, kid, _) => _keys.Where(key => key.KeyId == kid),
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => from is not null && until is not null && from - ClockError <= Now && Now < until,
        };
    }

    /// <summary>The public halves, for <c>/.well-known/jwks.json</c>.</summary>
    public IReadOnlyList<PublicKey> PublicKeys => [.. _keys.Select(key => Public(key.ECDsa))];

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public string Issue(Account account, string familyId, DateTimeOffset now) => _handler.CreateToken(new SecurityTokenDescriptor
    {
        TokenType = TokenType,
        Issuer = _options.Issuer,
        Audience = _options.Audience,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = (now + Limits.AccessTokenLife).UtcDateTime,
        SigningCredentials = new SigningCredentials(_keys[0], SecurityAlgorithms.EcdsaSha256),
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = account.UserId,
            ["jti"] = Account.NewId(),
            [Session] = familyId,
            [Roles] = account.Roles.ToArray(),
        },
    });

    /// <inheritdoc/>
    public async Task<AccessClaims?> ReadAsync(string token)
    {
        if (token.Length > LengthMax)
            return null;
        var result = await _handler.ValidateTokenAsync(token, _rules);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read || read.Subject is not { Length: > 0 } user || !read.TryGetPayloadValue<string>(Session, out var family) || family.Length == 0)
            return null;
        var roles = read.TryGetPayloadValue<string[]>(Roles, out var held) ? held : [];
        return new AccessClaims(new Caller(user, roles.ToHashSet(StringComparer.Ordinal)), family);
    }

    private static PublicKey Public(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new("EC", "P-256", Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y), KeyId(key), "sig", "ES256");
    }

    /// <summary>The key's name is its fingerprint: the same in every process, another for every key.</summary>
    private static string KeyId(ECDsa key) => Base64UrlEncoder.Encode(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
}
