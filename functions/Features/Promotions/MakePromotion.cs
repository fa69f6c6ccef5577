using FluentValidation;

namespace Kundli.Features.Promotions;

/// <summary>A promotion to be made.</summary>
/// <param name="Code">Upper-case letters and digits.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="ValidFrom">From when on.</param>
/// <param name="ValidTo">Until when, exclusive.</param>
/// <param name="BasisPoints">For a percentage, hundredths of a percent.</param>
/// <param name="Amount">Paise: what a fixed promotion gives, or the most that a percentage gives; 0 for no bound.</param>
/// <param name="Minimum">Paise: least price of the goods.</param>
/// <param name="UsesMax">Orders in all; 0 for no bound.</param>
/// <param name="PerCustomerMax">Orders of one customer; 0 for no bound.</param>
/// <param name="FirstOrderOnly">Only for a member's first order.</param>
public sealed record MakePromotionRequest(
    string Code, PromotionKind Kind, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, int BasisPoints = 0, long Amount = 0, long Minimum = 0, int UsesMax = 0, int PerCustomerMax = 0, bool FirstOrderOnly = false);

/// <summary>What a promotion must be.</summary>
public sealed class MakePromotionRules : AbstractValidator<MakePromotionRequest>
{
    /// <summary>Declares the rules.</summary>
    public MakePromotionRules()
    {
        RuleFor(request => request.Code).Matches("^[A-Z0-9]{3,30}$").WithMessage("has 3 to 30 upper-case letters and digits.");
        RuleFor(request => request.ValidTo).Must((request, to) => to > request.ValidFrom).WithMessage("is after validFrom.");
        RuleFor(request => request.BasisPoints).InclusiveBetween(1, 10_000).When(request => request.Kind == PromotionKind.Percent).WithMessage("is from 1 to 10000.");
        RuleFor(request => request.Amount).GreaterThan(0).When(request => request.Kind == PromotionKind.Amount).WithMessage("is in paise and more than 0.");
        RuleFor(request => request.Amount).GreaterThanOrEqualTo(0).WithMessage("is not negative.");
        RuleFor(request => request.Minimum).GreaterThanOrEqualTo(0).WithMessage("is not negative.");
        RuleFor(request => request.UsesMax).GreaterThanOrEqualTo(0).WithMessage("is not negative.");
        RuleFor(request => request.PerCustomerMax).GreaterThanOrEqualTo(0).WithMessage("is not negative.");
    }
}

/// <summary>Makes a promotion.</summary>
public sealed class MakePromotion(IPromotionStore promotions)
{
    /// <summary>The promotion; a code that is taken is <c>promotion-exists</c>.</summary>
    public async Task<Outcome<Promotion>> RunAsync(MakePromotionRequest request, CancellationToken cancellation)
    {
        var promotion = new Promotion(
            request.Code, request.Kind, request.BasisPoints, Money.Paise(request.Amount), Money.Paise(request.Minimum), request.ValidFrom, request.ValidTo, request.UsesMax, request.PerCustomerMax, request.FirstOrderOnly, Uses: 0);
        return await promotions.CreateAsync(promotion, cancellation) ? promotion : new Problem("promotion-exists", "A promotion has this code already.");
    }
}

/// <summary>A gift card to be issued.</summary>
/// <param name="Amount">Paise.</param>
/// <param name="ValidTo">Until when, exclusive.</param>
public sealed record IssueGiftCardRequest(long Amount, DateTimeOffset ValidTo);

/// <summary>What a gift card must be.</summary>
public sealed class IssueGiftCardRules : AbstractValidator<IssueGiftCardRequest>
{
    private const long AmountMax = 10_000_00;

    /// <summary>Declares the rules.</summary>
    public IssueGiftCardRules() => RuleFor(request => request.Amount).InclusiveBetween(1, AmountMax).WithMessage($"is from 1 to {AmountMax} paise.");
}

/// <summary>A gift card just issued.</summary>
/// <param name="Code">Shown this once.</param>
/// <param name="Balance">What is on it.</param>
/// <param name="ValidTo">Until when.</param>
public sealed record IssuedGiftCard(string Code, Money Balance, DateTimeOffset ValidTo);

/// <summary>Issues a gift card.</summary>
public sealed class IssueGiftCard(IGiftCardStore cards, TimeProvider time)
{
    /// <summary>The card with its code; one that would be over already is refused.</summary>
    public async Task<Outcome<IssuedGiftCard>> RunAsync(IssueGiftCardRequest request, CancellationToken cancellation) => request.ValidTo <= time.GetUtcNow()
        ? Problem.Invalid(new FieldError("/validTo", "must lie ahead."))
        : new IssuedGiftCard(await cards.IssueAsync(Money.Paise(request.Amount), request.ValidTo, cancellation), Money.Paise(request.Amount), request.ValidTo);
}
