using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kundli.Features.Identity;

namespace Kundli.Adapters.Identity;

/// <summary>
/// <c>{familyId}.{generation and HMAC}</c>. Nothing secret is stored, not even hashed: a stolen database opens no session. Whether a token is
/// authentic is known without a read, so made-up ones can't end anybody's session.
/// </summary>
public sealed class DerivedRefreshTokens(IdentityKeys keys) : IRefreshTokens
{
    private const int GenerationBytes = 4;
    private const int TokenLengthMax = 128;

    private readonly byte[] _tokenKey = keys.For("refresh-token");
    private readonly byte[] _csrfKey = keys.For("csrf-token");

    /// <inheritdoc/>
    public string Write(string familyId, int generation)
    {
        var secret = new byte[GenerationBytes + HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt32BigEndian(secret, generation);
        HMACSHA256.HashData(_tokenKey, Encoding.UTF8.GetBytes($"{familyId}.{generation}"), secret.AsSpan(GenerationBytes));
        return $"{familyId}.{Base64Url.EncodeToString(secret)}";
    }

    /// <inheritdoc/>
    public (string FamilyId, int Generation)? Read(string token)
    {
        if (token.Length > TokenLengthMax || token.Split('.') is not [{ Length: > 0 } family, var secret] || !family.All(char.IsAsciiHexDigitLower))
            return null;
        Span<byte> bytes = stackalloc byte[GenerationBytes + HMACSHA256.HashSizeInBytes + 3];
        if (!Base64Url.IsValid(secret, out var length) || length != bytes.Length - 3)
            return null;
        Base64Url.DecodeFromChars(secret, bytes);
        var generation = BinaryPrimitives.ReadInt32BigEndian(bytes);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Write(family, generation)), Encoding.ASCII.GetBytes(token)) ? (family, generation) : null;
    }

    /// <inheritdoc/>
    public string CsrfToken(string familyId) => Base64Url.EncodeToString(HMACSHA256.HashData(_csrfKey, Encoding.UTF8.GetBytes(familyId)));
}
