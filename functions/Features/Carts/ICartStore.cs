namespace Kundli.Features.Carts;

/// <summary>The carts.</summary>
public interface ICartStore
{
    /// <summary>The cart with its version, or null.</summary>
    Task<(Cart Cart, string Tag)?> ReadAsync(string cartId, CancellationToken cancellation);

    /// <summary>Creates it (<paramref name="tag"/> null) or replaces the version that was read.</summary>
    /// <returns>False if it exists already or has changed.</returns>
    Task<bool> SaveAsync(Cart cart, string? tag, CancellationToken cancellation);
}
