using Kundli.Adapters.Chat;
using Kundli.Adapters.Documents;
using Kundli.Features.Drawings;
using Kundli.Features.Privacy;
using Kundli.Features.Readings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>What is told and drawn of a chart.</summary>
internal static class Readings
{
    /// <summary>Tokens of a day and an account: some ten full readings.</summary>
    private const int TokensPerDay = 200_000;

    /// <summary>
    /// Everything is computed by rules. With <c>Chat:key</c> and <c>Chat:model</c> a model words it: <c>Chat:endpoint</c> (OpenAI's when absent; for Azure
    /// <c>https://….openai.azure.com/openai/v1/</c>) and <c>Chat:tokensPerDay</c> for each account.
    /// </summary>
    public static IServiceCollection AddReadings(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Chat");
        var perDay = section["tokensPerDay"] is { } tokens ? int.Parse(tokens, System.Globalization.CultureInfo.InvariantCulture) : TokensPerDay;
        if (section["key"] is { } key)
            services.AddModel(new()
            {
                Key = key,
                Model = Setting.Needed(section["model"], "Chat__model"),
                Endpoint = section["endpoint"] is { } address ? new(address) : ChatOptions.OpenAi,
            });
        return services
            .AddSingleton<DrawPicture>()
            .AddSingleton<SuggestRemedies>()
            .AddSingleton<ComposeReading>()
            .AddSingleton<AskChart>()
            .AddSingleton<IWordingSpendings, WordingSpendingStore>()
            .AddSingleton(provider => new WordingBudget(provider.GetRequiredService<IWordingSpendings>(), provider.GetRequiredService<TimeProvider>(), perDay))
            .AddSingleton<IPersonalRecords>(provider => provider.GetRequiredService<WordingBudget>())
            .AddSingleton(provider => new WordReading(
                provider.GetService<IWordingModel>(), provider.GetRequiredService<IConsents>(), provider.GetRequiredService<WordingBudget>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new UnderstandQuestion(
                provider.GetService<IWordingModel>(), provider.GetRequiredService<IConsents>(), provider.GetRequiredService<WordingBudget>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<TellReading>();
    }

    private static void AddModel(this IServiceCollection services, ChatOptions options) => services.AddSingleton<IWordingModel>(_ => new ChatWording(
        ChatWording.Connect(Outgoing.Client(through: transport => new ShortAnswers(transport)), options), options));
}
