using System.Runtime.CompilerServices;
using FluentValidation;
using Kundli.Features.Idempotency;
using Kundli.Features.Plants;
using Kundli.Features.Pricing;
using Kundli.Features.Privacy;

namespace Kundli.Features.Journal;

/// <summary>A photo to put into the journal. It comes from an identification: there it was decoded, looked at and stripped of place and camera.</summary>
/// <param name="IdentificationId">The identification that it was sent for.</param>
/// <param name="Photo">Its place among the photos of that, from 0.</param>
/// <param name="Date">The day that it shows; the day on which it was sent when absent.</param>
/// <param name="Species">The key of the plant; what the identification says when absent.</param>
/// <param name="Note">A line about it.</param>
public sealed record JournalRequest(string IdentificationId, int Photo = 0, DateOnly? Date = null, string? Species = null, string? Note = null);

/// <summary>What an entry must look like.</summary>
public sealed class JournalRules : AbstractValidator<JournalRequest>
{
    private static readonly DateOnly FirstDay = new(1900, 1, 1);

    /// <summary>The rules.</summary>
    public JournalRules()
    {
        RuleFor(request => request.Photo).InclusiveBetween(0, Plants.Limits.PhotosMax - 1).WithMessage($"must be 0 to {Plants.Limits.PhotosMax - 1}.");
        RuleFor(request => request.Date).GreaterThanOrEqualTo(FirstDay).WithMessage("must not be before 1900.");
        RuleFor(request => request.Note).MaximumLength(Limits.NoteLengthMax).WithMessage($"has at most {Limits.NoteLengthMax} characters.");
    }
}

/// <summary>An entry as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Date">The day that it shows.</param>
/// <param name="Species">The key of the plant, or null.</param>
/// <param name="Names">What it is called, or null.</param>
/// <param name="Note">A line about it, or null.</param>
/// <param name="PhotoHref">Where the photo is; <c>?size=thumbnail</c> for a small one.</param>
/// <param name="CreatedAt">When it was put in.</param>
public sealed record JournalView(string Id, DateOnly Date, string? Species, CommonNames? Names, string? Note, string PhotoHref, DateTimeOffset CreatedAt);

