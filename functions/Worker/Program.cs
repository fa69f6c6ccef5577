using Kundli.Adapters.Vision;
using Kundli.Worker.Composition;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kundli.Worker;

/// <summary>
/// Puts the app together: worker middleware first, then one line per area. Azure starts <see cref="Main"/>; the local host and the tests call
/// <see cref="Build"/> after they have set the configuration.
/// </summary>
public static class Program
{
    /// <summary>The host with everything registered, not started.</summary>
    /// <param name="args">Settings as <c>--Name=value</c>; they win over the environment.</param>
    public static IHost Build(string[] args)
    {
        NativeHeap.KeepSmall();
        var builder = FunctionsApplication.CreateBuilder(args);
        VaultReferences.CheckResolved(builder.Configuration);
        builder.ConfigureFunctionsWebApplication();
        builder.UsePipeline();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttp(builder.Configuration);
        builder.Services.AddIdentity(builder.Configuration);
        builder.Services.AddExternalSignIn(builder.Configuration);
        builder.Services.AddMail(builder.Configuration);
        builder.Services.AddRateLimits(builder.Configuration);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddAlmanac();
        builder.Services.AddCharts();
        builder.Services.AddPlants(builder.Configuration);
        builder.Services.AddReadings(builder.Configuration);
        builder.Services.AddSavedCharts();
        builder.Services.AddReports();
        builder.Services.AddShop(builder.Configuration);
        builder.Services.AddGraph();
        builder.Services.AddTelemetry(builder.Configuration);
        return builder.Build();
    }

    /// <summary>Runs until the platform asks to stop.</summary>
    public static Task Main(string[] args) => Build(args).RunAsync();
}
