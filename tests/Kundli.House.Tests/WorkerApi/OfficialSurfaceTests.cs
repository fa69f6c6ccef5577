using Kundli.Testing;

using Xunit;

namespace Kundli.House.Tests.WorkerApi;

/// <summary>
/// The sources of the worker are compiled against our WorkerApi here and against the official packages where they are deployed, so both must
/// have the same public members. <c>Data/official-surface.txt</c> holds the official signatures of the types concerned.
/// </summary>
public sealed class OfficialSurfaceTests
{
    private static readonly IReadOnlyDictionary<string, SurfaceType> Official =
        Surface.Parse(File.ReadLines(Repository.At("tests", "Kundli.House.Tests", "Data", "official-surface.txt")));

    [Fact]
    public void Every_public_member_of_the_worker_api_is_an_official_one()
    {
        var ours = Surface.Of(typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute).Assembly);

        Assert.Empty(Differences(ours));
        Assert.True(ours.Count >= 40, $"Only {ours.Count} types were compared.");
    }

    [Fact]
    public void An_extra_type_is_seen() =>
        Assert.Contains(Differences(Surface.Of([typeof(ExtraType)])), difference => difference.Contains("ExtraType", StringComparison.Ordinal));

    [Theory]
    [InlineData("public string Name { get; }", "public string Name { get; set; }")]
    [InlineData("public string Name { get; }", "public string? Name { get; }")]
    [InlineData("public string Name { get; }", "public string Title { get; }")]
    [InlineData("public FunctionAttribute(string name)", "public FunctionAttribute(string name, int order = 0)")]
    public void A_member_that_differs_is_seen(string official, string other)
    {
        const string headline = "Microsoft.Azure.Functions.Worker: public class FunctionAttribute : Attribute";
        var type = Official[headline];
        Assert.Contains(official, type.Members);

        var changed = type with { Members = [.. type.Members.Select(member => member == official ? other : member)] };

        Assert.Equal([$"{headline}: {other}"], Differences(new Dictionary<string, SurfaceType>(StringComparer.Ordinal) { [headline] = changed }));
    }

    [Fact]
    public void An_attribute_that_differs_is_seen()
    {
        const string headline = "Microsoft.Azure.Functions.Worker: public class FunctionAttribute : Attribute";
        var changed = Official[headline] with { Attributes = ["[AttributeUsage(Class)]"] };

        Assert.Equal(2, Differences(new Dictionary<string, SurfaceType>(StringComparer.Ordinal) { [headline] = changed }).Count());
    }

    [Fact]
    public void The_notation_of_a_type_is_the_one_that_was_recorded()
    {
        var sample = Assert.Single(Surface.Of([typeof(Sample<>)])).Value;

        Assert.Equal("Kundli.House.Tests.WorkerApi: public abstract class Sample<T> : Attribute, IDisposable", sample.Headline);
        Assert.Equal(["[AttributeUsage(Method | Property, AllowMultiple = False)]"], sample.Attributes);
        Assert.Equal(
            [
                "protected Sample(params string[] names)",
                "public abstract T? Value { get; set; }",
                "public string? Text { get; }",
                "public void Dispose()",
                "public virtual Task<int> RunAsync<TItem>(Func<TItem, bool>? when = default) where TItem : class, IDisposable",
            ],
            sample.Members);
    }

    // A type may leave official members out, but has no other; what it says of itself by attributes is the same wherever the attribute's own type is ours or the framework's.
    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, SurfaceType> ours)
    {
        foreach (var (headline, type) in ours)
        {
            if (!Official.TryGetValue(headline, out var official))
            {
                yield return headline;
                continue;
            }
            foreach (var member in type.Members.Except(official.Members))
                yield return $"{headline}: {member}";
            var expected = official.Attributes.Where(attribute => !attribute.StartsWith("[InputConverter(", StringComparison.Ordinal) && !attribute.StartsWith("[ConverterFallbackBehavior(", StringComparison.Ordinal)).ToList();
            foreach (var attribute in type.Attributes.Except(expected).Concat(expected.Except(type.Attributes)))
                yield return $"{headline}: {attribute}";
        }
    }

    public sealed class ExtraType;
}

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = false)]
public abstract class Sample<T> : Attribute, IDisposable
{
    protected Sample(params string[] names) => Text = names.FirstOrDefault();

    public abstract T? Value { get; set; }

    public string? Text { get; private set; }

    public void Dispose() => GC.SuppressFinalize(this);

    public virtual Task<int> RunAsync<TItem>(Func<TItem, bool>? when = null)
        where TItem : class, IDisposable => Task.FromResult(0);

    internal void Hidden() => Text = null;
}
