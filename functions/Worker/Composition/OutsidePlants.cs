using Kundli.Adapters.Documents;
using Kundli.Adapters.Vision.Outside;
using Kundli.Features.Plants;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>The service outside that is asked for plants that our own net can't name.</summary>
internal static class OutsidePlants
{
    /// <summary>
    /// Reads <c>PlantVision:provider</c> (<c>none</c>, <c>plantNet</c> or <c>openAi</c>), <c>PlantVision:key</c>, <c>PlantVision:endpoint</c> (for Azure
    /// <c>https://….openai.azure.com/openai/v1/</c>), <c>PlantVision:model</c> and <c>PlantVision:callsPerDay</c>.
    /// </summary>
    public static IServiceCollection AddOutsidePlants(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("PlantVision");
        return section["provider"] switch
        {
            null or "none" => services.AddSingleton<IOutsideVision, NoOutsideVision>(),
            "plantNet" => services.AddGuarded(Options(section, OutsideOptions.PlantNet), (http, options, table) => new PlantNetVision(http, options, table)),
            "openAi" => services.AddGuarded(Options(section, null), (http, options, table) => new ChatVision(http, options, table)),
            var other => throw new InvalidOperationException($"The setting 'PlantVision__provider' is 'none', 'plantNet' or 'openAi', not '{other}'."),
        };
    }

    private static IServiceCollection AddGuarded(this IServiceCollection services, OutsideOptions options, Func<HttpClient, OutsideOptions, ISpeciesTable, IOutsideVision> service) => services
        .AddSingleton<IOutsideVision>(provider => new GuardedVision(
            service(Outgoing.Client(), options, provider.GetRequiredService<ISpeciesTable>()),
            new DailyBudget(provider.GetRequiredService<IDocuments>(), "outside-vision", options.CallsPerDay, provider.GetRequiredService<TimeProvider>()), options, provider.GetRequiredService<TimeProvider>()));

    private static OutsideOptions Options(IConfigurationSection section, Uri? endpoint)
    {
        var options = new OutsideOptions
        {
            Endpoint = endpoint is null || section["endpoint"] is not null ? new Uri(Setting.Needed(section["endpoint"], "PlantVision__endpoint")) : endpoint,
            Key = Setting.Needed(section["key"], "PlantVision__key"),
            Model = section["model"] ?? "",
        };
        return section["callsPerDay"] is { } calls ? options with { CallsPerDay = int.Parse(calls, System.Globalization.CultureInfo.InvariantCulture) } : options;
    }
}
