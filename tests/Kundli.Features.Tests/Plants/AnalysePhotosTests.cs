using Kundli.Features.Due;
using Kundli.Features.Plants;
using Kundli.Features.Privacy;
using Xunit;
using PlantLimits = Kundli.Features.Plants.Limits;

namespace Kundli.Features.Tests.Plants;

/// <summary>An analysis whose message comes twice, late or never, whose process dies, and which is given up.</summary>
public sealed class AnalysePhotosTests
{
    private const string Id = "00000000000000000000000000000001";
    private static readonly DateTimeOffset Sent = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    private readonly Shelf _shelf = new();
    private readonly Clock _clock = new();

    [Fact]
    public async Task A_message_that_comes_twice_is_analysed_once_and_leaves_no_marker()
    {
        await Analyse().RunAsync(Id, CancellationToken.None);
        await Analyse().RunAsync(Id, CancellationToken.None);
        Assert.Equal((IdentificationStatus.Succeeded, 1, 1), (_shelf.Now.Status, _shelf.Now.Attempts, _shelf.Decoded));
        Assert.Empty(_shelf.Markers);
        Assert.False(_shelf.HasIncoming);
    }

    [Fact]
    public async Task A_process_that_dies_is_followed_by_another_once_its_time_is_over()
    {
        _shelf.Dying = true;
        await Assert.ThrowsAsync<IOException>(() => Analyse().RunAsync(Id, CancellationToken.None));
        Assert.Equal(IdentificationStatus.Running, _shelf.Now.Status);
        Assert.Single(_shelf.Markers);

        _shelf.Dying = false;
        IDueWork due = Analyse();
        // Too early: whoever began may still be at it.
        Assert.Equal(Sent + PlantLimits.AnalysisLease, await due.RunAsync(Id, CancellationToken.None));
        _clock.Now = Sent + PlantLimits.AnalysisLease;
        Assert.Null(await due.RunAsync(Id, CancellationToken.None));
        Assert.Equal((IdentificationStatus.Succeeded, 2), (_shelf.Now.Status, _shelf.Now.Attempts));
    }

    [Fact]
    public async Task Photos_that_kill_their_process_again_and_again_fail_and_say_so()
    {
        _shelf.Dying = true;
        for (var attempt = 0; attempt < PlantLimits.AttemptsMax; attempt++, _clock.Now += PlantLimits.AnalysisLease)
            await Assert.ThrowsAsync<IOException>(() => Analyse().RunAsync(Id, CancellationToken.None));
        await Analyse().RunAsync(Id, CancellationToken.None);
        Assert.Equal((IdentificationStatus.Failed, "analysis-gave-up"), (_shelf.Now.Status, _shelf.Now.Failure!.Reason));
    }

    [Fact]
    public async Task A_process_that_dies_while_it_loads_its_nets_has_tried_no_photo()
    {
        _shelf.IsLoading = true;
        for (var death = 0; death < 2 * PlantLimits.AttemptsMax; death++, _clock.Now += PlantLimits.AnalysisLease)
            await Assert.ThrowsAsync<IOException>(() => Analyse().RunAsync(Id, CancellationToken.None));
        Assert.Equal((IdentificationStatus.Queued, 0), (_shelf.Now.Status, _shelf.Now.Attempts));

        _shelf.IsLoading = false;
        await Analyse().RunAsync(Id, CancellationToken.None);
        Assert.Equal((IdentificationStatus.Succeeded, 1), (_shelf.Now.Status, _shelf.Now.Attempts));
    }

    [Fact]
    public async Task A_photo_that_may_not_be_kept_is_not_kept_and_its_sender_told()
    {
        await Analyse(mayKeep: false).RunAsync(Id, CancellationToken.None);
        Assert.Equal((IdentificationStatus.Failed, "photo-refused", 0), (_shelf.Now.Status, _shelf.Now.Failure!.Reason, _shelf.Kept));
    }

