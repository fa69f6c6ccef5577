using System.Text.Json;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Identity;
using Kundli.Features.Notices;

namespace Kundli.Adapters.Mail;

/// <summary>
/// Mails on their way: <c>tokens / {keyed hash of the mail's name} / mail</c>. They may carry a code that resets a password, so what they say is sealed.
/// </summary>
public sealed class OutboxStore(IDocuments documents, IdentityKeys keys) : IOutbox
{
    private const string Id = "mail";

    /// <summary>Longer than any cause repeats its mails: a complaint is open for a month.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    private readonly KeyedHash _hash = new(keys.For("mail-name"));
    private readonly Seal _seal = new(keys.For("mail-text"));

    /// <inheritdoc/>
    public Task AddAsync(string id, OutgoingMail mail, CancellationToken cancellation) => documents.CreateAsync(PartitionOf(id), Document(mail), cancellation);

    /// <inheritdoc/>
    public async Task<(OutgoingMail Mail, string Tag)?> ReadAsync(string id, CancellationToken cancellation)
    {
        if (await documents.ReadAsync<Stored>(PartitionOf(id), Id, cancellation) is not { Value: var stored, ETag: var tag })
            return null;
        var notice = stored.Sealed is { } closed ? JsonSerializer.Deserialize<Notice>(_seal.Open(closed), TypedDocuments.Json) : null;
        return (new OutgoingMail(notice, stored.CreatedAt) { TriedAt = stored.TriedAt }, tag);
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(string id, OutgoingMail mail, string tag, CancellationToken cancellation) => (await documents.ReplaceAsync(PartitionOf(id), Document(mail), tag, cancellation)).IsDone;

    private NewDocument Document(OutgoingMail mail)
    {
        var closed = mail.Notice is { } notice ? _seal.Close(JsonSerializer.SerializeToUtf8Bytes(notice, TypedDocuments.Json)) : null;
        return TypedDocuments.Document(Id, new Stored(closed, mail.CreatedAt, mail.TriedAt, mail.Schema), mail.CreatedAt + Kept);
    }

    private Partition PartitionOf(string id) => new(Containers.Tokens, _hash.Of(id));

    private sealed record Stored(string? Sealed, DateTimeOffset CreatedAt, DateTimeOffset? TriedAt, int Schema);
}
