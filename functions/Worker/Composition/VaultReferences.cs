using Microsoft.Extensions.Configuration;

namespace Kundli.Worker.Composition;

/// <summary>
/// Settings that refer to a secret of Key Vault. Where the platform can't resolve a reference it hands the reference itself to the app, and a text that anybody can
/// read in the template would serve as a secret.
/// </summary>
internal static class VaultReferences
{
    private const string Beginning = "@Microsoft.KeyVault(";

    /// <summary>Refuses to start with a reference in place of its secret.</summary>
    /// <exception cref="InvalidOperationException">Names every setting whose reference was not resolved.</exception>
    public static void CheckResolved(IConfiguration configuration)
    {
        var unresolved = configuration.AsEnumerable().Where(setting => setting.Value?.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase) == true)
            .Select(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (unresolved.Count > 0)
            throw new InvalidOperationException($"The vault's secret is not there, or the app may not read it, for: {string.Join(", ", unresolved)}.");
    }
}
