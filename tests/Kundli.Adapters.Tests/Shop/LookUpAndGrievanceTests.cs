using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Checkout;
using Kundli.Features.Due;
using Kundli.Features.Grievances;
using Kundli.Features.Idempotency;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

public sealed class LookUpAndGrievanceTests
{
    [Fact]
    public async Task A_guest_finds_an_order_by_number_and_phone_however_they_are_written_and_by_nothing_else()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var request = await process.FillAsync(new PaymentChoice(PaymentMethod.Cod), ("A-1", 1)) with { Phone = "+91 98765-43210" };
        var order = (await process.Place.RunAsync(Caller.Guest, "key", request, default)).Value;
        var lookUp = new LookUpOrder(new OrderNumberStore(process.Documents), process.Orders);
        async Task<string?> Find(string number, string phone) => (await lookUp.RunAsync(new LookUpOrderRequest(number, phone), default)) is { IsOk: true } found ? found.Value.OrderId : null;

        Assert.Equal(order.OrderId, await Find(order.OrderNumber, "9876543210"));
        Assert.Equal(order.OrderId, await Find(order.OrderNumber.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant(), "+919876543210"));
        Assert.Null(await Find(order.OrderNumber, "9876543211"));
        Assert.Null(await Find("K22222-22222", "9876543210"));
    }

    [Fact]
    public async Task A_wrong_number_costs_the_same_reads_as_a_wrong_phone()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var order = (await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Cod), ("A-1", 1)) with { Phone = "+919876543210" }, default)).Value;
        var lookUp = new LookUpOrder(new OrderNumberStore(process.Documents), process.Orders);
        async Task<int> Calls(string number)
        {
            var before = world.Store.Calls;
            await lookUp.RunAsync(new LookUpOrderRequest(number, "9000000000"), default);
            return world.Store.Calls - before;
        }
        Assert.Equal(await Calls(order.OrderNumber), await Calls("K22222-22222"));
    }

    [Fact]
    public async Task A_members_complaints_are_exported_and_erased_and_a_guests_stay()
    {
        var office = new Office();
        var member = new Caller("member-1", new HashSet<string>(StringComparer.Ordinal) { "customer" });
        var mine = (await office.File.RunAsync(member, NoKey, new FileGrievanceRequest("Asha", "asha@example.com", "Broken pot", "In pieces."), default)).Value;
        var guests = (await office.File.RunAsync(Caller.Guest, NoKey, new FileGrievanceRequest("Ravi", "ravi@example.com", "Late", "Still not here."), default)).Value;
        var exported = new List<object>();
        await foreach (var record in office.Records.ExportAsync("member-1", default))
            exported.Add(record);
        Assert.Contains("In pieces.", Assert.Single(exported).ToString(), StringComparison.Ordinal);

        Assert.Null((await office.Records.EraseAsync("member-1", default)).Again);
        Assert.Equal("not-found", (await office.File.ReadAsync(mine.Ticket, default)).Problem?.Name);
        Assert.Equal(guests.Ticket, Assert.Single((await office.Answer.OpenAsync(20, null, default)).Value.Items).View.Ticket);
        Assert.DoesNotContain(office.World.Store.All, kept => System.Text.Encoding.UTF8.GetString(kept.Document.Body.Span).Contains(mine.Ticket, StringComparison.Ordinal) && kept.Partition.Container != "due");
    }

    [Fact]
    public async Task A_complaint_is_acknowledged_within_48_hours_even_if_nobody_does_and_the_officer_is_called_before_the_month_is_over()
    {
        var office = new Office();
        var filed = (await office.File.RunAsync(Caller.Guest, NoKey, new FileGrievanceRequest("Asha", "asha@example.com", "Broken pot", "It came in pieces."), default)).Value;
        Assert.Equal((filed.ReceivedAt.AddHours(48), filed.ReceivedAt.AddMonths(1)), (filed.AcknowledgeBy, filed.ResolveBy));
        await office.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([$"{filed.Ticket}-grievance-Received"], office.World.Mails.Sent);
        await office.PassAsync(TimeSpan.FromHours(47));
        Assert.Equal(GrievanceState.Acknowledged, (await office.File.ReadAsync(filed.Ticket, default)).Value.State);
        await office.PassAsync(TimeSpan.FromDays(28));
        Assert.Contains($"{filed.Ticket}-grievance-call", office.World.Mails.Sent);

        var resolved = await office.Answer.RunAsync(filed.Ticket, new AnswerGrievanceRequest(GrievanceState.Resolved, "A new pot is on its way."), default);
        await office.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([GrievanceState.Received, GrievanceState.Acknowledged, GrievanceState.Resolved], resolved.Value.History.Select(step => step.State));
        Assert.Contains($"{filed.Ticket}-grievance-Resolved", office.World.Mails.Sent);
        Assert.Empty((await office.Answer.OpenAsync(20, null, default)).Value.Items);
        Assert.Equal("grievance-state-conflict", (await office.Answer.RunAsync(filed.Ticket, new AnswerGrievanceRequest(GrievanceState.Acknowledged, "again"), default)).Problem?.Name);
        Assert.Equal(4, office.World.Mails.Sent.Count);
    }

    [Fact]
    public async Task A_death_at_any_step_of_filing_or_answering_leaves_a_complaint_that_was_answered_listed_and_told_of()
    {
        for (var step = 1; step <= 20; step++)
        {
            var office = new Office();
            office.World.Killer.Arm(step);
            string? ticket = null;
            try
            {
                ticket = (await office.File.RunAsync(Caller.Guest, NoKey, new FileGrievanceRequest("Asha", "asha@example.com", "Broken pot", "Pieces."), default)).Value.Ticket;
                await office.Answer.RunAsync(ticket, new AnswerGrievanceRequest(GrievanceState.Acknowledged, "Seen."), default);
            }
            catch (KilledException)
            {
            }
            office.World.Killer.Disarm();
            await office.PassAsync(TimeSpan.FromMinutes(1));
            if (ticket is null)
                continue;
            Assert.Equal(ticket, Assert.Single((await office.Answer.OpenAsync(20, null, default)).Value.Items).View.Ticket);
            Assert.Equal((await office.File.ReadAsync(ticket, default)).Value.History.Count, office.World.Mails.Sent.Count);
        }
    }

    private static readonly OnceKey NoKey = new("test", "grievances", null, null);

    private sealed class Office
    {
        public Office()
        {
            var process = World.Start();
            var store = new GrievanceStore(process.Documents);
            Records = new GrievanceRecords(store);
            File = new FileGrievance(store, process.Due, new CreateOnce(new OnceRecordStore(process.Documents), World.Time), World.Time);
            Answer = new AnswerGrievance(store, process.Due, World.Time);
            _redrive = new RedriveDue(process.Due, [new WatchGrievances(store, new KillableMailer(World.Mails, World.Killer), new ShopPolicy(), World.Time)], World.Time, NullLogger<RedriveDue>.Instance);
        }

        private readonly RedriveDue _redrive;

        public ShopWorld World { get; } = new();

        public GrievanceRecords Records { get; }

        public FileGrievance File { get; }

        public AnswerGrievance Answer { get; }

        public async Task PassAsync(TimeSpan time)
        {
            World.Time.Advance(time);
            await _redrive.RunAsync(default);
            await _redrive.RunAsync(default);
        }
    }
}
