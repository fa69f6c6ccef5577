using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;
using Kundli.Features.SavedCharts;

namespace Kundli.Features.Conversations;

/// <summary>A customer's conversations for export and erasure, and those of a chart that is deleted.</summary>
/// <param name="conversations">Where they are kept.</param>
public sealed class ConversationRecords(IConversations conversations) : IConsentedRecords, IChartAttachments
{
    /// <inheritdoc/>
    public ConsentPurpose KeptBy => ConsentPurpose.Conversations;

    /// <inheritdoc/>
    public string Section => "conversations";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var conversation in (await conversations.ListAsync(userId, Limits.ConversationsMax, null, cancellation)).Items)
        {
            yield return conversation.ToView();
            string? after = null;
            do
            {
                var page = await conversations.MessagesAsync(userId, conversation.Id, Page.LimitMax, after, cancellation);
                foreach (var message in page.Items)
                    yield return new { ConversationId = conversation.Id, message.Number, message.Question, message.AskedAt, message.Answer };
                after = page.Next;
            }
            while (after is not null);
        }
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        await RemoveAsync(userId, _ => true, cancellation);
        return Erasure.Done;
    }

    /// <inheritdoc/>
    public Task RemoveAllAsync(string userId, string chartId, CancellationToken cancellation) => RemoveAsync(userId, conversation => conversation.ChartId == chartId, cancellation);

    private async Task RemoveAsync(string userId, Func<Conversation, bool> which, CancellationToken cancellation)
    {
        foreach (var conversation in (await conversations.ListAsync(userId, Limits.ConversationsMax, null, cancellation)).Items.Where(which))
            await conversations.RemoveAsync(userId, conversation.Id, cancellation);
    }
}
