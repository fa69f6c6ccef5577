using Kundli.Adapters.Documents;
using Kundli.Adapters.Mail;
using Kundli.Testing;
using Xunit;

namespace Kundli.Adapters.Tests.Mail;

/// <summary>Short messages by HTTP, against a gateway on 127.0.0.1.</summary>
public sealed class SmsGatewayTests : IAsyncLifetime
{
    private const string Number = "+919812345678";

    private readonly TestClock _clock = new();
    private readonly HttpClient _http = new();
    private readonly HttpDouble _double;
    private int _status = 201;

    public SmsGatewayTests() => _double = new HttpDouble(_ => (_status, null));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _double.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_posted_as_a_form_in_the_accounts_name()
    {
        Assert.True(await Gateway().SendAsync(Number, "Your Kundli code: 123456.", default));
        var asked = Assert.Single(_double.Requests);
        Assert.Equal("/2010-04-01/Accounts/AC1/Messages.json", asked.Path);
        Assert.Equal((Number, "KUNDLI", "Your Kundli code: 123456."), (asked.Form["To"], asked.Form["From"], asked.Form["Body"]));
        Assert.Equal("Basic QUMxOnNlY3JldA==", asked.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_number_outside_the_served_countries_costs_nothing()
    {
        Assert.False(await Gateway().SendAsync("+8821612345678", "code", default));
        Assert.Empty(_double.Requests);
    }

    [Fact]
    public async Task A_days_messages_are_counted_over_all_processes()
    {
        var documents = new JudgedDocuments(new MemoryDocumentStore(), _clock);
        var (one, other) = (Gateway(documents, perDay: 3), Gateway(documents, perDay: 3));
        var sent = new List<bool>();
        for (var call = 0; call < 5; call++)
            sent.Add(await (call % 2 == 0 ? one : other).SendAsync(Number, "code", default));
        Assert.Equal<bool>([true, true, true, false, false], sent);
        Assert.Equal(3, _double.Requests.Count);
        _clock.Pass(TimeSpan.FromDays(1));
        Assert.True(await other.SendAsync(Number, "6", default));
    }

    [Theory]
    [InlineData(503, 2)]
    [InlineData(429, 2)]
    [InlineData(500, 1)]
    [InlineData(400, 1)]
    [InlineData(302, 1)]
    public async Task Only_what_surely_was_not_sent_is_tried_once_more(int status, int calls)
    {
        _status = status;
        Assert.False(await Gateway().SendAsync(Number, "code", default));
        Assert.Equal(calls, _double.Requests.Count);
    }

    [Fact]
    public async Task A_gateway_that_keeps_failing_is_left_alone_for_a_while()
    {
        _status = 500;
        var gateway = Gateway();
        for (var call = 0; call < 12; call++)
            Assert.False(await gateway.SendAsync(Number, "code", default));
        Assert.Equal(6, _double.Requests.Count);
    }

    private SmsGateway Gateway(JudgedDocuments? documents = null, int perDay = 100) => new(
        _http, new SmsOptions { Address = _double.Address, Account = "AC1", Key = "secret", Sender = "KUNDLI" },
        new DailyBudget(documents ?? new JudgedDocuments(new MemoryDocumentStore(), _clock), "sms", perDay, _clock), _clock);
}
