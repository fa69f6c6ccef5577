using Kundli.Features.Orders;
using Kundli.Features.Plants;
using Kundli.Features.Pricing;

namespace Kundli.Features.Aftercare;

/// <summary>What the certificate of a planted tree says.</summary>
/// <param name="Number">Order number and SKU.</param>
/// <param name="Seller">Who answers for it.</param>
/// <param name="Customer">For whom it was planted.</param>
/// <param name="Names">Its names in English and Hindi.</param>
/// <param name="ScientificName">Its botanical name.</param>
/// <param name="Quantity">How many trees.</param>
/// <param name="Place">Village and district.</param>
/// <param name="PlantedBy">Local date of the first photo on which it is seen.</param>
/// <param name="Check">Who saw it there.</param>
/// <param name="Photo">That photo, a JPEG; null once its time is over.</param>
public sealed record PlantingCertificate(
    string Number, Seller Seller, string Customer, (string En, string Hi) Names, string ScientificName, int Quantity, string Place, DateOnly PlantedBy, PlantingCheck Check, byte[]? Photo);

/// <summary>Prints certificates.</summary>
public interface ICertificatePrinter
{
    /// <summary>The certificate as a PDF.</summary>
    byte[] Print(PlantingCertificate certificate);
}

/// <summary>Shows a customer the tree that was planted: its photos and its certificate.</summary>
public sealed class ShowPlanting(ReadOrder read, IPhotoBlobs blobs, ICertificatePrinter printer, ShopPolicy policy)
{
    /// <summary>A photo as a JPEG, without place and time.</summary>
    public async Task<Outcome<byte[]>> PhotoAsync(Caller caller, string orderId, string sku, string photoId, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        var isShown = order.Value.Plantings.Any(planting => planting.Sku == sku && planting.Photos.Any(photo => photo.Id == photoId));
        return isShown && await blobs.GetPhotoAsync(photoId, 0, PhotoSize.Full, cancellation) is { } jpeg ? jpeg : Problem.NotFound();
    }

    /// <summary>The certificate as a PDF; <c>certificate-not-issued</c> before the tree was seen.</summary>
    public async Task<Outcome<byte[]>> CertificateAsync(Caller caller, string orderId, string sku, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        if (order.Value.Lines.FirstOrDefault(line => line.Sku == sku) is not { Plant: { } slug } line)
            return Problem.NotFound();
        if (order.Value.Plantings.FirstOrDefault(planting => planting.Sku == sku) is not { Proof: { } proof } planting)
            return new Problem("certificate-not-issued", "The certificate is issued when a photo shows the tree.");
        var plant = Jyotish.Remedies.Plants.Of(slug);
        return printer.Print(new PlantingCertificate(
            $"{order.Value.Number} {sku}", policy.Seller, order.Value.Summary.Customer?.Name ?? "", (plant.Name.En, plant.Name.Hi), plant.ScientificName, line.Quantity, planting.Place, proof.TakenOn, proof.Check,
            await blobs.GetPhotoAsync(proof.Id, 0, PhotoSize.Full, cancellation)));
    }
}
