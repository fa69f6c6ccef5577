using System.Security.Cryptography;
using Kundli.Features.Carts;

namespace Kundli.Adapters;

/// <summary>Ids of 128 bits from the system's random generator.</summary>
public sealed class SecretIds : ISecretIds
{
    /// <inheritdoc/>
    public string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
