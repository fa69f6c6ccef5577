using Kundli.Features;
using Kundli.Features.Conversations;
using Kundli.Features.Readings;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class ConversationRoutes
{
    public const string Conversations = "api/v1/conversations";
    public const string Conversation = Conversations + "/{conversationId}";
    public const string Messages = Conversation + "/messages";
}

/// <summary>Questions about a chart with their history, for customers who agreed to its being kept.</summary>
public sealed class ConversationFunctions(HoldConversation hold, TimeProvider time)
{
    /// <summary>Begins a conversation about one of the caller's charts.</summary>
    [Function("ConversationsBegin")]
    [SignedIn]
    [Idempotent]
    [Takes<ConversationRequest>]
    [Answers<ConversationView>(201)]
    [Fails("consent-required", "idempotency-key-invalid", "idempotency-key-reused", "not-found", "too-many-conversations")]
    public async Task<IResult> Begin([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ConversationRoutes.Conversations)] HttpRequest request, CancellationToken cancellation)
    {
        var begun = await Preconditions.IdempotencyKey(request, required: false).ThenAsync(key =>
            Body.ReadAsync<ConversationRequest>(request, cancellation).ThenAsync(body => hold.BeginAsync(request.UserId(), key, body, cancellation)));
        return Answer.Created(begun.Map(conversation => conversation.ToView()), view => $"/{ConversationRoutes.Conversations}/{view.Id}/messages");
    }

    /// <summary>The caller's conversations, newest first.</summary>
    [Function("ConversationsList")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<ConversationView>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ConversationRoutes.Conversations)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => hold.ListAsync(request.UserId(), query.Limit, query.After, cancellation)), Cache.Revalidate);

    /// <summary>What was asked and answered, oldest first.</summary>
    [Function("ConversationsMessages")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<MessageView>>(200)]
    [Fails("not-found")]
    public async Task<IResult> Messages(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ConversationRoutes.Messages)] HttpRequest request, string conversationId, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => hold.MessagesAsync(request.UserId(), conversationId, query.Limit, query.After, cancellation)), Cache.Revalidate);

    /// <summary>Asks the next question, which may lean on the one before: "and next year?".</summary>
    [Function("ConversationsAsk")]
    [SignedIn]
    [Takes<ChartQuestion>]
    [Answers<MessageView>(200)]
    [Answers<string>(200, EventStreams.ContentType)]
    [Fails("consent-required", "conversation-full", "not-found")]
    public async Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ConversationRoutes.Messages)] HttpRequest request, string conversationId, CancellationToken cancellation)
    {
        var next = await Body.ReadAsync<ChartQuestion>(request, cancellation).ThenAsync(asked => hold.AskAsync(request.UserId(), conversationId, asked, cancellation));
        if (!next.IsOk)
            return Answer.Fail(next.Problem);
        var caller = request.Caller();
        return await EventStreams.AnswerAsync<MessageView>(request, (part, token) => hold.TellAsync(caller, next.Value, (section, ending) => part(section, ending), token), time, cancellation);
    }

    /// <summary>Deletes a conversation with everything in it.</summary>
    [Function("ConversationsDelete")]
    [SignedIn]
    [Answers(204)]
    [Fails("not-found")]
    public async Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ConversationRoutes.Conversation)] HttpRequest request, string conversationId, CancellationToken cancellation) =>
        Answer.NoContent(await hold.DeleteAsync(request.UserId(), conversationId, cancellation));
}
