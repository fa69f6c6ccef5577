using Kundli.Features.Invoices;

namespace Kundli.Adapters.Documents;

/// <summary>
/// Consecutive numbers: <c>invoices / {series}-{year} / counter</c>, <c>by|{orderId}</c>, <c>n|{number}</c> in one batch, so that no number is skipped and none is
/// given twice, whoever dies when.
/// </summary>
public sealed class InvoiceNumberStore(IDocuments documents, TimeProvider time) : IInvoiceNumbers
{
    private const string CounterId = "counter";
    private const int ConflictsMax = 200;
    private const int PauseMillisecondsMax = 50;
    private readonly SemaphoreSlim _lane = new(1, 1);

    /// <inheritdoc/>
    public async Task<string> IssueAsync(InvoiceSeries series, string financialYear, string orderId, CancellationToken cancellation)
    {
        var prefix = series == InvoiceSeries.Invoice ? "INV" : "CRN";
        var partition = new Partition(Containers.Invoices, $"{prefix}-{financialYear}");
        await _lane.WaitAsync(cancellation);
        try
        {
            for (var attempt = 0; attempt < ConflictsMax; attempt++)
            {
                if (await documents.ReadAsync<Issued>(partition, $"by|{orderId}", cancellation) is { } issued)
                    return issued.Value.Number;
                var counter = await documents.ReadAsync<Counter>(partition, CounterId, cancellation);
                var next = (counter?.Value.Last ?? 0) + 1;
                // Rule 46(b): at most 16 characters; KU26-27/000001 has 14.
                var number = $"{(series == InvoiceSeries.Invoice ? "KU" : "KC")}{financialYear}/{next:D6}";
                DocumentWrite[] writes =
                [
                    TypedDocuments.Write(TypedDocuments.Document(CounterId, new Counter(next)), counter?.ETag),
                    new DocumentWrite.Create(TypedDocuments.Document($"by|{orderId}", new Issued(number, orderId))),
                    new DocumentWrite.Create(TypedDocuments.Document($"n|{next:D6}", new Issued(number, orderId))),
                ];
                if ((await documents.BatchAsync(partition, writes, cancellation)).IsDone)
                    return number;
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(1 << Math.Min(attempt, 10), PauseMillisecondsMax)), time, cancellation);
            }
            throw new TimeoutException($"The series {partition.Key} was busy for {ConflictsMax} attempts.");
        }
        finally
        {
            _lane.Release();
        }
    }

    private sealed record Counter(int Last)
    {
        public int Schema { get; init; } = 1;
    }

    private sealed record Issued(string Number, string OrderId)
    {
        public int Schema { get; init; } = 1;
    }
}
