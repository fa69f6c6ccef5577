using Kundli.Testing;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>A test in a browser; skipped with a message where there is none, or where the reference data that it names does not lie beside the checkout.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute(string? shared = null) => Skip = new ProgramFactAttribute(BrowserHost.Browsers).Skip ?? (shared is null ? null : new SharedFactAttribute(shared).Skip);
}

/// <summary>A theory in a browser, as <see cref="BrowserFactAttribute"/>.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = new BrowserFactAttribute().Skip;
}
