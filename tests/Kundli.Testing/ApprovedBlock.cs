using Xunit;

namespace Kundli.Testing;

/// <summary>
/// A part of a document that a test writes: the lines between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c>. The document can't grow stale, since the
/// test fails when they differ; with <c>KUNDLI_APPROVE=1</c> in the environment it writes them.
/// </summary>
public static class ApprovedBlock
{
    /// <summary>Compares, or writes.</summary>
    /// <param name="file">The document.</param>
    /// <param name="name">The block's name.</param>
    /// <param name="lines">What it should hold.</param>
    public static void Check(string file, string name, IEnumerable<string> lines)
    {
        var expected = lines.ToList();
        var document = File.ReadAllLines(file).ToList();
        var (from, to) = (document.IndexOf($"<!-- {name} -->") + 1, document.IndexOf($"<!-- /{name} -->"));
        Assert.True(from > 0 && to >= from, $"{Path.GetFileName(file)} has no block <!-- {name} --> … <!-- /{name} -->.");
        var actual = document[from..to];
        if (Environment.GetEnvironmentVariable("KUNDLI_APPROVE") == "1" && !actual.SequenceEqual(expected, StringComparer.Ordinal))
        {
            File.WriteAllLines(file, [.. document[..from], .. expected, .. document[to..]]);
            return;
        }
        var changes = actual.Except(expected, StringComparer.Ordinal).Select(line => "- " + line).Concat(expected.Except(actual, StringComparer.Ordinal).Select(line => "+ " + line)).ToList();
        Assert.True(changes.Count == 0, $"The block {name} of {Path.GetFileName(file)} is stale; if the change is meant, run once with KUNDLI_APPROVE=1.\n{string.Join('\n', changes)}");
    }
}
