using Kundli.Features.Idempotency;
using Kundli.Features.Readings;

namespace Kundli.Features.Conversations;

/// <summary>The numbers of conversations that a client may meet.</summary>
public static class Limits
{
    /// <summary>Conversations of an account.</summary>
    public const int ConversationsMax = 50;

    /// <summary>Questions of a conversation.</summary>
    public const int MessagesMax = 200;

    /// <summary>How long a conversation is kept after its last question.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);
}

/// <summary>Questions about one chart, one after the other, with what was understood last.</summary>
/// <param name="Id">Time-ordered, the newest first.</param>
/// <param name="UserId">Whose.</param>
/// <param name="ChartId">About which chart.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="ChangedAt">When the last question was asked.</param>
public sealed record Conversation(string Id, string UserId, string ChartId, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    /// <summary>Questions so far.</summary>
    public int Messages { get; init; }

    /// <summary>What the last question was about, for one that names no topic itself; null before the first.</summary>
    public Topic? LastTopic { get; init; }

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>From when on it is gone.</summary>
    public DateTimeOffset ExpiresAt => ChangedAt + Limits.KeptFor;

    /// <summary>The conversation with one question more. A refused question leaves the topic as it was.</summary>
    public Conversation With(UnderstoodQuestion understood, DateTimeOffset now) =>
        this with { Messages = Messages + 1, ChangedAt = now, LastTopic = understood.Refusal is null ? understood.Topic ?? LastTopic : LastTopic };

    /// <summary>The view of it.</summary>
    public ConversationView ToView() => new(Id, ChartId, Messages, CreatedAt, ChangedAt, ExpiresAt);
}

/// <summary>A conversation as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ChartId">About which chart.</param>
/// <param name="Messages">Questions so far.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="ChangedAt">When the last question was asked.</param>
/// <param name="ExpiresAt">When it goes by itself.</param>
public sealed record ConversationView(string Id, string ChartId, int Messages, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset ExpiresAt);

/// <summary>A question with its answer, as it was told.</summary>
/// <param name="Number">1 for the first of its conversation.</param>
/// <param name="Question">In the customer's words.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Answer">With its evidence.</param>
public sealed record ConversationMessage(int Number, string Question, DateTimeOffset AskedAt, QuestionAnswer Answer)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The view of it.</summary>
    public MessageView ToView() => new(Number, Question, AskedAt, Answer);
}

/// <summary>A question with its answer, as its owner sees it.</summary>
/// <param name="Number">1 for the first of its conversation.</param>
/// <param name="Question">In the customer's words.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Answer">With its evidence.</param>
public sealed record MessageView(int Number, string Question, DateTimeOffset AskedAt, QuestionAnswer Answer)
{
    /// <summary>Whether it is part of the history: not where the conversation was deleted while the answer was told, or others kept asking at the same moment.</summary>
    public bool Kept { get; init; } = true;
}

/// <summary>The conversations. Every call names the customer: another's can't be reached.</summary>
public interface IConversations
{
    /// <summary>A conversation with the version to go on from, or null.</summary>
    Task<(Conversation Conversation, string Version)?> ReadAsync(string userId, string conversationId, CancellationToken cancellation);

    /// <summary>Adds a conversation, or finds what the same request added before.</summary>
    Task<Creation> AddAsync(Conversation conversation, Repeat? repeat, CancellationToken cancellation);

    /// <summary>Adds a message and writes the conversation over the version that was read, both or neither; false when another question came between.</summary>
    Task<bool> AppendAsync(Conversation conversation, string version, ConversationMessage message, CancellationToken cancellation);

    /// <summary>A customer's conversations, the newest first.</summary>
    Task<Page<Conversation>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation);

    /// <summary>The messages of a conversation, the oldest first.</summary>
    Task<Page<ConversationMessage>> MessagesAsync(string userId, string conversationId, int limit, string? after, CancellationToken cancellation);

    /// <summary>Removes a conversation: its messages first.</summary>
    Task RemoveAsync(string userId, string conversationId, CancellationToken cancellation);
}
