using Kundli.Features.Privacy;
using Xunit;

namespace Kundli.Features.Tests.Privacy;

public sealed class MinorsPolicyTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2008-11-23", false)]
    [InlineData("2008-11-24", true)]
    [InlineData("1954-02-28", false)]
    [InlineData("2026-11-23", true)]
    public void A_person_is_a_child_until_the_eighteenth_birthday(string birth, bool isMinor) =>
        Assert.Equal(isMinor, MinorsPolicy.IsMinor(DateOnly.Parse(birth, System.Globalization.CultureInfo.InvariantCulture), Today));

    [Fact]
    public void Who_was_born_on_a_leap_day_comes_of_age_on_the_first_of_march()
    {
        var birth = new DateOnly(2008, 2, 29);
        Assert.True(MinorsPolicy.IsMinor(birth, new DateOnly(2026, 2, 28)));
        Assert.False(MinorsPolicy.IsMinor(birth, new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void A_childs_birth_is_kept_only_with_a_parents_declaration()
    {
        var (child, adult) = (new DateOnly(2015, 5, 1), new DateOnly(1990, 5, 1));
        Assert.Equal("/declarations/mayEnter", Refused(child, null));
        Assert.Equal("/declarations/mayEnter", Refused(adult, new(MayEnter: false, IsParent: true)));
        Assert.Equal("/declarations/isParent", Refused(child, new(MayEnter: true, IsParent: false)));
        Assert.True(MinorsPolicy.MayKeep(child, Today, new(true, true)).IsOk);
        Assert.True(MinorsPolicy.MayKeep(adult, Today, new(true, false)).IsOk);
    }

    [Fact]
    public void Nothing_of_the_policy_is_done_with_a_childs_birth()
    {
        Assert.All(Enum.GetValues<PersonUse>(), use => Assert.Equal("not-for-minors", MinorsPolicy.MayUse(use, new DateOnly(2015, 5, 1), Today).Problem?.Name));
        Assert.All(Enum.GetValues<PersonUse>(), use => Assert.True(MinorsPolicy.MayUse(use, new DateOnly(1990, 5, 1), Today).IsOk));
    }

    [Fact]
    public void An_agreement_to_an_older_notice_permits_nothing()
    {
        var now = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        var older = ConsentRecord.None("u").Decide(ConsentPurpose.ModelProvider, granted: true, "2020-01-01", now);
        Assert.False(older.Allows(ConsentPurpose.ModelProvider));
        Assert.True(older.Decide(ConsentPurpose.ModelProvider, granted: true, ConsentNotice.Of(ConsentPurpose.ModelProvider).Version, now).Allows(ConsentPurpose.ModelProvider));
        Assert.False(new ConsentRules().Validate(new ConsentRequest([new(ConsentPurpose.ModelProvider, true, "2020-01-01")])).IsValid);
        Assert.True(new ConsentRules().Validate(new ConsentRequest([new(ConsentPurpose.ModelProvider, false, "2020-01-01")])).IsValid);
    }

    private static string? Refused(DateOnly birth, BirthDeclarations? declared) => MinorsPolicy.MayKeep(birth, Today, declared).Problem?.Errors.Single().Pointer;
}
