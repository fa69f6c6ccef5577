namespace Kundli.Features.Plants;

/// <summary>An identification as it is read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Result">The result, once it succeeded.</param>
/// <param name="Failure">The reason, once it failed.</param>
public sealed record IdentificationView(string Id, IdentificationStatus Status, PlantResult? Result, IdentificationFailure? Failure);

/// <summary>Tells how far an identification is, and its result.</summary>
public sealed class ReadIdentification(IIdentificationStore identifications)
{
    /// <summary>Reads it; one that is another customer's is not found.</summary>
    public async Task<Outcome<IdentificationView>> RunAsync(Caller caller, string id, CancellationToken cancellation) =>
        IsId(id) && await identifications.FindAsync(id, cancellation) is { } stored && stored.Value.IsVisibleTo(caller)
            ? View(stored.Value)
            : Problem.NotFound();

    /// <summary>Whether a text can be an id at all, so that no other text reaches the store.</summary>
    internal static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    private static IdentificationView View(Identification identification) =>
        new(identification.Id, identification.Status, identification.Result, identification.Failure);
}
