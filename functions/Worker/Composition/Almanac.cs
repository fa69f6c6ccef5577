using Kundli.Adapters.Blobs;
using Kundli.Adapters.Drawings;
using Kundli.Features.Drawings;
using Kundli.Features.Muhurtas;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Features.Sky;
using Kundli.Worker.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>The almanac, the sky, the places and the drawings.</summary>
internal static class Almanac
{
    /// <summary>Everything is computed: nothing is configured.</summary>
    public static IServiceCollection AddAlmanac(this IServiceCollection services) => services
        .AddSingleton<PlaceIndex>()
        .AddSingleton<ITimeZoneLookup, ZoneMap>()
        .AddSingleton<FindPlaces>()
        .AddSingleton<FindZone>()
        .AddSingleton<ReadDay>()
        .AddSingleton<AlmanacBlobs>()
        .AddSingleton<IPreparedDays>(provider => provider.GetRequiredService<AlmanacBlobs>())
        .AddSingleton<IAskedPlaces>(provider => provider.GetRequiredService<AlmanacBlobs>())
        .AddSingleton<IDayText, DayText>()
        .AddSingleton<PrepareDays>()
        .AddSingleton<ServeDay>()
        .AddSingleton<ReadMonth>()
        .AddSingleton<WriteFeed>()
        .AddSingleton<FindMuhurtas>()
        .AddSingleton<ReadSky>()
        .AddSingleton<ListEvents>()
        .AddSingleton<IDrawingRaster, SkiaDrawingRaster>()
        .AddSingleton<DrawMonth>();
}
