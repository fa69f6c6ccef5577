using FluentValidation;
using Kundli.Features.Pricing;

namespace Kundli.Features.Orders;

/// <summary>What a guest knows of an order.</summary>
/// <param name="Number">The number that the confirmation names.</param>
/// <param name="Phone">The phone that the order was placed with.</param>
public sealed record LookUpOrderRequest(string Number, string Phone);

/// <summary>What can be looked up at all.</summary>
public sealed class LookUpOrderRules : AbstractValidator<LookUpOrderRequest>
{
    /// <summary>Declares the rules.</summary>
    public LookUpOrderRules()
    {
        RuleFor(request => request.Number).Must(number => number.Length is > 0 and <= 40).WithMessage("is the number of an order, as K2345A-BC678.");
        RuleFor(request => request.Phone).Must(AddressRules.IsPhone).WithMessage("must be a phone number of 10 to 15 digits, with or without +.");
    }
}

/// <summary>
/// Finds a guest's order by its number and phone. Neither stands in an address, and a wrong number is told from a wrong phone by nothing: not by the answer and not by
/// what is read.
/// </summary>
public sealed class LookUpOrder(IOrderNumbers numbers, IOrderStore orders)
{
    private const string Nowhere = "00000000000000000000000000000000";
    private const int DigitsCompared = 10;

    /// <summary>The order, or <c>not-found</c>.</summary>
    public async Task<Outcome<OrderView>> RunAsync(LookUpOrderRequest request, CancellationToken cancellation)
    {
        var number = new string([.. request.Number.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        var orderId = await numbers.FindAsync(number, cancellation);
        var read = await orders.ReadAsync(orderId ?? Nowhere, cancellation);
        return read is { Order: { State: not OrderState.Placing } order } && IsSame(order.Summary.Phone ?? order.Summary.DeliveryAddress?.Phone, request.Phone) ? OrderView.Of(order) : Problem.NotFound();
    }

    /// <summary>By the last ten digits: people write the country's code or leave it out.</summary>
    private static bool IsSame(string? known, string given)
    {
        if (known is null)
            return false;
        var (one, two) = (Digits(known), Digits(given));
        return one.Length == DigitsCompared && one == two;
    }

    private static string Digits(string phone)
    {
        var digits = new string([.. phone.Where(char.IsAsciiDigit)]);
        return digits.Length >= DigitsCompared ? digits[^DigitsCompared..] : "";
    }
}

/// <summary>Leads from the number of an order to its id.</summary>
public interface IOrderNumbers
{
    /// <summary>The id of the order of a number (letters and digits alone), or null.</summary>
    Task<string?> FindAsync(string number, CancellationToken cancellation);
}
