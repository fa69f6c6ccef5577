using FluentValidation;
using Kundli.Worker.Http;
using Xunit;

namespace Kundli.Worker.Tests.Http;

public sealed class ValidatorTests
{
    [Fact]
    public void A_validator_is_found_whatever_class_lies_between()
    {
        var found = Validators.In([typeof(PlaceRules<>), typeof(DayRules), typeof(Day)]);

        Assert.IsType<DayRules>(Assert.Single(found, entry => entry.Key == typeof(Day)).Value);
    }

    [Fact]
    public void Two_validators_of_one_record_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => Validators.In([typeof(DayRules), typeof(OtherDayRules)]));

    private sealed record Day(double Latitude);

    private abstract class PlaceRules<T> : AbstractValidator<T>;

    private sealed class DayRules : PlaceRules<Day>;

    private sealed class OtherDayRules : AbstractValidator<Day>;
}