/// <summary>Keeps the journal of somebody's own trees: dated photos, the newest day first.</summary>
/// <param name="journals">Where entries are kept.</param>
/// <param name="photos">Where their photos are kept.</param>
/// <param name="identifications">Where photos come from.</param>
/// <param name="blobs">The photos of identifications.</param>
/// <param name="species">What plants are called.</param>
/// <param name="once">One entry per key.</param>
/// <param name="time">No photo shows a day that is yet to come.</param>
public sealed class KeepJournal(
    IJournals journals, IJournalPhotos photos, IIdentificationStore identifications, IPhotoBlobs blobs, ISpeciesTable species, CreateOnce once, TimeProvider time)
{
    /// <summary>There is no room for one more.</summary>
    public static Problem Full { get; } = new("journal-full", $"A journal holds at most {Limits.EntriesMax} photos.") { Detail = "Remove one first." };

    /// <summary>A page of a person's journal, the newest day first.</summary>
    public async Task<Outcome<Page<JournalView>>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var all = (await journals.ListAsync(userId, cancellation)).OrderByDescending(entry => entry.Date).ThenByDescending(entry => entry.CreatedAt).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        var from = after is null ? 0 : all.FindIndex(entry => entry.Id == after) + 1;
        if (after is not null && from == 0)
            return Problem.Invalid(new FieldError("?after", "is no token of this list."));
        var page = all.Skip(from).Take(limit).Select(ViewOf).ToArray();
        return new Page<JournalView>(page, from + page.Length < all.Count ? page[^1].Id : null);
    }

    /// <summary>Puts a photo in; <c>not-found</c> where there is no such photo (any more), <c>identification-not-ready</c> before it was looked at, <c>journal-full</c>.</summary>
    public Task<Outcome<JournalView>> AddAsync(Caller caller, OnceKey key, JournalRequest request, CancellationToken cancellation) =>
        once.RunAsync(key, id => MakeAsync(caller, id, request, cancellation), cancellation);

    /// <summary>The photo of an entry, a JPEG.</summary>
    public async Task<Outcome<byte[]>> ReadPhotoAsync(string userId, string id, PhotoSize size, CancellationToken cancellation) =>
        await journals.ReadAsync(userId, id, cancellation) is { } entry && await photos.GetAsync(userId, entry.Id, size, cancellation) is { } jpeg ? jpeg : Problem.NotFound();

    /// <summary>Removes an entry: its photo first, so that none is left that nothing leads to.</summary>
    public async Task<Outcome<bool>> RemoveAsync(string userId, string id, CancellationToken cancellation)
    {
        if (await journals.ReadAsync(userId, id, cancellation) is not { } entry)
            return Problem.NotFound();
        await photos.RemoveAsync(userId, entry.Id, cancellation);
        await journals.RemoveAsync(userId, entry.Id, cancellation);
        return true;
    }

    private async Task<Outcome<JournalView>> MakeAsync(Caller caller, string id, JournalRequest request, CancellationToken cancellation)
    {
        var userId = caller.UserId!;
        if (await journals.ReadAsync(userId, id, cancellation) is { } existing)
            return ViewOf(existing);
        if (!ReadIdentification.IsId(request.IdentificationId) || await identifications.FindAsync(request.IdentificationId, cancellation) is not { } stored || !stored.Value.IsVisibleTo(caller))
            return Problem.NotFound("There is no such identification.");
        if (stored.Value.Status != IdentificationStatus.Succeeded)
            return GiveFeedback.NoResult;
        var wrong = Wrong(request).ToArray();
        if (wrong.Length > 0)
            return Problem.Invalid(wrong);
        if ((await journals.ListAsync(userId, cancellation)).Count >= Limits.EntriesMax)
            return Full;
        if (await blobs.GetPhotoAsync(stored.Value.Id, request.Photo, PhotoSize.Full, cancellation) is not { } jpeg
            || await blobs.GetPhotoAsync(stored.Value.Id, request.Photo, PhotoSize.Thumbnail, cancellation) is not { } thumbnail)
            return Problem.NotFound("There is no such photo any more.");
        var entry = new JournalEntry(id, request.Date ?? Days.Of(stored.Value.CreatedAt), request.Species ?? stored.Value.NamedSlug, request.Note, time.GetUtcNow());
        // The photo first: an entry without one would show nothing.
        await photos.PutAsync(userId, id, jpeg, thumbnail, cancellation);
        return await journals.AddAsync(userId, entry, cancellation) || await journals.ReadAsync(userId, id, cancellation) is not { } other ? ViewOf(entry) : ViewOf(other);
    }

    private IEnumerable<FieldError> Wrong(JournalRequest request)
    {
        if (request.Species is { } slug && species.Find(slug) is null)
            yield return new FieldError("/species", "is no plant of the species table.");
        // A day further east has begun before it does in India.
        if (request.Date > Days.Today(time).AddDays(1))
            yield return new FieldError("/date", "must not be in the future.");
    }

    private JournalView ViewOf(JournalEntry entry) => new(
        entry.Id, entry.Date, entry.Species, entry.Species is { } slug ? species.Find(slug)?.CommonNames : null, entry.Note, $"/api/v1/me/journal/{entry.Id}/photo", entry.CreatedAt);
}

/// <summary>The journal of a person, in export and erasure.</summary>
public sealed class JournalRecords(IJournals journals, IJournalPhotos photos) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "journal";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var entry in await journals.ListAsync(userId, cancellation))
            yield return new ExportedEntry(entry.Date, entry.Species, entry.Note, entry.CreatedAt, $"/api/v1/me/journal/{entry.Id}/photo");
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        await photos.RemoveAllAsync(userId, cancellation);
        foreach (var entry in await journals.ListAsync(userId, cancellation))
            await journals.RemoveAsync(userId, entry.Id, cancellation);
        return Erasure.Done;
    }

    private sealed record ExportedEntry(DateOnly Date, string? Species, string? Note, DateTimeOffset CreatedAt, string PhotoHref);
}
