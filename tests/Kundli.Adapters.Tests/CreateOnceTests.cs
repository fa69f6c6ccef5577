using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Idempotency;
using Kundli.Testing;
using Xunit;

namespace Kundli.Adapters.Tests;

public sealed class CreateOnceTests
{
    private readonly TestClock _time = new();
    private readonly MemoryDocumentStore _store = new();
    private readonly HashSet<string> _made = [];
    private readonly CreateOnce _once;

    public CreateOnceTests() => _once = new CreateOnce(new OnceRecordStore(new JudgedDocuments(_store, _time)), _time);

    [Fact]
    public async Task A_repeat_finds_what_the_first_request_made()
    {
        var first = await _once.RunAsync(Key("a", "k", 1), MakeAsync, default);
        Assert.Equal(first.Value, (await _once.RunAsync(Key("a", "k", 1), MakeAsync, default)).Value);
        Assert.Single(_made);
    }

    [Fact]
    public async Task Another_body_another_caller_and_another_route_are_told_apart()
    {
        await _once.RunAsync(Key("a", "k", 1), MakeAsync, default);
        Assert.Equal("idempotency-key-reused", (await _once.RunAsync(Key("a", "k", 2), MakeAsync, default)).Problem?.Name);
        await _once.RunAsync(Key("b", "k", 2), MakeAsync, default);
        await _once.RunAsync(Key("a", "k", 2) with { Route = "other" }, MakeAsync, default);
        await _once.RunAsync(Key("a", null, 1), MakeAsync, default);
        await _once.RunAsync(Key("a", null, 1), MakeAsync, default);
        Assert.Equal(5, _made.Count);
    }

    [Fact]
    public async Task While_the_first_runs_a_repeat_is_told_so_and_takes_over_when_it_is_taken_for_dead()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => _once.RunAsync(
            Key("a", "k", 1), id => { _made.Add(id); return Task.FromException<Outcome<string>>(new OperationCanceledException()); }, default));
        Assert.Equal("idempotency-key-running", (await _once.RunAsync(Key("a", "k", 1), MakeAsync, default)).Problem?.Name);
        _time.Pass(CreateOnce.Lease);
        Assert.Equal(Assert.Single(_made), (await _once.RunAsync(Key("a", "k", 1), MakeAsync, default)).Value);
        Assert.Single(_made);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered_and_after_a_day_nothing_is()
    {
        var full = new Problem("full", "Full.");
        Assert.Same(full, (await _once.RunAsync<string>(Key("a", "k", 1), _ => Task.FromResult<Outcome<string>>(full), default)).Problem);
        var first = (await _once.RunAsync(Key("a", "k", 1), MakeAsync, default)).Value;
        _time.Pass(IdempotencyKey.Memory);
        Assert.NotEqual(first, (await _once.RunAsync(Key("a", "k", 9), MakeAsync, default)).Value);
    }

    [Fact]
    public async Task Of_many_at_once_one_makes_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => _once.RunAsync(Key("a", "k", 1), MakeAsync, default))));
        Assert.Single(answers.Where(answer => answer.IsOk).Select(answer => answer.Value).Distinct());
        Assert.All(answers.Where(answer => !answer.IsOk), answer => Assert.Equal("idempotency-key-running", answer.Problem!.Name));
        Assert.Single(_made);
    }

    private static OnceKey Key(string scope, string? key, int body) => new(scope, "route", key, new { body });

    private Task<Outcome<string>> MakeAsync(string id)
    {
        lock (_made)
            _made.Add(id);
        return Task.FromResult<Outcome<string>>(id);
    }
}
