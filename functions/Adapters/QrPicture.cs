using System.Text;
using QRCoder;

namespace Kundli.Adapters;

/// <summary>Draws a text as a QR code.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 4;

    /// <summary>The drawing as SVG.</summary>
    public static string Svg(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(PixelsPerModule);
    }

    /// <summary>The drawing as an address that holds it, for an <c>img</c>.</summary>
    public static string AddressOf(string text) => $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(Svg(text)))}";
}
