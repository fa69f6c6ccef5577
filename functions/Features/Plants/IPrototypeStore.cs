namespace Kundli.Features.Plants;

/// <summary>Where the reference vectors of species are kept that were learned without training.</summary>
public interface IPrototypeStore
{
    /// <summary>Every species' vectors. A change in another process is seen within <see cref="Limits.PrototypesAge"/>.</summary>
    Task<IReadOnlyList<Prototype>> AllAsync(CancellationToken cancellation);

    /// <summary>Writes a species' vectors, over those that it had.</summary>
    Task PutAsync(Prototype prototype, CancellationToken cancellation);

    /// <summary>Forgets a species.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(string slug, CancellationToken cancellation);
}
