using System.Text;
using Kundli.Adapters.Payments;
using Kundli.Features;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>
/// F14: the whole shop walked at random beside a model of one order that knows nothing of it but the rules: what each step may do, where it leads, what money and goods are where
/// afterwards. Processes come and go between the steps. <c>KUNDLI_FAULT_ROUNDS</c> multiplies the walks.
/// </summary>
public sealed class OrderModelTests
{
    private const int Walks = 250;
    private const int Steps = 14;
    private const int Stock = 10;
    private const string Conflict = "order-state-conflict";

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_FAULT_ROUNDS"), out var rounds) ? rounds : 1;

    [Fact]
    public async Task F14_the_shop_does_what_the_model_of_an_order_says_whatever_comes_next()
    {
        var reached = new HashSet<OrderState>();
        for (var seed = 0; seed < Walks * Rounds; seed++)
        {
            var walk = await Walk.StartAsync(seed);
            for (var step = 0; step < Steps; step++)
            {
                await walk.StepAsync();
                reached.Add(walk.State);
            }
            await walk.EndAsync();
        }
        Assert.Equal(
            [OrderState.AwaitingPayment, OrderState.Confirmed, OrderState.Shipped, OrderState.Delivered, OrderState.Cancelled, OrderState.ReturnRequested, OrderState.Refunded],
            reached.Order());
    }

    private sealed class Walk
    {
        private readonly Random _random;
        private readonly ShopWorld _world = new();
        private readonly List<string> _told = [];
        private readonly int _quantity;

        private string _id = "";
        private string _reference = "";
        private bool _cash;
        private bool _canComeLate;
        private long _due;
        private DateTimeOffset _placedAt;

        // The model.
        private long _captured;
        private long _returned;
        private bool _delivered;
        private DateTimeOffset _deliveredAt;

        private Walk(int seed)
        {
            _random = new Random(seed);
            _quantity = 1 + _random.Next(3);
            _told.Add($"walk {seed}");
        }

        public OrderState State { get; private set; }

        public static async Task<Walk> StartAsync(int seed)
        {
            var walk = new Walk(seed);
            await walk._world.SeedAsync(("A-1", Stock));
            PaymentChoice payment = walk._random.Next(3) switch { 0 => new(PaymentMethod.Cod), 1 => new(PaymentMethod.Card, "tok_ok"), _ => new(PaymentMethod.Upi, "tok_late") };
            var process = walk._world.Start();
            var placed = (await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(payment, ("A-1", walk._quantity)), default)).Value;
            var order = walk.Stored(placed.OrderId);
            (walk._id, walk._due, walk._cash, walk._canComeLate) = (placed.OrderId, order.Summary.Totals.Due.Amount, payment.Method == PaymentMethod.Cod, payment.Method == PaymentMethod.Upi);
            walk._placedAt = walk._world.Time.GetUtcNow();
            walk._reference = $"sbx_tok_late_{placed.OrderId}-{PlaceOrder.HashOf("key")[..12]}";
            (walk.State, walk._captured) = walk._canComeLate ? (OrderState.AwaitingPayment, 0) : (OrderState.Confirmed, walk._cash ? 0 : walk._due);
            walk.Compare("place");
            return walk;
        }

        public async Task StepAsync()
        {
            switch (_random.Next(10))
            {
                case 0: await SettleAsync(); break;
                case 1: await DriveAsync(); break;
                case 2: await CancelAsync(); break;
                case 3: await CaptureAsync(); break;
                case 4 or 5: await DeliverAsync(); break;
                case 6: await ReturnAsync(); break;
                case 7: await RefundAsync(all: true); break;
                case 8: await RefundAsync(all: false); break;
                default: await LateAsync(); break;
            }
        }

        /// <summary>In the end nothing is under way: goods, money and numbers are where the model has them.</summary>
        public async Task EndAsync()
        {
            await SettleAsync();
            var sold = State is OrderState.Shipped or OrderState.Delivered or OrderState.ReturnRequested ? _quantity : 0;
            var level = _world.Level("A-1");
            Assert.True((level.Available, level.Held, level.Sold) == (Stock - sold, 0, sold), $"{Told()}: {level}");
            Assert.True(_world.Gateway.NetOf(_id) == (_cash ? 0 : _captured - _returned), $"{Told()}: {_world.Gateway.NetOf(_id)} at the gateway, {_captured} - {_returned} in the model");
            Assert.True(Stored(_id).InvoiceNumber is not null == (_delivered || State is OrderState.Shipped), Told());
        }

        private async Task SettleAsync()
        {
            await _world.Start().QuietAsync();
            State = State switch { OrderState.AwaitingPayment => OrderState.Cancelled, OrderState.Confirmed => OrderState.Shipped, _ => State };
            Compare("settle");
        }

