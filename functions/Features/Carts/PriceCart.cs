using Kundli.Features.Catalog;
using Kundli.Features.Delivery;
using Kundli.Features.Pricing;
using Kundli.Features.Promotions;

namespace Kundli.Features.Carts;

/// <summary>How a cart shall be priced where the checkout says more than the cart does.</summary>
/// <param name="Method">How the goods shall come.</param>
/// <param name="Address">Where to, or null.</param>
/// <param name="Billing">Where the bill goes, or null for the same.</param>
/// <param name="Customer">Who buys, or null.</param>
/// <param name="Payment">How it is paid.</param>
/// <param name="Email">For the confirmation.</param>
/// <param name="Phone">For the courier.</param>
/// <param name="TermsAccepted">Whether the customer accepted the terms of sale.</param>
public sealed record PriceTerms(
    DeliveryMethod Method, Address? Address, Address? Billing = null, CustomerDetails? Customer = null, PaymentMethod Payment = PaymentMethod.Cod,
    string? Email = null, string? Phone = null, bool TermsAccepted = false);

/// <summary>A cart with everything that its price was made of.</summary>
/// <param name="Summary">The order summary.</param>
/// <param name="Goods">Product and quantity of each line, in the order of the summary's items.</param>
/// <param name="Offer">The delivery that was priced.</param>
/// <param name="Promotion">The promotion that counts, or null.</param>
/// <param name="GiftCards">What is taken from each gift card.</param>
/// <param name="Problems">What stands against a checkout: a promotion that does not hold, a delivery that is not offered.</param>
public sealed record PricedCart(
    OrderSummary Summary, IReadOnlyList<(Product Product, CartItem Item)> Goods, DeliveryOption Offer, Promotion? Promotion,
    IReadOnlyList<GiftCardUse> GiftCards, IReadOnlyList<FieldError> Problems)
{
    /// <summary>How many of each SKU the shelves held when it was priced.</summary>
    public required IReadOnlyDictionary<string, int> Available { get; init; }
}

/// <summary>Prices a cart from the live products: the one way to an order summary, for the cart's page and for checkout.</summary>
public sealed class PriceCart(IProductStore products, IShelves shelves, QuoteDiscounts discounts, DeliveryRates rates, DeliveryCalendar calendar, ShopPolicy policy, TimeProvider time)
{
    /// <summary>The cart's price now. Goods that are no longer sold are left out with a message.</summary>
    public async Task<PricedCart> RunAsync(Cart cart, PriceTerms terms, CancellationToken cancellation)
    {
        var today = Days.Today(time);
        var (goods, messages, available) = await GoodsAsync(cart, cancellation);
        var net = Money.Paise(goods.Sum(entry => PriceOf(entry).Amount * entry.Item.Quantity));
        var quote = await discounts.RunAsync(cart.CustomerId, cart.Id, cart.Promotion, cart.GiftCards, net, cancellation);
        messages.AddRange(quote.Messages);
        var problems = new List<FieldError>(quote.Errors);
        var offer = Choose(terms, rates.Offers(ParcelOf(goods, net - quote.Discount), terms.Address?.PostalCode, today, calendar), problems);
        if (offer is { Note: { } note, NoteHindi: { } noteHindi })
            messages.Add(new(note, noteHindi));
        var delivery = quote.Promotion is { Kind: PromotionKind.FreeDelivery } ? Money.Zero : offer.Fee;
        var surcharge = terms.Payment == PaymentMethod.Cod && goods.Count > 0 ? policy.CodSurcharge : Money.Zero;
        var state = offer.Method == DeliveryMethod.Pickup ? policy.Seller.Address.State : terms.Address?.State ?? policy.Seller.Address.State;
        var input = new PriceInput(
            [.. goods.Select(entry => new PricedLine(entry.Item.Sku, entry.Item.Quantity, PriceOf(entry), OriginalOf(entry), entry.Product.RateOn(today)))],
            quote.Discount, goods.Count == 0 ? Money.Zero : delivery, surcharge, Money.Paise(quote.GiftCards.Sum(card => card.Amount.Amount)), policy.IsSameState(state));
        var (lines, totals) = SummaryArithmetic.Calculate(input);
        var used = quote.Use(totals.GiftCard);
        var summary = Summary(terms, goods, lines, totals, offer, [.. quote.Adjustments(used)], messages);
        return new PricedCart(summary with { SummaryHash = SummaryArithmetic.Hash(summary) }, goods, offer, quote.Promotion, used, problems) { Available = available };
    }

    /// <summary>How the goods could come to a PIN.</summary>
    public async Task<IReadOnlyList<DeliveryOption>> OffersAsync(Cart cart, string? pin, CancellationToken cancellation)
    {
        var (goods, _, _) = await GoodsAsync(cart, cancellation);
        var net = Money.Paise(goods.Sum(entry => PriceOf(entry).Amount * entry.Item.Quantity));
        return rates.Offers(ParcelOf(goods, net), pin, Days.Today(time), calendar);
    }

