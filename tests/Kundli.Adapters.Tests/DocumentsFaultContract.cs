using CsCheck;

using Kundli.Adapters.Documents;

using Xunit;

namespace Kundli.Adapters.Tests;

/// <summary>What the document port promises of a store that throttles, fails, loses answers or reads from behind.</summary>
public abstract class DocumentsFaultContract : DocumentsContract
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_creation_whose_answer_is_lost_is_done_once(int losses)
    {
        Faults.Order(Fault.AnswerLost, losses);
        var written = await Documents.CreateAsync(Here, Text("cart", "once"), default);

        Assert.True(written.IsDone);
        Assert.Equal((await Documents.ReadAsync(Here, "cart", default))!.ETag, written.ETag);
        Assert.NotEqual(0, Faults.Happened);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_replacement_whose_answer_is_lost_is_done_once(int losses)
    {
        var first = await Documents.CreateAsync(Here, Text("cart", "one"), default);
        Faults.Order(Fault.AnswerLost, losses);
        var second = await Documents.ReplaceAsync(Here, Text("cart", "two"), first.ETag!, default);

        Assert.True(second.IsDone);
        Faults.Stop();
        Assert.True((await Documents.ReplaceAsync(Here, Text("cart", "three"), second.ETag!, default)).IsDone);
    }

    [Fact]
    public async Task A_deletion_whose_answer_is_lost_is_done()
    {
        var first = await Documents.CreateAsync(Here, Text("cart", "one"), default);
        Faults.Order(Fault.AnswerLost);

        Assert.True((await Documents.DeleteAsync(Here, "cart", first.ETag!, default)).IsDone);
        Assert.Null(await Documents.ReadAsync(Here, "cart", default));
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_is_done_once()
    {
        var level = await Documents.CreateAsync(Here, Text("level", "5"), default);
        Faults.Order(Fault.AnswerLost, times: 2);

        Assert.True((await Documents.BatchAsync(Here, [new DocumentWrite.Replace(Text("level", "4"), level.ETag!), new DocumentWrite.Create(Text("hold", "1"))], default)).IsDone);
        Assert.Equal(["hold:1", "level:4"], await AllAsync());
    }

    [Fact]
    public async Task A_refusal_stays_a_refusal_when_faults_surround_it()
    {
        await Documents.CreateAsync(Here, Text("cart", "theirs"), default);
        Faults.Order(Fault.Unavailable);
        Faults.Order(Fault.Throttled);

        Assert.False((await Documents.CreateAsync(Here, Text("cart", "ours"), default)).IsDone);
        Assert.Equal(["cart:theirs"], await AllAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_throttled_or_unavailable_store_is_asked_again(int kind)
    {
        Faults.Order(kind == 0 ? Fault.Throttled : Fault.Unavailable, times: 2);

        Assert.True((await Documents.CreateAsync(Here, Text("cart", "x"), default)).IsDone);
        Assert.Equal(2, Faults.Happened);
    }

    [Fact]
    public async Task A_store_that_stays_away_is_said_to_be_away_and_the_same_write_may_be_tried_later()
    {
        var document = Text("cart", "x");
        Faults.Order(Fault.Unavailable, times: 1000);
        await Assert.ThrowsAsync<DocumentsUnavailableException>(() => Documents.CreateAsync(Here, document, default));
        Faults.Stop();

        Assert.True((await Documents.CreateAsync(Here, document, default)).IsDone);
        Assert.Equal(["cart:x"], await AllAsync());
    }

    [Fact]
    public async Task Reads_from_behind_do_not_turn_a_write_that_happened_into_a_refusal()
    {
        Faults.Order(Fault.AnswerLost);
        ReadStale(2);
        var created = await Documents.CreateAsync(Here, Text("cart", "one"), default);
        Assert.True(created.IsDone);

        Faults.Order(Fault.AnswerLost);
        ReadStale(2);
        var replaced = await Documents.ReplaceAsync(Here, Text("cart", "two"), created.ETag!, default);
        Assert.True(replaced.IsDone);

        Faults.Order(Fault.AnswerLost);
        ReadStale(2);
        Assert.True((await Documents.BatchAsync(Here, [new DocumentWrite.Replace(Text("cart", "three"), replaced.ETag!), new DocumentWrite.Create(Text("hold", "1"))], default)).IsDone);
        ReadStale(0);
        Assert.Equal(["cart:three", "hold:1"], await AllAsync());
    }

    [Fact]
    public async Task No_write_is_lost_or_doubled_under_contention_with_a_fault_in_every_tenth()
    {
        const int Writers = 6, Each = 8;
        await Documents.CreateAsync(Here, Text("level", "0"), default);
        Faults.Always(0.1, seed: 20261123);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; i < Each; i++)
                await MoveAsync($"move|{writer}-{i}");
        }));

        Faults.Stop();
        var all = await AllAsync();
        Assert.Equal($"level:{Writers * Each}", all[0]);
        Assert.Equal(Writers * Each, all.Length - 1);
    }

    [Fact]
    public Task Any_sequence_of_calls_under_faults_leaves_what_a_dictionary_would_hold() =>
        Gen.Int[0, 1_000_000].Array[4, 24].SampleAsync(async calls =>
        {
            var model = new DocumentsModel(Documents, Clock, Here with { Key = Guid.NewGuid().ToString("N") });
            await model.BeginAsync();
            Faults.Always(0.1, seed: calls.Length == 0 ? 0 : calls[0]);
            foreach (var call in calls)
                await model.CallAsync(call);
            Faults.Stop();
            await model.CheckAllAsync();
        }, iter: Samples, threads: 1);

    /// <summary>How many random sequences are worth their time on this store.</summary>
    private protected abstract int Samples { get; }

    private async Task MoveAsync(string id)
    {
        var move = Text(id, "1");
        for (var tries = 0; tries < 500; tries++)
        {
            var level = (await Documents.ReadAsync(Here, "level", default))!;
            try
            {
                if ((await Documents.BatchAsync(Here, [new DocumentWrite.Replace(Text("level", $"{int.Parse(Of(level)) + 1}"), level.ETag), new DocumentWrite.Create(move)], default)).IsDone)
                    return;
            }
            catch (DocumentsUnavailableException)
            {
                // Not known whether it happened: the same move again is judged by its own document.
            }
        }
        Assert.Fail($"{id} found no turn.");
    }
}
