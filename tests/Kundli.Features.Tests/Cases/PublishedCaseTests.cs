using System.Text.Json;
using Kundli.Testing;
using Xunit;

namespace Kundli.Features.Tests.Cases;

/// <summary>Every public case of trust A and B, through the verbs that the functions call.</summary>
public sealed class PublishedCaseTests
{
    /// <summary>Where our answer differs from a case on purpose, and why.</summary>
    private static readonly Dictionary<string, string> Differs = new()
    {
        ["jhora8-chart8"] = "Its ayanamsa (true Pushya) is none of those that the contract offers.",
        ["jhora8-panchang8"] = "Its ayanamsa (true Pushya) is none of those that the contract offers.",
        ["app2025-cheshta_bala"] = "The app gives Sun and Moon a strength of motion, and the Moon's (72.32) leaves the scale of 60; Raman gives them none.",
        ["app2025-kashta_phala"] = "The Moon's 0 follows from that app's motion of 72.32 of 60.",
        ["app2025-total_shashtiamsa"] = "The sums of Sun and Moon hold that app's strengths of their motion.",
        ["raman-kashta"] = "With an exaltation strength of 54.5 Mercury's can be at most 18.2; the case has 49.16. Jupiter's 13.19 asks for a motion that no table of the book gives.",
        ["pvr-chart6-sav"] = "Summed with that book's own row for the Moon; the default is Parashara's (BPHS 66). The answer has the book's sum as sarvaOtherMoon.",
    };

    private static readonly Dictionary<string, Func<PublishedCase, IEnumerable<string?>>> Checks = new()
    {
        ["natal_chart"] = ChartCases.Natal,
        ["panchang_day"] = AlmanacCases.Day,
        ["panchang_end_time"] = AlmanacCases.EndTime,
        ["panchang_at_moment"] = AlmanacCases.Moment,
        ["tithi_at_sunrise"] = AlmanacCases.TithiAtSunrise,
        ["tithi_at_sunrise_boundary"] = AlmanacCases.TithiAtSunrise,
        ["festival_date"] = AlmanacCases.Festival,
        ["ekadashi_smarta"] = AlmanacCases.Festival,
        ["lunar_month"] = AlmanacCases.Month,
        ["solar_month_start"] = AlmanacCases.TamilMonth,
        ["varga_signs"] = ChartCases.Divisions,
        ["special_points"] = ChartCases.SpecialPoints,
        ["special_lagna_formula"] = ChartCases.SreeLagna,
        ["chara_karakas_8"] = ChartCases.Karakas,
        ["shadbala"] = StrengthCases.Shadbala,
        ["bhinnashtakavarga"] = StrengthCases.Bhinna,
        ["sarvashtakavarga"] = StrengthCases.Sarva,
        ["vimshottari_balance"] = DashaCases.Balance,
        ["vimshottari_antardasha_start"] = DashaCases.AntardashaStart,
        ["vimshottari_dates"] = DashaCases.Dates,
        ["narayana_dasha"] = DashaCases.Narayana,
        ["sign_ingress_table"] = TransitCases.IngressFrom,
        ["sign_ingress"] = TransitCases.Ingress,
        ["retrograde_station"] = TransitCases.Station,
        ["gandmool"] = DoshaCases.Gandmool,
        ["kaal_sarp_type"] = DoshaCases.KaalSarp,
        ["manglik_from_positions"] = DoshaCases.MarsOf,
        ["sade_sati_periods"] = DoshaCases.Saturn,
        ["yoga_from_sign_positions"] = DoshaCases.Yoga,
        ["yoga_from_birth"] = DoshaCases.Yoga,
        ["nakshatra_attributes"] = MatchCases.Attributes,
        ["bhakoot"] = MatchCases.BySign,
        ["graha_maitri"] = MatchCases.BySign,
        ["gana"] = MatchCases.ByGana,
        ["varna"] = MatchCases.ByVarna,
        ["nadi"] = MatchCases.ByStar,
        ["tara"] = MatchCases.ByStar,
        ["yoni"] = MatchCases.ByStar,
    };

    public static TheoryData<string> Kinds => [.. Checks.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_case_passes_at_its_tolerance_or_is_listed_with_its_reason(string kind)
    {
        var cases = PublishedCase.All.Where(one => one.Kind == kind).ToList();
        Assert.NotEmpty(cases);
        var wrong = cases.Select(one => (one.Id, Why: Why(one))).Where(one => one.Why is not null).ToDictionary(one => one.Id, one => one.Why!);

        var surprises = wrong.Where(one => !Differs.ContainsKey(one.Key)).Select(one => $"{one.Key}: {one.Value}");
        Assert.True(!surprises.Any(), string.Join('\n', surprises));
        Assert.Equal(cases.Select(one => one.Id).Where(Differs.ContainsKey).Order(), wrong.Keys.Order());
    }

    [Fact]
    public void Every_kind_of_case_is_checked() =>
        Assert.Empty(PublishedCase.All.Select(one => one.Kind).Distinct().Except(Checks.Keys));

    [SharedFact("reference/jyotish/cases")]
    public void Every_public_case_of_trust_A_and_B_is_among_them()
    {
        var known = PublishedCase.All.Select(one => one.Id).ToHashSet();
        var published = PublishedCase.FileNames
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(Repository.Shared("reference", "jyotish", "cases", $"{file}.json"))).RootElement.GetProperty("cases").EnumerateArray())
            .Where(one => one.Text("trust")[0] is 'A' or 'B').Select(one => one.Text("id"));

        Assert.Empty(published.Except(known));
    }

    private static string? Why(PublishedCase one)
    {
        if (one.Id is "jhora8-chart8" or "jhora8-panchang8")
            return "no such ayanamsa";
        var wrong = Checks[one.Kind](one).Where(why => why is not null).ToList();
        return wrong.Count == 0 ? null : string.Join("; ", wrong);
    }
}
