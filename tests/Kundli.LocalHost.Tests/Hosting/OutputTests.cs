using System.Net;

using Xunit;

namespace Kundli.LocalHost.Tests.Hosting;

public sealed class OutputTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task Outputs_are_written_after_the_result_has_been_executed()
    {
        using var answer = await host.Http.PostAsync("api/sent", new StringContent("late"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("late", await answer.Content.ReadAsStringAsync());
        await host.Journal.AtLeastAsync(1, "parcel:late");
        var order = host.Journal.Entries.Select(entry => entry.Text).ToList();
        Assert.InRange(order.IndexOf("result:late"), 0, order.FindIndex(text => text.StartsWith("parcel:late", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_value_is_one_message_and_a_list_several()
    {
        using var answer = await host.Http.PostAsync("api/sent", new StringContent("several"));

        await host.Journal.AtLeastAsync(1, "parcel:several:250:1:True");
        await host.Journal.AtLeastAsync(1, "letter:several-1:1");
        await host.Journal.AtLeastAsync(1, "letter:several-2:1");
    }

    [Fact]
    public async Task Null_sends_nothing()
    {
        using var answer = await host.Http.PostAsync("api/sent", new StringContent(""));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await (await host.QueueAsync("relay")).SendMessageAsync("nothing");
        await (await host.QueueAsync("relay")).SendMessageAsync("one two");

        await host.Journal.AtLeastAsync(2, "relayed:");

        Assert.Equal(["relayed:one", "relayed:two"], host.Journal.Of("relayed:").Select(entry => entry.Text).Order(StringComparer.Ordinal));
        Assert.Equal(0, host.Journal.Count("parcel::"));
    }

    [Fact]
    public async Task A_result_that_can_not_be_executed_sends_nothing()
    {
        using var answer = await host.Http.PostAsync("api/broken", null);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);

        using var next = await host.Http.PostAsync("api/sent", new StringContent("after-broken"));
        await host.Journal.AtLeastAsync(1, "parcel:after-broken");

        Assert.Equal(0, host.Journal.Count("parcel:broken"));
    }
}
