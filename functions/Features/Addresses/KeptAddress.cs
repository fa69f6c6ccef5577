using Kundli.Features.Pricing;

namespace Kundli.Features.Addresses;

/// <summary>An address that a customer keeps for later orders.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">Where.</param>
/// <param name="CreatedAt">When it was entered.</param>
public sealed record KeptAddress(string Id, Address Address, DateTimeOffset CreatedAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>What the customer calls it (<c>home</c>), or null.</summary>
    public string? Label { get; init; }
}

/// <summary>Bounds of address books.</summary>
public static class Limits
{
    /// <summary>Addresses of one customer.</summary>
    public const int AddressesMax = 20;

    /// <summary>Characters of a label.</summary>
    public const int LabelLengthMax = 40;
}

/// <summary>The address books.</summary>
public interface IAddressStore
{
    /// <summary>A customer's addresses with their versions, at most <see cref="Limits.AddressesMax"/> and those that two requests at once put in over it.</summary>
    Task<IReadOnlyList<(KeptAddress Address, string Version)>> ListAsync(string userId, CancellationToken cancellation);

    /// <summary>One of them; null when the customer has none of that id.</summary>
    Task<(KeptAddress Address, string Version)?> ReadAsync(string userId, string id, CancellationToken cancellation);

    /// <summary>Writes one, new where <paramref name="version"/> is null. The new version; null when somebody else wrote it meanwhile.</summary>
    Task<string?> SaveAsync(string userId, KeptAddress address, string? version, CancellationToken cancellation);

    /// <summary>Removes one; a missing one is removed already.</summary>
    Task RemoveAsync(string userId, string id, CancellationToken cancellation);
}
