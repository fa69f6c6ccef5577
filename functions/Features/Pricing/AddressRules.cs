using FluentValidation;

namespace Kundli.Features.Pricing;

/// <summary>What an address must hold to reach somebody in India.</summary>
public sealed class AddressRules : AbstractValidator<Address>
{
    /// <summary>Longest line of an address.</summary>
    public const int LineLengthMax = 120;

    private const int EmailLengthMax = 254;

    /// <summary>Declares the rules.</summary>
    public AddressRules()
    {
        RuleFor(address => address.Name).MaximumLength(LineLengthMax).WithMessage($"has at most {LineLengthMax} characters.");
        RuleFor(address => address.Line1).Must(IsLine).WithMessage($"has 1 to {LineLengthMax} characters.");
        RuleFor(address => address.Line2).MaximumLength(LineLengthMax).WithMessage($"has at most {LineLengthMax} characters.");
        RuleFor(address => address.City).Must(IsLine).WithMessage($"has 1 to {LineLengthMax} characters.");
        RuleFor(address => address.Country).Equal("IN").WithMessage("must be IN: the shop delivers within India.");
        RuleFor(address => address.State).Must(state => IndianStates.Find(state) is not null).WithMessage("must be a state or union territory of India, as its code or English name.");
        RuleFor(address => address.PostalCode).Must(IndianStates.PinExists).WithMessage("must be a PIN code that exists, six digits.");
        RuleFor(address => address.PostalCode).Must((address, pin) => IndianStates.Find(address.State)!.HasPin(pin))
            .When(address => IndianStates.Find(address.State) is not null && IndianStates.PinExists(address.PostalCode))
            .WithMessage("does not lie in the state given.");
        RuleFor(address => address.Phone).Must(phone => phone is null || IsPhone(phone)).WithMessage("must be a phone number of 10 to 15 digits, with or without +.");
    }

    /// <summary>Whether a text looks like a mail address.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= EmailLengthMax && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
    }

    /// <summary>Whether a text looks like a phone number.</summary>
    public static bool IsPhone(string phone)
    {
        var digits = phone.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        digits = digits.StartsWith('+') ? digits[1..] : digits;
        return digits.Length is >= 10 and <= 15 && digits.All(char.IsAsciiDigit);
    }

    /// <summary>The address with its state as a code.</summary>
    public static Address Normalised(Address address) => address with { State = IndianStates.Find(address.State)?.Code ?? address.State };

    private static bool IsLine(string line) => !string.IsNullOrWhiteSpace(line) && line.Length <= LineLengthMax;
}

/// <summary>What a customer must be.</summary>
public sealed class CustomerRules : AbstractValidator<CustomerDetails>
{
    /// <summary>Declares the rules.</summary>
    public CustomerRules()
    {
        RuleFor(customer => customer.Name).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= AddressRules.LineLengthMax).WithMessage($"has 1 to {AddressRules.LineLengthMax} characters.");
        RuleFor(customer => customer.CompanyName).Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= AddressRules.LineLengthMax)
            .When(customer => customer.Kind == CustomerKind.Company).WithMessage("is needed for a company.");
        RuleFor(customer => customer.Email).Must(email => email is null || AddressRules.IsEmail(email)).WithMessage("must be a mail address.");
        RuleFor(customer => customer.Phone).Must(phone => phone is null || AddressRules.IsPhone(phone)).WithMessage("must be a phone number of 10 to 15 digits, with or without +.");
        RuleFor(customer => customer.Gstin).Must(Gstin.IsValid).When(customer => customer.Gstin is not null).WithMessage("is not a GSTIN: its form or its check character is wrong.");
    }
}
