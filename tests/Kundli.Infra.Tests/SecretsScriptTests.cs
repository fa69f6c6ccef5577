using System.Diagnostics;

using Kundli.Testing;

using Xunit;

namespace Kundli.Infra.Tests;

/// <summary>The script that fills the vault, with a stand-in for the Azure command line that keeps what it is given.</summary>
public sealed class SecretsScriptTests : IDisposable
{
    // Refuses the first list, as a vault does whose new role is not known yet; then lists and keeps secrets as files.
    private const string Az = """
        #!/usr/bin/env bash
        vault=$(dirname "$0")/vault
        case "$*" in
          *"secret list"*) if [ -d "$vault" ]; then ls "$vault"; else mkdir "$vault"; echo Forbidden >&2; exit 1; fi ;;
          *"secret set"*) while [ $# -gt 0 ]; do case "$1" in --name) name=$2 ;; --file) file=$2 ;; esac; shift; done; [ ! -e "$vault/$name" ] || exit 3; cp "$file" "$vault/$name" ;;
          *) echo id ;;
        esac
        """;

    private readonly TemporaryFolder _folder = new();

    public SecretsScriptTests()
    {
        var az = Path.Combine(_folder.Path, "az");
        File.WriteAllText(az, Az);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    [ProgramFact("openssl")]
    public async Task What_the_vault_lacks_is_made_once_and_never_again()
    {
        await RunAsync();
        var first = Vault();
        await RunAsync(("KUNDLI_PAYMENTS_KEY_ID", "rzp_key"), ("KUNDLI_PAYMENTS_KEY_SECRET", "rzp_secret"), ("KUNDLI_PAYMENTS_WEBHOOK_SECRET", "too late"), ("KUNDLI_MAIL_PASSWORD", "mail"), ("KUNDLI_SMS_KEY", "sms"));
        var second = Vault();

        Assert.Equal(["carrier-webhook-secret", "identity-root-secret", "identity-signing-key", "payments-webhook-secret"], first.Keys);
        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", first["identity-signing-key"], StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(first["identity-root-secret"]).Length);
        Assert.Equal(4, first.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([("mail-password", "mail"), ("payments-key-id", "rzp_key"), ("payments-key-secret", "rzp_secret"), ("sms-key", "sms")], second.Where(secret => !first.ContainsKey(secret.Key)).Select(secret => (secret.Key, secret.Value)));
        Assert.All(first, secret => Assert.Equal(secret.Value, second[secret.Key]));
    }

    private SortedDictionary<string, string> Vault() => new(Directory.GetFiles(Path.Combine(_folder.Path, "vault")).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllText), StringComparer.Ordinal);

    private async Task RunAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("bash", [Repository.At("infra", "scripts", "secrets.sh"), "kv-test"]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["KUNDLI_RETRY_SECONDS"] = "0";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var script = Process.Start(start)!;
        var errors = script.StandardError.ReadToEndAsync();
        await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        Assert.True(script.ExitCode == 0, $"{script.ExitCode}: {await errors}");
    }
}
