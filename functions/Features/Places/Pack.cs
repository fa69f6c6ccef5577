using System.IO.Compression;

namespace Kundli.Features.Places;

/// <summary>The packs that functions/PlaceCompiler writes.</summary>
internal static class Pack
{
    public static byte[] Read(string name)
    {
        using var resource = typeof(Pack).Assembly.GetManifestResourceStream($"Kundli.Features.Places.Data.{name}")
            ?? throw new InvalidOperationException($"The pack '{name}' is not in the assembly.");
        using var unpacked = new MemoryStream();
        using (var brotli = new BrotliStream(resource, CompressionMode.Decompress))
            brotli.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
