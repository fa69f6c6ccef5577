using FluentValidation;

namespace Kundli.Features.Orders;

/// <summary>Why a customer does not want an order any more, or wants to send it back.</summary>
/// <param name="Reason">In the customer's words, or null.</param>
public sealed record OrderReason(string? Reason = null);

/// <summary>Bounds of what customers write about their orders.</summary>
public static class Limits
{
    /// <summary>Characters of a reason.</summary>
    public const int ReasonLengthMax = 300;
}

/// <summary>What a reason may hold.</summary>
public sealed class OrderReasonRules : AbstractValidator<OrderReason>
{
    /// <summary>Declares the rules.</summary>
    public OrderReasonRules() => RuleFor(request => request.Reason).MaximumLength(Limits.ReasonLengthMax).WithMessage($"has at most {Limits.ReasonLengthMax} characters.");
}
