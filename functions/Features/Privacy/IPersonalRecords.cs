namespace Kundli.Features.Privacy;

/// <summary>
/// One kind of records that is kept about a customer, for <c>GET /me/export</c> and <c>DELETE /me</c>. Whoever keeps something of a person implements it in
/// its own feature and registers it once more under this need; nothing else has to know.
/// </summary>
public interface IPersonalRecords
{
    /// <summary>The section's name in the export, in camelCase: <c>account</c>, <c>charts</c>, <c>orders</c>. No two are alike.</summary>
    string Section { get; }

    /// <summary>
    /// Every record held about a customer, one after the other and read page by page, in the shape in which its owner may see it: no hashes, no secrets, no
    /// internal keys. Each is written as one JSON object as soon as it comes, so that memory doesn't grow with their number.
    /// </summary>
    IAsyncEnumerable<object> ExportAsync(string userId, CancellationToken cancellation);

    /// <summary>
    /// Removes the records or takes everything personal out of them. It may be called again at any time, after having been killed at any line or when nothing is
    /// left, and goes on where it stopped: what leads to a record (a list entry, a name) goes only after the record itself.
    /// </summary>
    Task<Erasure> EraseAsync(string userId, CancellationToken cancellation);
}

/// <summary>Something that a law forbids to erase yet.</summary>
/// <param name="Records">What stays, in a few words for its owner: no personal data.</param>
/// <param name="Law">The law that says so.</param>
/// <param name="Until">When the hold ends; what was held is erased then.</param>
public sealed record StatutoryHold(string Records, string Law, DateTimeOffset Until);

/// <summary>What erasing one section came to.</summary>
/// <param name="Holds">What a law keeps, with everything else of it gone already.</param>
/// <param name="Again">When this section must be erased once more, because something in it is still under way or a hold ends; null when it is done for good.</param>
public sealed record Erasure(IReadOnlyList<StatutoryHold> Holds, DateTimeOffset? Again)
{
    /// <summary>Nothing of the person is left.</summary>
    public static Erasure Done { get; } = new([], null);

    /// <summary>What remains remains by law, until its hold ends.</summary>
    /// <param name="holds">At least one.</param>
    public static Erasure Held(params IReadOnlyList<StatutoryHold> holds) => new(holds, holds.Min(hold => hold.Until));

    /// <summary>Something is still under way (a parcel, a payment): erase again later.</summary>
    public static Erasure Unfinished(DateTimeOffset again) => new([], again);

    /// <summary>Both together: the earlier time counts.</summary>
    public Erasure And(Erasure other) => new([.. Holds, .. other.Holds], Again is null ? other.Again : other.Again is null || Again < other.Again ? Again : other.Again);
}
