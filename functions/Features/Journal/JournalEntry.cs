namespace Kundli.Features.Journal;

/// <summary>A photo of one's own plant on a day, with a line about it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Date">The day that it shows.</param>
/// <param name="Species">The key of the plant, or null where nobody said what it is.</param>
/// <param name="Note">In the owner's words, or null.</param>
/// <param name="CreatedAt">When it was put in.</param>
public sealed record JournalEntry(string Id, DateOnly Date, string? Species, string? Note, DateTimeOffset CreatedAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>Bounds of journals.</summary>
public static class Limits
{
    /// <summary>Entries of one person: one each birth-star day for twelve years. Well below what a store lists at once, so that erasing sees what came in over it too.</summary>
    public const int EntriesMax = 160;

    /// <summary>Characters of a note.</summary>
    public const int NoteLengthMax = 500;
}

/// <summary>The journals. Every call names the person: another's can't be reached.</summary>
public interface IJournals
{
    /// <summary>Every entry of a person, in no order; at most <see cref="Limits.EntriesMax"/> and those that two requests at once put in over it.</summary>
    Task<IReadOnlyList<JournalEntry>> ListAsync(string userId, CancellationToken cancellation);

    /// <summary>One of them, or null.</summary>
    Task<JournalEntry?> ReadAsync(string userId, string id, CancellationToken cancellation);

    /// <summary>Adds one; false where that id is there already.</summary>
    Task<bool> AddAsync(string userId, JournalEntry entry, CancellationToken cancellation);

    /// <summary>Removes one; a missing one is removed already.</summary>
    Task RemoveAsync(string userId, string id, CancellationToken cancellation);
}

/// <summary>The photos of journals: copies, which stay when the identification that they came from is forgotten.</summary>
public interface IJournalPhotos
{
    /// <summary>Keeps the photo of an entry and its thumbnail, both JPEG. Written over if they are there.</summary>
    Task PutAsync(string userId, string entryId, byte[] jpeg, byte[] thumbnail, CancellationToken cancellation);

    /// <summary>The photo of an entry, or null.</summary>
    Task<byte[]?> GetAsync(string userId, string entryId, Plants.PhotoSize size, CancellationToken cancellation);

    /// <summary>Removes the photo of an entry.</summary>
    Task RemoveAsync(string userId, string entryId, CancellationToken cancellation);

    /// <summary>Removes every photo of a person, also those whose entry never came to be.</summary>
    Task RemoveAllAsync(string userId, CancellationToken cancellation);
}
