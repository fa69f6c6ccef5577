using Kundli.Adapters.Blobs;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Vision;
using Kundli.Features.Due;
using Kundli.Features.Journal;
using Kundli.Features.Plants;
using Kundli.Features.Privacy;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kundli.Worker.Composition;

/// <summary>The plant finder.</summary>
internal static class Plants
{
    /// <summary>Registers the verbs, their stores and the vision.</summary>
    public static IServiceCollection AddPlants(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<PhotoBlobs>()
        .AddSingleton<IPhotoBlobs>(provider => provider.GetRequiredService<PhotoBlobs>())
        .AddSingleton<TrainingPhotoBlobs>()
        .AddSingleton<ITrainingPhotos>(provider => provider.GetRequiredService<TrainingPhotoBlobs>())
        .AddSingleton<IUploadSlots, BlobUploadSlots>()
        .AddHostedService<ContainersAtStart>()
        .AddSingleton<IIdentificationStore, IdentificationStore>()
        .AddSingleton<IPhotoDecoder, SkiaPhotoDecoder>()
        .AddSingleton<IPhotoModeration, EmbeddedModeration>()
        .AddSingleton<EmbeddedTrunk>()
        .AddSingleton<EmbeddedModel>()
        .AddSingleton(new AnalysisPlaces(Environment.ProcessorCount))
        .AddSingleton<EmbeddedVision>()
        .AddSingleton<IPlantVision>(provider => provider.GetRequiredService<EmbeddedVision>())
        .AddSingleton(provider => new EmbeddedEye(provider.GetRequiredService<EmbeddedVision>()))
        .AddSingleton<IPrototypeStore, PrototypeStore>()
        .AddSingleton<ISpeciesTable, SpeciesTable>()
        .AddSingleton<IFeedbackStore, FeedbackStore>()
        .AddSingleton<GuidedKey>()
        .AddSingleton<AnswerKey>()
        .AddSingleton<GiveFeedback>()
        .AddSingleton<ReadSpecies>()
        .AddSingleton<LearnSpecies>()
        .AddSingleton<SubmitPhotos>()
        .AddSingleton<NamePlant>()
        .AddOutsidePlants(configuration)
        .AddSingleton<AnalysePhotos>()
        .AddSingleton<OpenUpload>()
        .AddSingleton<SubmitUpload>()
        .AddSingleton<MatchOwnCharts>()
        .AddSingleton<ReadIdentification>()
        .AddSingleton<ListIdentifications>()
        .AddSingleton<ReadPhoto>()
        .AddSingleton<RemoveIdentification>()
        .AddSingleton<IPersonalRecords, PersonalPlants>()
        .AddJournal()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<AnalysePhotos>())
        .AddSingleton<IDueWork, RemovePhotos>()
        .AddSingleton<IDueWork, RemoveUploads>()
        .AddSingleton<IDueWork, RemoveTrainingPhotos>();

    private static IServiceCollection AddJournal(this IServiceCollection services) => services
        .AddSingleton<JournalPhotoBlobs>()
        .AddSingleton<IJournalPhotos>(provider => provider.GetRequiredService<JournalPhotoBlobs>())
        .AddSingleton<IJournals, JournalStore>()
        .AddSingleton<KeepJournal>()
        .AddSingleton<IPersonalRecords, JournalRecords>();

    private sealed class ContainersAtStart(PhotoBlobs blobs, TrainingPhotoBlobs training, JournalPhotoBlobs journal) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Task.WhenAll(blobs.EnsureAsync(cancellationToken), training.EnsureAsync(cancellationToken), journal.EnsureAsync(cancellationToken));

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
