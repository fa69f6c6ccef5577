namespace Kundli.Features.Plants;

/// <summary>An identification in its owner's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When the photos were accepted.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Verdict">What was dared to be said, once it succeeded.</param>
/// <param name="Slug">The plant that was named or confirmed; null while none is.</param>
public sealed record IdentificationSummary(string Id, DateTimeOffset CreatedAt, IdentificationStatus Status, Verdict? Verdict, string? Slug);

/// <summary>A customer's identifications, as long as they are kept.</summary>
public sealed class ListIdentifications(IIdentificationStore identifications)
{
    /// <summary>A page, the newest first.</summary>
    public async Task<Outcome<Page<IdentificationSummary>>> RunAsync(string owner, int limit, string? after, CancellationToken cancellation)
    {
        var page = await identifications.ListAsync(owner, limit, after, cancellation);
        var found = await Task.WhenAll(page.Items.Select(entry => identifications.FindAsync(entry.Id, cancellation)));
        // A line without its identification is one that is being removed, or that was never finished.
        return new Page<IdentificationSummary>([.. found.OfType<StoredIdentification>().Select(stored => Summary(stored.Value))], page.Next);
    }

    private static IdentificationSummary Summary(Identification identification) => new(
        identification.Id, identification.CreatedAt, identification.Status,
        identification.ConfirmedSlug is null ? identification.Result?.Verdict : Verdict.ConfirmedByUser, identification.NamedSlug);
}
