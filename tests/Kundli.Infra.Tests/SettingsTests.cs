using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using Kundli.Testing;

using Xunit;

namespace Kundli.Infra.Tests;

/// <summary>Every setting that a line of the code reads, in one table of <c>infra/README.md</c>; with <c>KUNDLI_APPROVE=1</c> in the environment it is written anew.</summary>
public sealed class SettingsTests
{
    private const string LocalHostOnly = "LocalHost__";
    private const string NoModel = "not set: readings are worded by rules; set by hand for a model that the provider and the customers agree to";
    private const string NoOutsideFinder = "not set: our own net alone; set by hand for a service outside";

    // What a deployment leaves out on purpose; any other setting that the code reads must be set by the template.
    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["Chat__endpoint"] = NoModel,
        ["Chat__key"] = NoModel,
        ["Chat__model"] = NoModel,
        ["Chat__tokensPerDay"] = NoModel,
        ["Cosmos__key"] = "never: the identity opens the account",
        ["External__Providers"] = "not set: set by hand, with `External__google__ClientId` and a reference to the vault as `External__google__ClientSecret`",
        ["External__Return"] = "not set: with `External__Providers` the page that takes the answers",
        ["Mail__Plain"] = "never: the app does not start with it",
        ["Mail__Port"] = "not set: 587",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "not set: Application Insights is told; set by hand for a collector",
        ["Payments__Address"] = "not set: the provider's own address",
        ["PlantVision__callsPerDay"] = NoOutsideFinder,
        ["PlantVision__endpoint"] = NoOutsideFinder,
        ["PlantVision__key"] = NoOutsideFinder,
        ["PlantVision__model"] = NoOutsideFinder,
        ["PlantVision__provider"] = NoOutsideFinder,
        ["RateLimits__Disabled"] = "never: the app does not start with it",
        ["Shop__BlockedPins"] = "not set: none; set by hand while nothing can be sent somewhere",
        ["Shop__CodSurcharge"] = "not set: paying at the door costs nothing; paise, with GST",
        ["Shop__Holidays"] = "not set: Sundays and the national holidays alone; set by hand for each year's own",
        ["Shop__SandboxWebhookSecret"] = "not set: the sandbox takes the payments' secret",
        ["Shop__PlantsTravel"] = "never: the app does not start with `anyDay`",
        ["Shop__Seed"] = "not set: goods come by import",
        ["Shop__TermsVersion"] = "not set: the version that the code was written with",
        ["Sms__Address"] = "not set: the gateway's own address",
        ["Sms__PerDay"] = "not set: 2,000 messages a day",
        ["Sms__Prefixes"] = "not set: numbers of India",
        ["Storage"] = "never: the identity opens the account",
    };

    [Fact]
    public void Every_setting_stands_in_the_table()
    {
        var template = File.ReadAllText(Repository.At("infra", "modules", "functionApp.bicep"));
        var local = JsonNode.Parse(File.ReadAllText(Repository.At("local.settings.sample.json")))!["Values"]!.AsObject();
        var rows = Read().OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .Select(setting => $"| `{setting.Key}` | {string.Join(", ", setting.Value.Order(StringComparer.Ordinal))} | {OnAzure(template, setting.Key)} | {Local(local, setting.Key)} |").ToList();

        Assert.All(Read().Keys.Where(name => !IsSet(template, name) && !name.StartsWith(LocalHostOnly, StringComparison.Ordinal)), name => Assert.True(LeftOut.ContainsKey(name), $"The template sets no {name}, and no reason is given."));
        Assert.All(LeftOut.Keys, name => Assert.True(!IsSet(template, name) && rows.Exists(row => row.StartsWith($"| `{name}` ", StringComparison.Ordinal)), $"{name} is set or no longer read."));
        Assert.True(rows.Count > 10, "The scan finds no settings: the code reads them in another way now.");
        ApprovedBlock.Check(Repository.At("infra", "README.md"), "settings", ["| setting | read in | on Azure | on a laptop |", "|---|---|---|---|", .. rows]);
    }

    // A file reads a setting by its whole name, or by its last part within a section that the same file opens.
    private static Dictionary<string, SortedSet<string>> Read()
    {
        var found = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(Repository.At("functions", "Worker"), "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains("/obj/", StringComparison.Ordinal)))
        {
            var source = File.ReadAllText(path);
            var whole = Regex.Matches(source, "onfiguration(?:\\[|\\.GetValue(?:<\\w+>)?\\()\"([A-Za-z:_]+)\"").Select(match => match.Groups[1].Value);
            // Up to where the next section is opened a variable means this one.
            var sections = Regex.Matches(source, "(\\w+) = \\w*onfiguration\\.GetSection\\(\"([A-Za-z:]+)\"\\);(.*?)(?=\\w+ = \\w*onfiguration\\.GetSection|\\z)", RegexOptions.Singleline);
            var parts = sections.SelectMany(opened => Parts(opened.Groups[1].Value, opened.Groups[2].Value, opened.Groups[3].Value));
            foreach (var name in whole.Concat(parts))
            {
                var setting = name.Replace(":", "__", StringComparison.Ordinal);
                if (!found.TryGetValue(setting, out var files))
                    found[setting] = files = new(StringComparer.Ordinal);
                files.Add(Path.GetRelativePath(Repository.At("functions", "Worker"), path).Replace(".cs", "", StringComparison.Ordinal));
            }
        }
        return found;
    }

    private static IEnumerable<string> Parts(string variable, string section, string source) =>
        Regex.Matches(source, $"\\b{variable}(?:\\[|\\.GetSection\\(|\\.GetValue(?:<\\w+>)?\\()\"([A-Za-z]+)\"").Select(match => $"{section}:{match.Groups[1].Value}")
            .Concat(source.Contains($"{variable}.Value", StringComparison.Ordinal) ? [section] : []);

    private static string OnAzure(string template, string setting)
    {
        if (setting.StartsWith(LocalHostOnly, StringComparison.Ordinal))
            return "never";
        var line = Line(template, setting);
        return line.Success ? $"`{(line.Groups[1].Success ? line.Groups[1].Value : line.Groups[2].Value).Trim()}`" : LeftOut.GetValueOrDefault(setting, "");
    }

    private static bool IsSet(string template, string setting) => Line(template, setting).Success;

    private static Match Line(string template, string setting) => Regex.Match(template, $"(?m)^      {setting}(?:__0)?: (.*)$|\\{{ {setting}: (.*?) \\}}");

    private static string Local(JsonObject sample, string setting) =>
        sample[setting] is { } value ? $"`{value}`" : setting.StartsWith(LocalHostOnly, StringComparison.Ordinal) ? "by the local host" : "its default";
}
