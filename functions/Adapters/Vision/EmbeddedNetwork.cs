using Microsoft.ML.OnnxRuntime;

namespace Kundli.Adapters.Vision;

/// <summary>Networks that ship inside this assembly (Vision/Model).</summary>
internal static class EmbeddedNetwork
{
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
        // No arena: one would keep as much as the largest batch ever took, for each network, and a run costs the same without.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL, EnableCpuMemArena = false, EnableMemoryPattern = false };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new(network, options);
    }
}
