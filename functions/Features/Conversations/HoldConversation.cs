using System.Security.Cryptography;
using FluentValidation;
using Kundli.Features.Charts;
using Kundli.Features.Idempotency;
using Kundli.Features.Privacy;
using Kundli.Features.Readings;
using Kundli.Features.SavedCharts;

namespace Kundli.Features.Conversations;

/// <summary>A conversation to begin.</summary>
/// <param name="ChartId">About which of the customer's charts.</param>
public sealed record ConversationRequest(string ChartId);

/// <summary>The rules of a conversation.</summary>
public sealed class ConversationRules : AbstractValidator<ConversationRequest>
{
    /// <summary>The rules.</summary>
    public ConversationRules() => RuleFor(request => request.ChartId).Must(SavedChart.IsId).WithMessage("is no chart's id.");
}

/// <summary>A question of a conversation whose answer is found but not yet told and kept.</summary>
/// <param name="Before">The conversation as it was.</param>
/// <param name="Question">In the customer's words.</param>
/// <param name="Understood">What it was understood as.</param>
/// <param name="Answer">What will be told.</param>
public sealed record NextMessage(Conversation Before, string Question, UnderstoodQuestion Understood, Tellable<QuestionAnswer> Answer);

/// <summary>Begins, goes on with, shows and deletes conversations. They are kept with consent alone, and go by themselves after <see cref="Limits.KeptFor"/>.</summary>
/// <param name="conversations">Where they are kept.</param>
/// <param name="charts">Opens the customer's chart.</param>
/// <param name="draw">Computes it.</param>
/// <param name="understand">Understands questions.</param>
/// <param name="tell">Answers.</param>
/// <param name="consents">Whether the customer agreed.</param>
/// <param name="time">When it was asked.</param>
public sealed class HoldConversation(IConversations conversations, ReadChart charts, DrawChart draw, UnderstandQuestion understand, TellReading tell, IConsents consents, TimeProvider time)
{
    private const int ConflictTriesMax = 20;

    /// <summary>An account keeps so many conversations and no more.</summary>
    public static Problem TooMany { get; } = new("too-many-conversations", "This account keeps as many conversations as it can.") { Detail = $"At most {Limits.ConversationsMax}: delete one first." };

    /// <summary>A conversation has so many questions and no more.</summary>
    public static Problem Full { get; } = new("conversation-full", "This conversation is as long as it can be.") { Detail = $"At most {Limits.MessagesMax} questions: begin another." };

    /// <summary>The new conversation; <c>consent-required</c>, <c>not-found</c> for the chart, <c>too-many-conversations</c>, <c>idempotency-key-reused</c>.</summary>
    public async Task<Outcome<Conversation>> BeginAsync(string userId, string? key, ConversationRequest request, CancellationToken cancellation)
    {
        var allowed = await AllowedAsync(userId, request.ChartId, cancellation);
        if (!allowed.IsOk)
            return allowed.Problem;
        if ((await conversations.ListAsync(userId, Limits.ConversationsMax, null, cancellation)).Items.Count >= Limits.ConversationsMax)
            return TooMany;
        var now = time.GetUtcNow();
        var begun = new Conversation(SavedChart.IdAt(now, RandomNumberGenerator.GetHexString(8, lowercase: true)), userId, request.ChartId, now, now);
        var creation = await conversations.AddAsync(begun, Repeat.Of(userId, "conversations", key, request, now), cancellation);
        if (creation.Id is null)
            return IdempotencyKey.Reused;
        return creation.IsNew ? begun : await ReadAsync(userId, creation.Id, cancellation);
    }

    /// <summary>A customer's conversations, the newest first.</summary>
    public async Task<Outcome<Page<ConversationView>>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await conversations.ListAsync(userId, limit, after, cancellation);
        return new Page<ConversationView>([.. page.Items.Select(conversation => conversation.ToView())], page.Next);
    }

    /// <summary>The messages of a conversation, the oldest first; <c>not-found</c>.</summary>
    public Task<Outcome<Page<MessageView>>> MessagesAsync(string userId, string conversationId, int limit, string? after, CancellationToken cancellation) =>
        ReadAsync(userId, conversationId, cancellation).ThenAsync<Conversation, Page<MessageView>>(async _ =>
        {
            var page = await conversations.MessagesAsync(userId, conversationId, limit, after, cancellation);
            return new Page<MessageView>([.. page.Items.Select(message => message.ToView())], page.Next);
        });

    /// <summary>
    /// Understands a question as the next one, and finds its answer; <c>consent-required</c>, <c>conversation-full</c>, <c>not-found</c>. Telling and keeping it can't fail
    /// any more.
    /// </summary>
    public async Task<Outcome<NextMessage>> AskAsync(string userId, string conversationId, ChartQuestion asked, CancellationToken cancellation)
    {
        var read = await ReadAsync(userId, conversationId, cancellation);
        if (!read.IsOk)
            return read.Problem;
        if (read.Value.Messages >= Limits.MessagesMax)
            return Full;
        var chart = await AllowedAsync(userId, read.Value.ChartId, cancellation);
        return await chart.Then(saved => draw.Find(saved.Chart)).ThenAsync<NextMessage>(async found =>
        {
            // "And next year?" goes on with the topic before.
            var understood = (await understand.RunAsync(userId, asked.Question, cancellation)).After(read.Value.LastTopic);
            return new NextMessage(read.Value, asked.Question, understood, tell.Answer(found, understood, asked.Language));
        });
    }

    /// <summary>Tells the answer and keeps it. Of two questions at once both are kept, one after the other.</summary>
    public async Task<MessageView> TellAsync(Caller caller, NextMessage next, SectionTold? told, CancellationToken cancellation)
    {
        var answer = await tell.TellAsync(caller, next.Answer, told, cancellation);
        for (var attempt = 0; attempt < ConflictTriesMax; attempt++)
        {
            // Deleted meanwhile: the answer was given, and nothing of it is kept.
            if (await conversations.ReadAsync(next.Before.UserId, next.Before.Id, cancellation) is not { } read)
                break;
            var now = time.GetUtcNow();
            var message = new ConversationMessage(read.Conversation.Messages + 1, next.Question, now, answer);
            if (await conversations.AppendAsync(read.Conversation.With(next.Understood, now), read.Version, message, cancellation))
                return message.ToView();
        }
        return new(next.Before.Messages + 1, next.Question, time.GetUtcNow(), answer) { Kept = false };
    }

    /// <summary>Deletes a conversation with everything in it; <c>not-found</c>.</summary>
    public Task<Outcome<Conversation>> DeleteAsync(string userId, string conversationId, CancellationToken cancellation) =>
        ReadAsync(userId, conversationId, cancellation).ThenAsync<Conversation, Conversation>(async conversation =>
        {
            await conversations.RemoveAsync(userId, conversationId, cancellation);
            return conversation;
        });

    private async Task<Outcome<Conversation>> ReadAsync(string userId, string conversationId, CancellationToken cancellation) =>
        SavedChart.IsId(conversationId) && await conversations.ReadAsync(userId, conversationId, cancellation) is { } read ? read.Conversation : Problem.NotFound();

    private async Task<Outcome<SavedChart>> AllowedAsync(string userId, string chartId, CancellationToken cancellation) =>
        await consents.MayAsync(userId, ConsentPurpose.Conversations, cancellation) ? await charts.OpenAsync(userId, chartId, cancellation) : AskConsents.Required(ConsentPurpose.Conversations);
}
