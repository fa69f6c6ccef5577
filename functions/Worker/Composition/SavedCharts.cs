using Kundli.Adapters.Documents;
using Kundli.Features.Conversations;
using Kundli.Features.Due;
using Kundli.Features.Horoscopes;
using Kundli.Features.Matching;
using Kundli.Features.Notes;
using Kundli.Features.Privacy;
using Kundli.Features.Profiles;
using Kundli.Features.SavedCharts;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>What customers keep of charts.</summary>
internal static class SavedCharts
{
    /// <summary>Nothing is configured.</summary>
    public static IServiceCollection AddSavedCharts(this IServiceCollection services) => services
        .AddSingleton<ISavedCharts, SavedChartStore>()
        .AddSingleton<SaveChart>()
        .AddSingleton<ReadChart>()
        .AddSingleton<ChangeChart>()
        .AddSingleton<CompareCharts>()
        .AddSingleton<MatchSavedCharts>()
        .AddSingleton<IShares, ShareStore>()
        .AddSingleton<ShareChart>()
        .AddSingleton<ProfileStore>()
        .AddSingleton<IProfiles>(provider => provider.GetRequiredService<ProfileStore>())
        .AddSingleton<IKnownProfiles>(provider => provider.GetRequiredService<ProfileStore>())
        .AddSingleton<KeepProfiles>()
        .AddSingleton<IConversations, ConversationStore>()
        .AddSingleton<HoldConversation>()
        .AddSingleton<ConversationRecords>()
        .AddSingleton<IPersonalRecords>(provider => provider.GetRequiredService<ConversationRecords>())
        .AddSingleton<IConsentedRecords>(provider => provider.GetRequiredService<ConversationRecords>())
        .AddSingleton<IChartAttachments>(provider => provider.GetRequiredService<ConversationRecords>())
        .AddSingleton<ComposeHoroscope>()
        .AddSingleton<ReadMyHoroscope>()
        .AddSingleton<INotes, NoteStore>()
        .AddSingleton<KeepNotes>()
        .AddSingleton<NoteRecords>()
        .AddSingleton<IPersonalRecords>(provider => provider.GetRequiredService<NoteRecords>())
        .AddSingleton<IChartAttachments>(provider => provider.GetRequiredService<NoteRecords>())
        .AddSingleton<IDueWork, WriteNotes>()
        .AddSingleton<IPersonalRecords, SavedChartRecords>()
        .AddSingleton<IPersonalRecords, ProfileRecords>();
}
