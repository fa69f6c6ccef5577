namespace Kundli.LocalHost;

/// <summary>The arguments of the local host.</summary>
internal sealed record CommandLine
{
    /// <summary>How it is called.</summary>
    public const string Usage = """
        usage: dotnet run --project functions/LocalHost -- [--port 7071] [--data DIR] [--no-pages] [--demo [--birth JSON|FILE] [--photo FILE]]

          --port N       answer on this port of 127.0.0.1; 0 picks a free one (default 7071, with --demo a free one)
          --data DIR     keep all state here (default .local); a second host with the same folder shares the store
          --no-pages     serve the API alone
          --demo         run the main job once against this host, tell it as a story, and exit with 0 or 1
          --birth X      the story's birth: JSON, or a file that holds it
          --photo FILE   the story's photo
        """;

    public int? Port { get; init; }

    public string Data { get; init; } = ".local";

    public bool Demo { get; init; }

    public bool Pages { get; init; } = true;

    public string? Birth { get; init; }

    public string? Photo { get; init; }

    /// <summary>Reads the arguments; null with a sentence in <paramref name="fault"/> where they are wrong.</summary>
    public static CommandLine? Parse(IReadOnlyList<string> args, out string? fault)
    {
        fault = null;
        var line = new CommandLine();
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            if (name is "--demo" or "--no-pages")
            {
                line = name == "--demo" ? line with { Demo = true } : line with { Pages = false };
                continue;
            }
            var value = i + 1 < args.Count ? args[++i] : null;
            if (name is not ("--port" or "--data" or "--birth" or "--photo"))
                fault = $"There is no option '{name}'.";
            else if (value is null)
                fault = $"{name} needs a value.";
            else if (name == "--port" && (!int.TryParse(value, out var number) || number is < 0 or > 65535))
                fault = "--port takes a number from 0 to 65535.";
            if (fault is not null)
                return null;
            line = name switch
            {
                "--port" => line with { Port = int.Parse(value!) },
                "--data" => line with { Data = value! },
                "--birth" => line with { Birth = value },
                _ => line with { Photo = value },
            };
        }
        return line;
    }
}