    private async Task<(List<(Product Product, CartItem Item)> Goods, List<LocalText> Messages, IReadOnlyDictionary<string, int> Available)> GoodsAsync(Cart cart, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(cart.Items.Select(item => products.ReadAsync(item.Slug, cancellation)));
        var available = await shelves.AvailableAsync([.. cart.Items.Select(item => item.Sku)], cancellation);
        var (goods, messages) = (new List<(Product, CartItem)>(), new List<LocalText>());
        foreach (var (item, found) in cart.Items.Zip(read))
        {
            if (found is not { Product: { Listed: true } product } || product.VariantOf(item.Sku) is not { } variant)
            {
                messages.Add(new($"{item.Sku} is no longer sold and was left out.", $"{item.Sku} अब नहीं बिकता, इसलिए हटा दिया गया।"));
                continue;
            }
            goods.Add((product, item));
            if (variant.Price != item.PriceWhenAdded)
                messages.Add(new($"The price of {product.Name.En} has changed since it was put into the cart.", $"{product.Name.Hi}: टोकरी में रखने के बाद दाम बदल गया है।"));
            if (available.GetValueOrDefault(item.Sku) < item.Quantity)
                messages.Add(available.GetValueOrDefault(item.Sku) == 0
                    ? new($"{product.Name.En} is sold out.", $"{product.Name.Hi}: अभी उपलब्ध नहीं है।")
                    : new($"Of {product.Name.En} only {available[item.Sku]} are left.", $"{product.Name.Hi}: केवल {available[item.Sku]} बचे हैं।"));
        }
        return (goods, messages, available);
    }

    private static Parcel ParcelOf(List<(Product Product, CartItem Item)> goods, Money value)
    {
        var sent = goods.Where(entry => entry.Product.Kind is GoodsKind.Goods or GoodsKind.LivePlant or GoodsKind.Seeds
            && entry.Product.VariantOf(entry.Item.Sku)!.Offer != "plantItForMe").ToArray();
        var limits = sent.Select(entry => entry.Product.TransitDaysMax).Where(days => days > 0).ToArray();
        return new Parcel(
            sent.Sum(entry => entry.Product.VariantOf(entry.Item.Sku)!.WeightGrams * entry.Item.Quantity), sent.Any(entry => entry.Product.Kind == GoodsKind.LivePlant),
            limits.Length == 0 ? 0 : limits.Min(), value, sent.Length > 0 || goods.Count == 0);
    }

    private static DeliveryOption Choose(PriceTerms terms, IReadOnlyList<DeliveryOption> offers, List<FieldError> problems)
    {
        if (offers.FirstOrDefault(offer => offer.Method == terms.Method) is { } chosen)
            return chosen;
        // Nothing travels, so there is nothing to choose; anything else is for the customer to settle.
        if (offers is not [{ Method: DeliveryMethod.Standard }])
            problems.Add(new FieldError("/deliveryMethod", offers[0].Note is { } note ? $"is not offered. {note}" : "is not offered for these goods and this place."));
        return offers[0];
    }

    private OrderSummary Summary(
        PriceTerms terms, List<(Product Product, CartItem Item)> goods, IReadOnlyList<LineAmounts> lines, SummaryTotals totals, DeliveryOption offer,
        IReadOnlyList<Adjustment> adjustments, List<LocalText> messages) => new()
        {
            Status = "cart",
            Email = terms.Email,
            Phone = terms.Phone,
            Customer = terms.Customer,
            BillingAddress = terms.Billing ?? terms.Address,
            DeliveryAddress = terms.Address,
            Fulfilment = new FulfilmentTerms(offer.Method == DeliveryMethod.Pickup ? FulfilmentKind.Pickup : FulfilmentKind.Ship, offer.Label, offer.PromisedBy, totals.Delivery),
            Payment = new PaymentTerms(totals.Due.Amount == 0 && totals.GiftCard.Amount > 0 ? PaymentMethod.GiftCard : terms.Payment, null, null, totals.Surcharge),
            Items = [.. goods.Zip(lines, (entry, line) => Item(entry.Product, entry.Item, line))],
            Adjustments = adjustments,
            Totals = totals,
            Terms = new SaleTerms(policy.TermsVersion, terms.TermsAccepted),
            Actions = goods.Count > 0 ? ["edit", "pay"] : ["edit"],
            Messages = [.. messages.Select(message => message.En)],
            MessagesHindi = [.. messages.Select(message => message.Hi)],
        };

    private static SummaryItem Item(Product product, CartItem item, LineAmounts line)
    {
        var variant = product.VariantOf(item.Sku)!;
        return new SummaryItem(
            item.Sku, $"{product.Name.En}, {variant.Title.En}", ProductView.HrefOf(product.Slug), product.Image, item.Quantity, variant.Price, variant.OriginalPrice,
            line.Original, line.Savings, line.Discount, line.Tax, line.Total, product.Hsn)
        {
            Warning = product.Warning?.En,
            TitleHindi = $"{product.Name.Hi}, {variant.Title.Hi}",
            WarningHindi = product.Warning?.Hi,
        };
    }

    private static Money PriceOf((Product Product, CartItem Item) entry) => entry.Product.VariantOf(entry.Item.Sku)!.Price;

    private static Money OriginalOf((Product Product, CartItem Item) entry) => entry.Product.VariantOf(entry.Item.Sku)!.OriginalPrice;
}
