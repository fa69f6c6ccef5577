using FluentValidation;
using Kundli.Features;
using Kundli.Features.Plants;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

/// <summary>The plants that are known here.</summary>
public sealed class SpeciesFunctions(ReadSpecies read, LearnSpecies learn)
{
    private static readonly Cache Shortly = Cache.Public(TimeSpan.FromMinutes(5));

    /// <summary>The plants of the table: names, dangers, and what they belong to.</summary>
    [Function("ListSpecies")]
    [Asks<SpeciesQuery>]
    [Answers<Page<SpeciesSummary>>(200)]
    public IResult List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlantRoutes.Species)] HttpRequest request) =>
        Answer.Ok(Query.Read<SpeciesQuery>(request).Then(query => read.List(query.Query, query.Limit, query.After)), Shortly);

    /// <summary>One plant: names, care, light, water, dangers, associations, products, each fact with its source.</summary>
    [Function("ReadSpecies")]
    [Asks<HomeQuery>]
    [Answers<SpeciesView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PlantRoutes.OneSpecies)] HttpRequest request, string slug, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<HomeQuery>(request).ThenAsync(home => read.RunAsync(slug, cancellation, home.WithChildrenOrPets)), Shortly);

    /// <summary>Learns a plant from five to twenty-four reference photos, without training.</summary>
    [Function("LearnSpecies")]
    [SignedIn("admin")]
    [Takes<PhotoForm>("multipart/form-data")]
    [Answers<LearnedSpecies>(200)]
    [Fails("not-found", "photo-animated", "photo-size", "photo-unreadable", "photos-too-large", "unsupported-photo-format")]
    public async Task<IResult> Learn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = PlantRoutes.References)] HttpRequest request, string slug, CancellationToken cancellation) =>
        Answer.Ok(await PhotoUpload.Of(request, Features.Plants.Limits.ReferencesMax, Features.Plants.Limits.ReferenceBytesMax)
            .ThenAsync(upload => learn.RunAsync(slug, upload, cancellation)));

    /// <summary>Forgets the reference photos of a plant.</summary>
    [Function("ForgetSpecies")]
    [SignedIn("admin")]
    [Answers(204)]
    [Fails("not-found")]
    public async Task<IResult> Forget(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = PlantRoutes.References)] HttpRequest request, string slug, CancellationToken cancellation) =>
        Answer.NoContent(await learn.ForgetAsync(slug, cancellation));
}

/// <summary>What is to be known of a home before plants are offered to it.</summary>
/// <param name="WithChildrenOrPets">Whether children or pets live there: then nothing is offered that is for adults alone.</param>
internal sealed record HomeQuery(bool WithChildrenOrPets = false);

/// <summary>The parameters of the species list.</summary>
/// <param name="Query">Part of a name; every plant without it.</param>
/// <param name="Limit">Items of a page.</param>
/// <param name="After">The token that the page before gave.</param>
internal sealed record SpeciesQuery(string? Query = null, int Limit = Page.LimitDefault, string? After = null);

/// <summary>The rules of the species list.</summary>
internal sealed class SpeciesQueryRules : AbstractValidator<SpeciesQuery>
{
    public SpeciesQueryRules() => RuleFor(query => query.Limit).InclusiveBetween(1, Page.LimitMax).WithMessage($"must be from 1 to {Page.LimitMax}.");
}
