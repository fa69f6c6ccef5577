using System.Security.Cryptography;
using System.Text;

namespace Kundli.Adapters.Identity;

/// <summary>Names under which something is found again without standing anywhere: mail addresses, phone numbers, secrets. Without the key nobody can try names out.</summary>
/// <param name="key">Of one purpose, see <see cref="IdentityKeys.For"/>.</param>
internal sealed class KeyedHash(byte[] key)
{
    /// <summary>64 lower-case hexadecimal digits; the same for the same text.</summary>
    public string Of(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
}
