using Xunit;
using Xunit.Abstractions;

namespace Kundli.EndToEnd.Tests;

public sealed class KillTests(KillRun run, ITestOutputHelper output) : IClassFixture<KillRun>
{
    [Fact]
    public void Every_accepted_order_is_fulfilled_exactly_once()
    {
        Assert.True(run.Orders.Count >= run.Kills * 3 / 4, $"Only {run.Orders.Count} orders were accepted in {run.Kills} kills.");
        Assert.All(run.Orders, order =>
        {
            Assert.Equal("shipped", (string)order["status"]!);
            Assert.Equal(["confirmed", "packed", "shipped"], order["history"]!.AsArray().Select(entry => (string)entry!["state"]!).Where(state => state is not ("placing" or "awaitingPayment")));
            Assert.Single(order["tracking"]!.AsArray());
        });
        Assert.Distinct(run.Orders.Select(order => (string)order["orderNumber"]!));
        Assert.Distinct(run.Orders.Select(order => (string)order["tracking"]![0]!["number"]!));
    }

    [Fact]
    public void Every_accepted_photo_is_analysed()
    {
        Assert.True(run.Identifications.Count >= run.Kills * 3 / 4, $"Only {run.Identifications.Count} photos were accepted in {run.Kills} kills.");
        Assert.All(run.Identifications, identification => Assert.Equal("succeeded", (string)identification["status"]!));
    }

    [Fact]
    public void A_host_that_died_between_the_answer_and_the_message_is_among_them()
    {
        output.WriteLine($"{run.Kills} kills: {run.Orders.Count} orders and {run.Identifications.Count} photos were accepted, {run.DiedBeforeSending} answers had no message.");
        Assert.True(run.DiedBeforeSending >= 2 * (run.Kills / 4), $"{run.DiedBeforeSending} answers had no message.");
    }
}
