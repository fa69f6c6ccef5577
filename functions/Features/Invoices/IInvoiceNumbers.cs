namespace Kundli.Features.Invoices;

/// <summary>A series of consecutive numbers.</summary>
public enum InvoiceSeries
{
    /// <summary>Invoices and bills of supply.</summary>
    Invoice,

    /// <summary>Credit notes.</summary>
    CreditNote,
}

/// <summary>Numbers without a gap and without a double within a financial year (CGST Rules 2017, rule 46(b): at most 16 characters).</summary>
public interface IInvoiceNumbers
{
    /// <summary>The number of an order's document: issued at the first call, the same at every later one.</summary>
    /// <param name="series">Which series.</param>
    /// <param name="financialYear">As <c>26-27</c>.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<string> IssueAsync(InvoiceSeries series, string financialYear, string orderId, CancellationToken cancellation);
}
