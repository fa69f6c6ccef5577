using System.Security.Cryptography;

namespace Kundli.Adapters.Identity;

/// <summary>What is stored so that only the app can read it: AES-GCM under a key of one purpose, nonce and tag before the cipher text, in base64.</summary>
/// <param name="key">32 bytes, see <see cref="IdentityKeys.For"/>.</param>
internal sealed class Seal(byte[] key)
{
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    public string Close(byte[] plain)
    {
        var (nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(NonceBytes), new byte[TagBytes], new byte[plain.Length]);
        using var aes = new AesGcm(key, tag.Length);
        aes.Encrypt(nonce, plain, cipher, tag);
        return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    public byte[] Open(string closed)
    {
        var bytes = Convert.FromBase64String(closed).AsSpan();
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(bytes[..NonceBytes], bytes[(NonceBytes + TagBytes)..], bytes.Slice(NonceBytes, TagBytes), plain);
        return plain;
    }
}
