using Kundli.Features;
using Kundli.Features.Plants;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

/// <summary>Photos that go straight into the store, for large ones over slow networks.</summary>
public sealed class UploadFunctions(OpenUpload open, SubmitUpload submit)
{
    /// <summary>Gives one address a photo, for a quarter of an hour; submit them when all are there.</summary>
    [Function("OpenUpload")]
    [Costs(RouteClass.Upload)]
    [Takes<UploadRequest>]
    [Answers<OpenedUpload>(201)]
    public async Task<IResult> Open([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlantRoutes.Uploads)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Created(
            await Body.ReadAsync<UploadRequest>(request, cancellation).ThenAsync(body => open.RunAsync(body, cancellation)),
            opened => $"/{PlantRoutes.Uploads}/{opened.Id}/identification");

    /// <summary>Has the photos of an upload analysed; poll the returned address.</summary>
    [Function("SubmitUpload")]
    [Costs(RouteClass.Upload)]
    [Takes<UploadedPhotos>]
    [Answers<SubmittedIdentification>(202)]
    [Fails("not-found", "photo-animated", "photo-size", "photo-unreadable", "photos-too-large", "unsupported-photo-format")]
    public async Task<SubmittedPhotos> Submit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlantRoutes.UploadIdentification)] HttpRequest request, string id, CancellationToken cancellation)
    {
        var submitted = await Body.ReadAsync<UploadedPhotos>(request, cancellation).ThenAsync(body => submit.RunAsync(request.Caller(), id, body, cancellation));
        return new()
        {
            Result = Answer.Accepted(submitted, accepted => $"/{PlantRoutes.Identifications}/{accepted.Id}"),
            Message = submitted.IsOk && submitted.Value.Status == IdentificationStatus.Queued ? Message.About(submitted.Value.Id) : null,
        };
    }
}
