using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kundli.Adapters.Identity;
using Kundli.Features.Identity;

namespace Kundli.Worker.Tests.Identity;

/// <summary>Attacks on access tokens (A2). Each starts from a good token and changes one thing.</summary>
public sealed class AccessTokenTests
{
    private readonly IdentityHouse _house = new();
    private readonly Account _account = new(Account.NewId(), "Asha", DateTimeOffset.UnixEpoch) { Roles = ["customer", "admin"] };

    [Fact]
    public async Task A_good_token_tells_user_session_and_roles()
    {
        var claims = await _house.AccessTokens.ReadAsync(Good());
        Assert.Equal((_account.UserId, "f00d"), (claims!.Caller.UserId, claims.FamilyId));
        Assert.Equal(["admin", "customer"], claims.Caller.Roles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_token_forged_with_the_same_parts_and_the_right_key_is_read_so_the_forgeries_below_fail_for_their_fault() =>
        Assert.NotNull(await _house.AccessTokens.ReadAsync(Forge(_ => { }, _ => { })));

    [Theory]
    [InlineData("alg", "none")]
    [InlineData("alg", "None")]
    [InlineData("alg", "HS256")]
    [InlineData("alg", "ES384")]
    [InlineData("alg", "RS256")]
    [InlineData("kid", "another")]
    [InlineData("kid", "../../etc/passwd")]
    [InlineData("typ", "JWT")]
    [InlineData("typ", "id_token")]
    public async Task A_wrong_header_is_refused(string name, string value) => Assert.Null(await _house.AccessTokens.ReadAsync(Forge(header => header[name] = value, _ => { })));

    [Theory]
    [InlineData("iss", "https://evil.example")]
    [InlineData("aud", "another-api")]
    [InlineData("sub", "")]
    [InlineData("sid", "")]
    [InlineData("exp", 1)]
    [InlineData("nbf", 4102444800)]
    public async Task A_wrong_claim_is_refused(string name, object value) => Assert.Null(await _house.AccessTokens.ReadAsync(Forge(_ => { }, claims => claims[name] = value)));

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("nbf")]
    [InlineData("sub")]
    [InlineData("sid")]
    public async Task A_missing_claim_is_refused(string name) => Assert.Null(await _house.AccessTokens.ReadAsync(Forge(_ => { }, claims => claims.Remove(name))));

    [Fact]
    public async Task A_key_that_the_token_brings_along_is_not_believed()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = own.ExportParameters(false).Q;
        var jwk = new { kty = "EC", crv = "P-256", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) };
        Assert.Null(await _house.AccessTokens.ReadAsync(Forge(header => header["jwk"] = jwk, _ => { }, own)));
        Assert.Null(await _house.AccessTokens.ReadAsync(Forge(header => header["jku"] = "https://evil.example/jwks.json", _ => { }, own)));
        Assert.Null(await _house.AccessTokens.ReadAsync(Forge(header => header["x5u"] = "https://evil.example/cert.pem", _ => { }, own)));
    }

    [Fact]
    public async Task The_public_key_as_an_HMAC_secret_is_refused()
    {
        var parts = Forge(header => header["alg"] = "HS256", _ => { }).Split('.');
        foreach (var secret in new[] { _house.Keys.Signing[0].ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(_house.Keys.Signing[0].ExportSubjectPublicKeyInfoPem()) })
            Assert.Null(await _house.AccessTokens.ReadAsync($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")))}"));
    }

    [Fact]
    public async Task An_unsigned_a_cut_and_a_changed_token_are_refused()
    {
        var good = Good();
        var parts = good.Split('.');
        var changed = parts[1][..^2] + (parts[1][^2] == 'A' ? 'B' : 'A') + parts[1][^1];
        foreach (var bad in new[] { $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}", $"{parts[0]}.{changed}.{parts[2]}", "", ".", "..", "a.b.c", "a.b.c.d.e", good + "." })
            Assert.Null(await _house.AccessTokens.ReadAsync(bad));
    }

    [Fact]
    public async Task A_token_of_a_megabyte_is_refused_without_work() => Assert.Null(await _house.AccessTokens.ReadAsync(new string('a', 1 << 20)));

    [Fact]
    public async Task A_token_ends_after_ten_minutes()
    {
        var token = Good();
        _house.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await _house.AccessTokens.ReadAsync(token));
        _house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await _house.AccessTokens.ReadAsync(token));
    }

    [Fact]
    public async Task An_older_key_still_verifies_and_the_newer_one_signs()
    {
        using var newer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var old = Good();
        var rotated = _house.Options with { SigningKeys = [newer.ExportPkcs8PrivateKeyPem(), .. _house.Options.SigningKeys] };
        var tokens = new SignedAccessTokens(IdentityKeys.Load(rotated), rotated, _house.Clock);
        Assert.NotNull(await tokens.ReadAsync(old));
        Assert.Null(await _house.AccessTokens.ReadAsync(tokens.Issue(_account, "f00d", _house.Clock.GetUtcNow())));
        Assert.Equal(2, tokens.PublicKeys.Select(key => key.Kid).Distinct(StringComparer.Ordinal).Count());
    }

    private string Good() => _house.AccessTokens.Issue(_account, "f00d", _house.Clock.GetUtcNow());

    /// <summary>A token signed with our own key after a change of its parts, so that nothing but the change is wrong with it.</summary>
    private string Forge(Action<Dictionary<string, object>> header, Action<Dictionary<string, object>> claims, ECDsa? key = null)
    {
        var now = _house.Clock.GetUtcNow().ToUnixTimeSeconds();
        var head = new Dictionary<string, object>(StringComparer.Ordinal) { ["alg"] = "ES256", ["typ"] = "at+jwt", ["kid"] = _house.AccessTokens.PublicKeys[0].Kid };
        var body = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = _house.Options.Issuer, ["aud"] = _house.Options.Audience, ["sub"] = _account.UserId, ["sid"] = "f00d", ["roles"] = new[] { "customer" }, ["nbf"] = now, ["iat"] = now, ["exp"] = now + 600,
        };
        header(head);
        claims(body);
        var text = $"{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(head))}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(body))}";
        return $"{text}.{Base64Url.EncodeToString((key ?? _house.Keys.Signing[0]).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }
}
