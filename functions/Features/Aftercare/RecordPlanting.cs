using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Kundli.Features.Checkout;
using Kundli.Features.Due;
using Kundli.Features.Notices;
using Kundli.Features.Orders;
using Kundli.Features.Plants;
using Kundli.Features.Pricing;

namespace Kundli.Features.Aftercare;

/// <summary>A photo of a tree that a partner has planted for a customer.</summary>
/// <param name="IdentificationId">The upload of the photo, once our own finder has looked at it.</param>
/// <param name="Place">Village and district.</param>
/// <param name="TakenOn">Local date on which it was taken.</param>
/// <param name="IsConfirmed">Whether the sender has looked and vouches for the tree, where the finder can't tell.</param>
public sealed record RecordPlantingRequest(string IdentificationId, string Place, DateOnly TakenOn, bool IsConfirmed = false);

/// <summary>What a photo of a tree must come with.</summary>
public sealed class RecordPlantingRules : AbstractValidator<RecordPlantingRequest>
{
    private const int PlaceLengthMax = 120;

    /// <summary>Declares the rules.</summary>
    public RecordPlantingRules()
    {
        RuleFor(request => request.IdentificationId).Must(ReadIdentification.IsId).WithMessage("is the id of an upload of photos.");
        RuleFor(request => request.Place).Must(place => !string.IsNullOrWhiteSpace(place) && place.Length <= PlaceLengthMax).WithMessage($"has 1 to {PlaceLengthMax} characters.");
    }
}

/// <summary>
/// Takes a dated photo of a planted tree to its order. Our own finder has looked at it before: a photo on which it sees another plant is refused, one on which it can't tell
/// proves nothing until somebody vouches for it. With the first proof the order is done and the certificate can be had.
/// </summary>
public sealed class RecordPlanting(ReadOrder read, ChangeOrder change, DriveOrder drive, IIdentificationStore uploads, IPhotoBlobs blobs, IDueMarkers due, TimeProvider time)
{
    /// <summary>How long photos of a tree are kept: the year in which it is tended, and one more.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(730);

    /// <summary>The finder sees another plant than the one that was to be planted.</summary>
    public static Problem OtherPlant(string seen) => new("planting-other-plant", "The photo shows another plant.") { Detail = $"Our plant finder sees {seen}." };

    /// <summary>The order afterwards; <c>planting-other-plant</c>, <c>not-found</c> where nothing is planted, or invalid fields.</summary>
    public async Task<Outcome<OrderView>> RunAsync(Caller caller, string orderId, string sku, RecordPlantingRequest request, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        if (order.Value.Lines.FirstOrDefault(line => line.Sku == sku)?.Plant is not { } plant)
            return Problem.NotFound();
        if (request.TakenOn > Days.Today(time) || request.TakenOn < Days.Of(order.Value.PlacedAt))
            return Problem.Invalid(new FieldError("/takenOn", "must be from the day of the order to today."));
        if (await uploads.FindAsync(request.IdentificationId, cancellation) is not { Value: { Status: IdentificationStatus.Succeeded } upload } || !upload.IsVisibleTo(caller))
            return Problem.Invalid(new FieldError("/identificationId", "leads to no photo that the finder has looked at."));
        if (upload.NamedSlug is { } named && named != plant)
            return OtherPlant(named);
        var check = upload.NamedSlug == plant ? PlantingCheck.Matches : request.IsConfirmed ? PlantingCheck.Confirmed : PlantingCheck.Unsure;
        var photo = new PlantingPhoto(IdOf(orderId, sku, upload.Id), request.TakenOn, check);
        if (!await KeepAsync(upload.Id, photo.Id, cancellation))
            return Problem.Invalid(new FieldError("/identificationId", "leads to no photo any more."));
        await drive.RemindAsync(orderId, cancellation);
        var now = time.GetUtcNow();
        var shown = await change.RunAsync(orderId, current => Planting.Show(current, sku, request.Place, photo, now).Map(next => (next, Told(current, next, sku, photo, now))), cancellation);
        return shown.Map(OrderView.Of);
    }

    /// <summary>The upload goes after a month; a certificate's photo stays. Its end is noted before its first byte is kept.</summary>
    private async Task<bool> KeepAsync(string uploadId, string photoId, CancellationToken cancellation)
    {
        if (await blobs.GetPhotoAsync(uploadId, 0, PhotoSize.Full, cancellation) is not { } full || await blobs.GetPhotoAsync(uploadId, 0, PhotoSize.Thumbnail, cancellation) is not { } small)
            return false;
        await due.SetAsync(new DueMarker(RemovePhotos.DueKind, photoId, time.GetUtcNow() + Retention), cancellation);
        await blobs.PutPhotoAsync(photoId, 0, new CleanPhoto(full, small, 0, 0, [], 0), cancellation);
        return true;
    }

    private static string IdOf(string orderId, string sku, string uploadId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"planting|{orderId}|{sku}|{uploadId}")))[..32];

    private static OrderEffects Told(Order before, Order after, string sku, PlantingPhoto photo, DateTimeOffset now)
    {
        // A photo that proves nothing is no news, and a photo that was told once is not told again.
        var isNews = photo.Check != PlantingCheck.Unsure && !before.Plantings.Any(planting => planting.Sku == sku && planting.Photos.Any(other => other.Id == photo.Id && other.Check != PlantingCheck.Unsure));
        return isNews && after.Summary.Email is { } to
            ? new OrderEffects(null, [new Notice($"treePlanted-{photo.Id}", to, $"Your tree of order {after.Number}", $"There is a new photo of your tree, taken on {photo.TakenOn:yyyy-MM-dd}. You find it, and your certificate, with your order.", now)])
            : OrderEffects.None;
    }
}
