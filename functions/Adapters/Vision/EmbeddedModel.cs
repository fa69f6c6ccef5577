using System.Security.Cryptography;
using System.Text.Json;
using Kundli.Features.Plants;
using Microsoft.ML.OnnxRuntime;

namespace Kundli.Adapters.Vision;

/// <summary>
/// The plant net that ships with the product (functions/PlantTraining makes it): the network as ONNX and what belongs to it as JSON. It is loaded
/// when it is first asked, once in a process, so that a process that never sees a photo never pays for it.
/// </summary>
/// <param name="trunk">The blocks below it.</param>
public sealed class EmbeddedModel(EmbeddedTrunk trunk) : IDisposable
{
    private const string NetworkFile = "plants.onnx";
    private const string CardFile = "plants.json";

    private readonly Lazy<Loaded> _loaded = new(() => Load(trunk));

    internal Loaded Value => _loaded.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_loaded.IsValueCreated)
            _loaded.Value.Session.Dispose();
    }

    private static Loaded Load(EmbeddedTrunk trunk)
    {
        var network = EmbeddedNetwork.Read(NetworkFile);
        var card = JsonSerializer.Deserialize<ModelCard>(EmbeddedNetwork.Read(CardFile), JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{CardFile} is empty.");
        // One name for both files: vectors are comparable only where both are the same.
        var hash = SHA256.HashData([.. trunk.Hash, .. SHA256.HashData(network)]);
        return new(EmbeddedNetwork.Open(network), trunk, card, Convert.ToHexStringLower(hash)[..16]);
    }

    /// <summary>The network in memory.</summary>
    internal sealed record Loaded(InferenceSession Session, EmbeddedTrunk Trunk, ModelCard Card, string Hash);

    /// <summary>What the training wrote beside the network.</summary>
    internal sealed record ModelCard(string Name, string Version, IReadOnlyList<string> Labels, string Negative, VisionThresholds Thresholds, PrototypeRule Prototypes);
}
