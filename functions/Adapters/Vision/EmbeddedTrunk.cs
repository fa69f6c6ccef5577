using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Kundli.Features.Plants;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kundli.Adapters.Vision;

/// <summary>
/// The lower blocks of the backbone, from which the moderation net and the plant net both go on. They are three quarters of the arithmetic, so a photo
/// goes through them once, whoever asks first. Loaded at the first photo, once in a process.
/// </summary>
public sealed class EmbeddedTrunk : IDisposable
{
    private const string NetworkFile = "trunk.onnx";
    private const int PhotoBytes = CleanPhoto.SquareSide * CleanPhoto.SquareSide * 3;

    private readonly Lazy<Loaded> _loaded = new(Load);

    // By reference and only as long as somebody holds the photo.
    private readonly ConditionalWeakTable<CleanPhoto, Features> _features = [];

    /// <summary>Tells one trunk from another.</summary>
    internal byte[] Hash => _loaded.Value.Hash;

    /// <summary>The features of photos as the one input of the nets above.</summary>
    internal NamedOnnxValue FeaturesOf(IReadOnlyList<CleanPhoto> photos)
    {
        var each = photos.Select(photo => _features.GetValue(photo, Compute)).ToList();
        var size = each[0].Values.Length;
        var tensor = new DenseTensor<float>([photos.Count, .. each[0].Shape]);
        for (var index = 0; index < each.Count; index++)
            each[index].Values.CopyTo(tensor.Buffer.Span.Slice(index * size, size));
        return NamedOnnxValue.CreateFromTensor("features", tensor);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_loaded.IsValueCreated)
            _loaded.Value.Session.Dispose();
    }

    private Features Compute(CleanPhoto photo)
    {
        var picture = new DenseTensor<byte>(photo.Square.AsMemory(0, PhotoBytes), [1, CleanPhoto.SquareSide, CleanPhoto.SquareSide, 3]);
        using var outputs = _loaded.Value.Session.Run([NamedOnnxValue.CreateFromTensor("pictures", picture)], ["features"]);
        var features = outputs[0].AsTensor<float>();
        return new([.. features.Dimensions[1..]], features.ToArray());
    }

    private static Loaded Load()
    {
        var network = EmbeddedNetwork.Read(NetworkFile);
        return new(EmbeddedNetwork.Open(network), SHA256.HashData(network));
    }

    private sealed record Loaded(InferenceSession Session, byte[] Hash);

    private sealed record Features(int[] Shape, float[] Values);
}
