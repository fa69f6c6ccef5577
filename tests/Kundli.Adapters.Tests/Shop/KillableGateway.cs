using System.Text;
using Kundli.Adapters.Payments;
using Kundli.Features;
using Kundli.Features.Payments;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>The sandbox with books, that may die before and after each call.</summary>
internal sealed class KillableGateway(BookkeepingGateway books, Killer killer) : IPaymentGateway
{
    public static readonly byte[] Secret = Encoding.UTF8.GetBytes("secret of the tests");
    public static readonly byte[] OldSecret = Encoding.UTF8.GetBytes("secret before rotation");

    private readonly SandboxGateway _sandbox = new(Secret, OldSecret);

    public string Provider => _sandbox.Provider;

    public async Task<GatewayPayment> PayAsync(PaymentRequest request, CancellationToken cancellation)
    {
        killer.Step();
        var answer = await _sandbox.PayAsync(request, cancellation);
        if (answer.Answer == PaymentAnswer.Captured)
            books.Capture(answer.Reference, request.OrderId, request.Amount.Amount);
        killer.Step();
        return answer;
    }

    public Task<GatewayPayment?> FindAsync(string key, string? reference, CancellationToken cancellation)
    {
        killer.Step();
        // A real gateway finds by key what it has captured, whether or not its answer arrived.
        foreach (var token in new[] { "tok_ok", "upi_ok", "tok_late", "tok_3ds", "upi_pending" })
            if (books.Has($"sbx_{token}_{key}"))
                return Task.FromResult<GatewayPayment?>(new GatewayPayment(PaymentAnswer.Captured, $"sbx_{token}_{key}"));
        return Task.FromResult<GatewayPayment?>(null);
    }

    public Task<string> RefundAsync(string reference, Money amount, string key, CancellationToken cancellation)
    {
        killer.Step();
        books.Refund(key, reference, amount.Amount);
        killer.Step();
        return Task.FromResult(key);
    }

    public GatewayEvent? ReadEvent(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now) => _sandbox.ReadEvent(body, headers, now);
}