    private AnalysePhotos Analyse(bool mayKeep = true)
    {
        var table = new SpeciesTable();
        return new(
            _shelf, _shelf, _shelf, new Moderator(mayKeep), new NamePlant(_shelf, new NoPrototypes(), new NoOutsideVision(), new NoConsents(), table), table, _shelf, new AnalysisPlaces(1), _clock);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Sent;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>One identification of one photo, with all that is kept of it.</summary>
    private sealed class Shelf : IIdentificationStore, IPhotoBlobs, IPhotoDecoder, IPlantVision, IDueMarkers
    {
        private int _version;

        public Identification Now { get; set; } = new(Id, null, Sent, [new(PhotoFormat.Jpeg, 1, Organ.Auto)]);

        public HashSet<DueMarker> Markers { get; } = [new(AnalysePhotos.DueKind, Id, Sent + PlantLimits.AnalysisLease)];

        public bool Dying { get; set; }

        public bool IsLoading { get; set; }

        public bool HasIncoming { get; private set; } = true;

        public int Decoded { get; private set; }

        public int Kept { get; private set; }

        public Task<StoredIdentification?> FindAsync(string id, CancellationToken cancellation) => Task.FromResult<StoredIdentification?>(new(Now, $"{_version}"));

        public Task<StoredIdentification?> SaveAsync(Identification identification, string etag, CancellationToken cancellation)
        {
            if (etag != $"{_version}")
                return Task.FromResult<StoredIdentification?>(null);
            Now = identification;
            return Task.FromResult<StoredIdentification?>(new(Now, $"{++_version}"));
        }

        public Task<byte[]?> GetIncomingAsync(string identificationId, int index, CancellationToken cancellation) =>
            Dying ? throw new IOException("The process dies here.") : Task.FromResult<byte[]?>([0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0, 64, 0, 64, 3, 0, 0, 0, 0]);

        public void Load()
        {
            if (IsLoading)
                throw new IOException("The process dies here.");
        }

        public Outcome<CleanPhoto> Decode(ReadOnlyMemory<byte> bytes)
        {
            Decoded++;
            return new CleanPhoto([1], [2], 64, 64, [], 0.5);
        }

        public Task PutPhotoAsync(string identificationId, int index, CleanPhoto photo, CancellationToken cancellation)
        {
            Kept++;
            return Task.CompletedTask;
        }

        public Task RemoveIncomingAsync(string identificationId, int count, CancellationToken cancellation)
        {
            HasIncoming = false;
            return Task.CompletedTask;
        }

        public Task<Sighting> LookAsync(IReadOnlyList<CleanPhoto> photos, CancellationToken cancellation) =>
            Task.FromResult(new Sighting([new("tulsi", 0.9)], 0.95, new("own", "1", "hash"), new(0.8, 0.1, 0.5, 0.6)));

        public Task SetAsync(DueMarker marker, CancellationToken cancellation)
        {
            Markers.Add(marker);
            return Task.CompletedTask;
        }

        public Task ClearAsync(DueMarker marker, CancellationToken cancellation)
        {
            Markers.Remove(marker);
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<DueMarker>> DueAsync(string kind, int shard, DateTimeOffset until, int limit, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> AddAsync(Identification identification, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Page<IdentificationEntry>> ListAsync(string owner, int limit, string? after, CancellationToken cancellation) => throw new NotSupportedException();

        public Task RemoveEntryAsync(string owner, IdentificationEntry entry, CancellationToken cancellation) => throw new NotSupportedException();

        public Task RemoveAsync(string id, CancellationToken cancellation) => throw new NotSupportedException();

        public Task PutIncomingAsync(string identificationId, int index, Stream content, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<byte[]?> GetPhotoAsync(string identificationId, int index, PhotoSize size, CancellationToken cancellation) => throw new NotSupportedException();

        public Task RemoveAllAsync(string identificationId, CancellationToken cancellation) => throw new NotSupportedException();
    }

    private sealed class Moderator(bool mayKeep) : IPhotoModeration
    {
        public void Load()
        {
        }

        public bool MayKeep(CleanPhoto photo) => mayKeep;
    }

    private sealed class NoConsents : IConsents
    {
        public Task<bool> MayAsync(string? userId, ConsentPurpose purpose, CancellationToken cancellation) => Task.FromResult(false);
    }

    private sealed class NoPrototypes : IPrototypeStore
    {
        public Task<IReadOnlyList<Prototype>> AllAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Prototype>>([]);

        public Task PutAsync(Prototype prototype, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> RemoveAsync(string slug, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
