using Kundli.Features;
using Kundli.Features.Plants;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class PlantRoutes
{
    public const string Identifications = "api/v1/plants/identifications";
    public const string Identification = Identifications + "/{id}";
    public const string Key = Identification + "/key";
    public const string Feedback = Identification + "/feedback";
    public const string Photo = Identification + "/photos/{index}";
    public const string Uploads = "api/v1/plants/uploads";
    public const string UploadIdentification = Uploads + "/{id}/identification";
    public const string Species = "api/v1/plants/species";
    public const string OneSpecies = Species + "/{slug}";
    public const string References = OneSpecies + "/references";
    public const string AnalysisQueue = "plant-analysis";
    public const string PoisonQueue = AnalysisQueue + "-poison";
}

/// <summary>An accepted upload and the message that has it analysed.</summary>
public sealed class SubmittedPhotos
{
    /// <summary>What the client gets.</summary>
    [HttpResult]
    public required IResult Result { get; init; }

    /// <summary>What the queue gets; null where nothing was accepted.</summary>
    [QueueOutput(PlantRoutes.AnalysisQueue, Connection = "Storage")]
    public Message? Message { get; init; }
}

/// <summary>Photos in, plants out.</summary>
public sealed class PlantFunctions(
    SubmitPhotos submit, AnalysePhotos analyse, ReadIdentification read, ListIdentifications list, ReadPhoto readPhoto, RemoveIdentification remove, AnswerKey answerKey,
    GiveFeedback giveFeedback)
{
    /// <summary>Takes one to five photos of one plant; poll the returned address for its name.</summary>
    [Function("SubmitPhotos")]
    [Takes<PhotoForm>("multipart/form-data")]
    [Answers<SubmittedIdentification>(202)]
    [Fails("photo-animated", "photo-size", "photo-unreadable", "photos-too-large", "unsupported-photo-format")]
    public async Task<SubmittedPhotos> Submit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlantRoutes.Identifications)] HttpRequest request, CancellationToken cancellation)
    {
        var submitted = await PhotoUpload.Of(request).ThenAsync(upload => submit.RunAsync(request.Caller(), upload, cancellation));
        return new()
        {
            Result = Answer.Accepted(submitted, accepted => $"/{PlantRoutes.Identifications}/{accepted.Id}"),
            Message = submitted.IsOk ? Message.About(submitted.Value.Id) : null,
        };
    }

    /// <summary>How far an identification is, and its result.</summary>
    [Function("ReadIdentification")]
    [Asks<HomeQuery>]
    [Answers<IdentificationView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlantRoutes.Identification)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<HomeQuery>(request).ThenAsync(home => read.RunAsync(request.Caller(), id, cancellation, home.WithChildrenOrPets)));

    /// <summary>A member's own identifications, newest first, as long as they are kept.</summary>
    [Function("ListIdentifications")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<IdentificationSummary>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlantRoutes.Identifications)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => list.RunAsync(request.UserId(), query.Limit, query.After, cancellation)));

    /// <summary>Removes an identification with its photos and all that was said of it.</summary>
    [Function("RemoveIdentification")]
    [Answers(204)]
    [Fails("not-found")]
    public async Task<IResult> Remove(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = PlantRoutes.Identification)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.NoContent(await remove.RunAsync(request.Caller(), id, cancellation));

    /// <summary>A photo as it is kept, without place, time or camera; <c>size=thumbnail</c> for a small one.</summary>
    [Function("ReadPhoto")]
    [Asks<PhotoQuery>]
    [Answers<byte[]>(200, "image/jpeg")]
    [Fails("not-found")]
    public async Task<IResult> ReadPhoto(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlantRoutes.Photo)] HttpRequest request, string id, string index, CancellationToken cancellation) =>
        Answer.File(await Query.Read<PhotoQuery>(request).ThenAsync(query => readPhoto.RunAsync(request.Caller(), id, index, query.Size, cancellation)), "image/jpeg", Cache.Revalidate);

    /// <summary>Takes answers to the questions that are asked where the model was unsure.</summary>
    [Function("AnswerPlantKey")]
    [Takes<KeyAnswers>]
    [Answers<KeyResult>(200)]
    [Fails("identification-busy", "key-not-asked", "not-found")]
    public async Task<IResult> AnswerPlantKey(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlantRoutes.Key)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.Ok(await Body.ReadAsync<KeyAnswers>(request, cancellation).ThenAsync(answers => answerKey.RunAsync(request.Caller(), id, answers, cancellation)));

    /// <summary>Takes a person's word on a result: right, or what it is.</summary>
    [Function("GivePlantFeedback")]
    [Takes<Feedback>]
    [Answers<GivenFeedback>(200)]
    [Fails("identification-not-ready", "not-found")]
    public async Task<IResult> GivePlantFeedback(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlantRoutes.Feedback)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.Ok(await Body.ReadAsync<Feedback>(request, cancellation).ThenAsync(feedback => giveFeedback.RunAsync(request.Caller(), id, feedback, cancellation)));

    /// <summary>Analyses the photos of one identification.</summary>
    [Function("AnalysePhotos")]
    public Task Analyse([QueueTrigger(PlantRoutes.AnalysisQueue, Connection = "Storage")] Message message, CancellationToken cancellation) =>
        analyse.RunAsync(message.Id, cancellation);

    /// <summary>
    /// Looks again at an identification whose message was given up. Where five processes died, or the store was away, that says nothing about the photo: the
    /// document counts the tries that were really made and fails, with its reason, after the last; until then its due marker goes on.
    /// </summary>
    [Function("AnalysePhotosAgain")]
    public Task AnalyseAgain([QueueTrigger(PlantRoutes.PoisonQueue, Connection = "Storage")] Message message, CancellationToken cancellation) =>
        analyse.RunAsync(message.Id, cancellation);
}

/// <summary>The parameters of a photo.</summary>
/// <param name="Size">Whole or small.</param>
internal sealed record PhotoQuery(PhotoSize Size = PhotoSize.Full);