        private async Task DriveAsync()
        {
            await _world.Start().Drive.RunAsync(_id, default);
            State = State switch
            {
                OrderState.AwaitingPayment when _world.Time.GetUtcNow() >= _placedAt + new ShopPolicy().PaymentWindow => OrderState.Cancelled,
                OrderState.Confirmed => OrderState.Shipped,
                _ => State,
            };
            Compare("drive");
        }

        private async Task CancelAsync()
        {
            var may = State is OrderState.AwaitingPayment or OrderState.Confirmed || IsOver;
            Expect("cancel", await _world.Start().Cancel.RunAsync(Caller.Guest, _id, new OrderReason(), default), may ? null : Conflict);
            if (State is OrderState.AwaitingPayment or OrderState.Confirmed)
                (State, _returned) = (OrderState.Cancelled, _captured);
            Compare("cancel");
        }

        // The same payment told by one event or by several.
        private async Task CaptureAsync()
        {
            if (!_canComeLate)
                return;
            _world.Gateway.Capture(_reference, _id, _due);
            var (body, headers) = SandboxGateway.Send($"evt{_random.Next(2)}", "payment.captured", _id, _reference, Money.Paise(_due), _world.Time.GetUtcNow(), KillableGateway.Secret);
            Expect("capture", await _world.Start().Webhook.RunAsync("sandbox", body, headers, default), null);
            if (_captured == 0)
                (State, _captured, _returned) = State == OrderState.AwaitingPayment ? (OrderState.Confirmed, _due, 0) : (State, _due, _due);
            Compare("capture");
        }

        private async Task DeliverAsync()
        {
            var body = Encoding.UTF8.GetBytes($$"""{"orderId":"{{_id}}","state":"delivered"}""");
            var heard = await _world.Start().Parcel.RunAsync("van", body, StandardWebhook.Sign($"van{_random.Next(1000)}", body, _world.Time.GetUtcNow(), KillableGateway.Secret), default);
            if (State == OrderState.Shipped)
                (State, _delivered, _deliveredAt) = (OrderState.Delivered, true, _world.Time.GetUtcNow());
            Assert.True(heard.IsOk || heard.Problem.Name == Conflict, $"{Told()}: {heard.Problem?.Name}");
            Compare("deliver");
        }

        // Asked for twice is asked for once.
        private async Task ReturnAsync()
        {
            var late = _world.Time.GetUtcNow() > _deliveredAt + TimeSpan.FromDays(new ShopPolicy().ReturnDays);
            Expect("return", await _world.Start().Return.RunAsync(Caller.Guest, _id, new OrderReason(), default), State == OrderState.ReturnRequested ? null : State != OrderState.Delivered ? Conflict : late ? "return-period-over" : null);
            if (State == OrderState.Delivered && !late)
                State = OrderState.ReturnRequested;
            Compare("return");
        }

        private async Task RefundAsync(bool all)
        {
            var paid = _cash ? (_delivered ? _due : 0) : _captured;
            var amount = all ? paid - _returned : Math.Min(100, _due);
            var problem = paid == 0 || State == OrderState.AwaitingPayment ? Conflict
                : amount <= 0 || amount > paid - _returned ? "refund-too-large"
                : all && State != OrderState.ReturnRequested ? Conflict : null;
            var told = await _world.Start().Refund.RunAsync(_id, $"refund{_random.Next(int.MaxValue)}", new RefundRequest(all ? null : 100, "model", GoodsCameBack: all), default);
            Expect(all ? "refund all" : "refund 1 rupee", told, problem);
            if (problem is null)
                (State, _returned) = (all ? OrderState.Refunded : State, _returned + amount);
            Compare("refund");
        }

        private Task LateAsync()
        {
            _world.Time.Advance(TimeSpan.FromDays(3));
            _told.Add("three days");
            return Task.CompletedTask;
        }

        private bool IsOver => State is OrderState.Cancelled or OrderState.Refunded;

        private Order Stored(string id) => _world.Orders().Single(order => order.Id == id);

        private void Expect<T>(string step, Outcome<T> outcome, string? problem)
        {
            _told.Add($"{step} in {State}");
            Assert.True(outcome.Problem?.Name == problem, $"{Told()}: {outcome.Problem?.Name ?? "done"} instead of {problem ?? "done"}");
        }

        // An order that is over is refunded once its money is on its way back; which of the two it is hangs on whether there was any, and on how far that is.
        private void Compare(string step)
        {
            _told.Add($"{step}: {State}");
            var actual = Stored(_id).State;
            Assert.True(actual == State || (IsOver && actual is OrderState.Cancelled or OrderState.Refunded), $"{Told()}: the order is {actual}");
        }

        private string Told() => string.Join(" → ", _told);
    }
}
