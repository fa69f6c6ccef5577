using Kundli.Features.Panchang;

namespace Kundli.Worker.Http;

/// <summary>A day as <c>GET /panchang</c> answers it.</summary>
internal sealed class DayText : IDayText
{
    /// <inheritdoc/>
    public string Release { get; } = $"{ReadDay.Release}-{typeof(DayText).Module.ModuleVersionId:N}";

    /// <inheritdoc/>
    public byte[] Write(DayAnswer day) => Json.Bytes(day);
}
