namespace Kundli.Adapters.Vision.Outside;

/// <summary>Which service outside is asked, and how much.</summary>
public sealed record OutsideOptions
{
    /// <summary>Pl@ntNet's public address.</summary>
    public static readonly Uri PlantNet = new("https://my-api.plantnet.org/");

    /// <summary>The address of the service, with a slash at its end.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The secret that opens it.</summary>
    public required string Key { get; init; }

    /// <summary>The chat model or deployment; unused by Pl@ntNet.</summary>
    public string Model { get; init; } = "";

    /// <summary>Calls of a UTC day over all processes; after them our own model answers alone.</summary>
    public int CallsPerDay { get; init; } = 400;

    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);
}
