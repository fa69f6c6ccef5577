using System.Globalization;
using Kundli.Features;
using Kundli.Features.Conversations;
using Kundli.Features.Idempotency;

namespace Kundli.Adapters.Documents;

/// <summary>Conversations: <c>charts / {userId} / conversation|{id}</c>, and what was said in them as <c>said|{id}|{number}</c>; both expire.</summary>
public sealed class ConversationStore(IDocuments documents) : IConversations
{
    private const string Prefix = "conversation|";

    /// <inheritdoc/>
    public async Task<(Conversation Conversation, string Version)?> ReadAsync(string userId, string conversationId, CancellationToken cancellation) =>
        await documents.ReadAsync<Conversation>(PartitionOf(userId), Prefix + conversationId, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public Task<Creation> AddAsync(Conversation conversation, Repeat? repeat, CancellationToken cancellation) =>
        documents.CreateAsync(PartitionOf(conversation.UserId), Head(conversation), conversation.Id, repeat, cancellation);

    /// <inheritdoc/>
    public async Task<bool> AppendAsync(Conversation conversation, string version, ConversationMessage message, CancellationToken cancellation)
    {
        var said = TypedDocuments.Document(Said(conversation.Id) + message.Number.ToString("0000", CultureInfo.InvariantCulture), message, conversation.ExpiresAt);
        return (await documents.BatchAsync(PartitionOf(conversation.UserId), [new DocumentWrite.Replace(Head(conversation), version), new DocumentWrite.Create(said)], cancellation)).IsDone;
    }

    /// <inheritdoc/>
    public async Task<Page<Conversation>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(Prefix), limit, after, cancellation);
        return new([.. page.Items.Select(item => item.Value<Conversation>())], page.Next);
    }

    /// <inheritdoc/>
    public async Task<Page<ConversationMessage>> MessagesAsync(string userId, string conversationId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(Said(conversationId)), limit, after, cancellation);
        return new([.. page.Items.Select(item => item.Value<ConversationMessage>())], page.Next);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string userId, string conversationId, CancellationToken cancellation)
    {
        await documents.RemoveAllAsync(PartitionOf(userId), IdRange.Prefix(Said(conversationId)), cancellation);
        await documents.RemoveAllAsync(PartitionOf(userId), IdRange.Prefix(Prefix + conversationId), cancellation);
    }

    private static NewDocument Head(Conversation conversation) => TypedDocuments.Document(Prefix + conversation.Id, conversation, conversation.ExpiresAt);

    private static string Said(string conversationId) => $"said|{conversationId}|";

    private static Partition PartitionOf(string userId) => new(Containers.Charts, userId);
}
