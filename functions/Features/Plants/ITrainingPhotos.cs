namespace Kundli.Features.Plants;

/// <summary>Photos that people gave to train later models with: copies beside the species that they told, without anything about the people.</summary>
public interface ITrainingPhotos
{
    /// <summary>Copies the kept photos of an identification under a species, over those that were given before.</summary>
    /// <param name="identification">Whose photos, and whose owner may take them back.</param>
    /// <param name="slug">What they show, as a person says.</param>
    /// <param name="until">When the copies are removed.</param>
    /// <param name="cancellation">Gives up.</param>
    Task KeepAsync(Identification identification, string slug, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Removes the copies of an identification's photos.</summary>
    Task RemoveAsync(string identificationId, CancellationToken cancellation);

    /// <summary>The identifications whose photos a customer gave, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<string>> OfAsync(string owner, int limit, CancellationToken cancellation);

    /// <summary>Removes the line that leads from a customer to copies, after them.</summary>
    Task RemoveEntryAsync(string owner, string identificationId, CancellationToken cancellation);
}
