namespace Kundli.Features.Plants;

/// <summary>Several photos of one plant as one opinion.</summary>
public static class Fusion
{
    /// <summary>A probability below this says no more than this: one photo alone can't rule a species out.</summary>
    public const double Floor = 1e-3;

    /// <summary>The mean of the log probabilities, made to sum to one again: a species must be likely in each photo, not in one of them only.</summary>
    /// <param name="photos">Of each photo the probabilities, in one and the same order of classes.</param>
    /// <exception cref="ArgumentException">There is no photo.</exception>
    public static double[] MeanLog(IReadOnlyList<IReadOnlyList<float>> photos)
    {
        if (photos.Count == 0)
            throw new ArgumentException("There is no photo.", nameof(photos));
        if (photos.Count == 1)
            return [.. photos[0].Select(probability => (double)probability)];
        var fused = new double[photos[0].Count];
        for (var index = 0; index < fused.Length; index++)
            fused[index] = Math.Exp(photos.Average(photo => Math.Log(Math.Max(Floor, photo[index]))));
        var sum = fused.Sum();
        return [.. fused.Select(probability => probability / sum)];
    }
}
