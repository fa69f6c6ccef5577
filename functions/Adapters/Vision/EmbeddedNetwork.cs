using Kundli.Features.Plants;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kundli.Adapters.Vision;

/// <summary>Networks that ship inside this assembly (Vision/Model), and how pictures are handed to them.</summary>
internal static class EmbeddedNetwork
{
    private const int PhotoBytes = CleanPhoto.SquareSide * CleanPhoto.SquareSide * 3;

    /// <summary>A file of Vision/Model.</summary>
    /// <exception cref="InvalidDataException">It is not embedded.</exception>
    public static byte[] Read(string file)
    {
        using var stream = typeof(EmbeddedNetwork).Assembly.GetManifestResourceStream($"Kundli.Adapters.Vision.Model.{file}") ?? throw new InvalidDataException($"{file} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A network ready to run.</summary>
    public static InferenceSession Open(byte[] network)
    {
        // One thread a photo: several photos are analysed side by side, and threads that wait for each other by spinning would only take cores away.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new(network, options);
    }

    /// <summary>The squares of photos as the networks' one input.</summary>
    public static NamedOnnxValue Pictures(IReadOnlyList<CleanPhoto> photos)
    {
        var pictures = new DenseTensor<byte>([photos.Count, CleanPhoto.SquareSide, CleanPhoto.SquareSide, 3]);
        for (var index = 0; index < photos.Count; index++)
            photos[index].Square.CopyTo(pictures.Buffer.Span.Slice(index * PhotoBytes, PhotoBytes));
        return NamedOnnxValue.CreateFromTensor("pictures", pictures);
    }
}
