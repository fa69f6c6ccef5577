using System.Security.Cryptography;
using Kundli.Features.Identity;
using OtpNet;

namespace Kundli.Adapters.Identity;

/// <summary>RFC 6238 with the parameters every authenticator app knows: SHA-1, six digits, 30 seconds. Secrets are stored under AES-GCM.</summary>
public sealed class TimeCodes(IdentityKeys keys) : ITimeCodes
{
    private const int SecretBytes = 20;
    private const int CodeDigits = 6;

    private readonly Seal _seal = new(keys.For("time-code-secret"));

    /// <inheritdoc/>
    public string NewSecret() => _seal.Close(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <inheritdoc/>
    public (string Uri, string QrSvg) Show(string sealedSecret, string accountName)
    {
        var uri = new OtpUri(OtpType.Totp, Base32Encoding.ToString(_seal.Open(sealedSecret)), accountName, "Kundli").ToString();
        return (uri, QrPicture.Svg(uri));
    }

    /// <inheritdoc/>
    public long? StepOf(string sealedSecret, string code, DateTimeOffset now) =>
        code.Length == CodeDigits && new Totp(_seal.Open(sealedSecret)).VerifyTotp(now.UtcDateTime, code, out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;
}
