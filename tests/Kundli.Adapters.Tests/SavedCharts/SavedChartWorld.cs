using Kundli.Adapters.Documents;
using Kundli.Features.Charts;
using Kundli.Features.Matching;
using Kundli.Features.Places;
using Kundli.Features.Profiles;
using Kundli.Features.SavedCharts;
using Kundli.Testing;

namespace Kundli.Adapters.Tests.SavedCharts;

/// <summary>Everything that keeps charts, on documents in memory, with a clock that the test moves.</summary>
internal sealed class SavedChartWorld
{
    public static readonly BirthInput Delhi = new("1990-05-15", "14:30:00.000", 28.6139, 77.2090, TimeZone: "Asia/Kolkata", Place: "New Delhi");
    public static readonly BirthInput Child = Delhi with { Date = "2015-05-15" };

    public SavedChartWorld()
    {
        Documents = new JudgedDocuments(Store, Clock);
        (Charts, Consents, Draw) = (new SavedChartStore(Documents), new ConsentStore(Documents), new DrawChart(new ZoneMap(), Clock));
        var (profiles, shares) = (new ProfileStore(Documents), new ShareStore(Documents));
        (Save, Read, Change) = (new SaveChart(Charts, Consents, profiles, Draw, Clock), new ReadChart(Charts, Draw, Clock), new ChangeChart(Charts, shares, [], Clock));
        (Share, Compare) = (new ShareChart(Read, shares, Clock), new CompareCharts(Read, Draw));
        (Match, Profiles) = (new MatchSavedCharts(Read, new MatchCharts(Draw)), new KeepProfiles(profiles, Charts, Change, Clock));
    }

    public StandingClock Clock { get; } = new();

    public MemoryDocumentStore Store { get; } = new();

    public JudgedDocuments Documents { get; }

    public SavedChartStore Charts { get; }

    public ConsentStore Consents { get; }

    public DrawChart Draw { get; }

    public SaveChart Save { get; }

    public ReadChart Read { get; }

    public ChangeChart Change { get; }

    public ShareChart Share { get; }

    public CompareCharts Compare { get; }

    public MatchSavedCharts Match { get; }

    public KeepProfiles Profiles { get; }

    public async Task<SavedChart> SaveAsync(string userId = "u1", string name = "Asha", BirthInput? birth = null, IReadOnlyDictionary<string, double>? longitudes = null)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return (await Save.RunAsync(userId, null, new(name, longitudes is null ? birth ?? Delhi : null, longitudes, Declarations: new(MayEnter: true, IsParent: true)), default)).Value;
    }
}

/// <summary>A time that only the test moves; timers run for real, so that a retry's pause ends.</summary>
internal sealed class StandingClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
