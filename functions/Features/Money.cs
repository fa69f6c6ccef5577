using System.Numerics;

namespace Kundli.Features;

/// <summary>
/// An exact amount of money in integer minor units (paise for INR). There is no floating point anywhere near it; amounts of two currencies
/// never meet.
/// </summary>
/// <param name="Amount">Minor units; negative for a refund or a correction.</param>
/// <param name="Currency">ISO 4217 code, upper case.</param>
public readonly record struct Money(long Amount, string Currency) :
    IAdditionOperators<Money, Money, Money>, ISubtractionOperators<Money, Money, Money>, IComparable<Money>
{
    /// <summary>The one currency that the shop sells in today.</summary>
    public const string Inr = "INR";

    /// <summary>An amount in paise.</summary>
    public static Money Paise(long amount) => new(amount, Inr);

    /// <summary>Nothing, in rupees.</summary>
    public static Money Zero => Paise(0);

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.Amount + Same(left, right).Amount), left.Currency);

    /// <summary>Subtracts an amount of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference does not fit.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.Amount - Same(left, right).Amount), left.Currency);

    /// <summary>The amount taken <paramref name="count"/> times.</summary>
    /// <exception cref="OverflowException">The product does not fit.</exception>
    public static Money operator *(Money money, int count) => money with { Amount = checked(money.Amount * count) };

    /// <inheritdoc/>
    public int CompareTo(Money other) => Amount.CompareTo(Same(this, other).Amount);

    /// <summary>Minor units with the code, for logs and tests: <c>129900 INR</c>.</summary>
    public override string ToString() => $"{Amount} {Currency}";

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency ? right : throw new InvalidOperationException($"Cannot combine {left.Currency} with {right.Currency}.");
}
