using System.Security.Cryptography;
using Kundli.Features.Identity;
using OtpNet;
using QRCoder;

namespace Kundli.Adapters.Identity;

/// <summary>RFC 6238 with the parameters every authenticator app knows: SHA-1, six digits, 30 seconds. Secrets are stored under AES-GCM.</summary>
public sealed class TimeCodes(IdentityKeys keys) : ITimeCodes
{
    private const int SecretBytes = 20;
    private const int PixelsPerModule = 4;
    private const int CodeDigits = 6;

    private readonly byte[] _key = keys.For("time-code-secret");

    /// <inheritdoc/>
    public string NewSecret() => Seal(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <inheritdoc/>
    public (string Uri, string QrSvg) Show(string sealedSecret, string accountName)
    {
        var uri = new OtpUri(OtpType.Totp, Base32Encoding.ToString(Open(sealedSecret)), accountName, "Kundli").ToString();
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return (uri, picture.GetGraphic(PixelsPerModule));
    }

    /// <inheritdoc/>
    public long? StepOf(string sealedSecret, string code, DateTimeOffset now) =>
        code.Length == CodeDigits && new Totp(Open(sealedSecret)).VerifyTotp(now.UtcDateTime, code, out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;

    private string Seal(byte[] secret)
    {
        var (nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize], new byte[secret.Length]);
        using var aes = new AesGcm(_key, tag.Length);
        aes.Encrypt(nonce, secret, cipher, tag);
        return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    private byte[] Open(string sealedSecret)
    {
        var bytes = Convert.FromBase64String(sealedSecret).AsSpan();
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var secret = new byte[bytes.Length - nonce - tag];
        using var aes = new AesGcm(_key, tag);
        aes.Decrypt(bytes[..nonce], bytes[(nonce + tag)..], bytes.Slice(nonce, tag), secret);
        return secret;
    }
}
