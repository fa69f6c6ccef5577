using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Sky;

/// <summary>Events of the sky in English and in Hindi.</summary>
internal static class SkyEventWords
{
    /// <summary>An event in words.</summary>
    public static LocalName Of(SkyHappening happening)
    {
        var (graha, sign) = (Names.Of(happening.Graha), Names.Of(happening.Sign));
        return happening switch
        {
            { Eclipse: { } eclipse } => EclipseOf(eclipse, happening.Kind == SkyEventKind.NewMoon, sign),
            { Kind: SkyEventKind.Ingress } => new($"{graha.En} enters {sign.En}", $"{graha.Hi} का {sign.Hi} राशि में प्रवेश"),
            { Kind: SkyEventKind.TurnsRetrograde } => new($"{graha.En} turns retrograde in {sign.En}", $"{graha.Hi} {sign.Hi} राशि में वक्री"),
            { Kind: SkyEventKind.TurnsDirect } => new($"{graha.En} turns direct in {sign.En}", $"{graha.Hi} {sign.Hi} राशि में मार्गी"),
            { Kind: SkyEventKind.CombustionBegins } => new($"{graha.En} becomes combust in {sign.En}", $"{graha.Hi} {sign.Hi} राशि में अस्त"),
            { Kind: SkyEventKind.CombustionEnds } => new($"{graha.En} is no longer combust, in {sign.En}", $"{graha.Hi} {sign.Hi} राशि में उदित"),
            { Other: { } other } => new($"{graha.En} and {Names.Of(other).En} meet in {sign.En}", $"{sign.Hi} राशि में {graha.Hi} और {Names.Of(other).Hi} की युति"),
            { Kind: SkyEventKind.NewMoon } => new($"New moon in {sign.En}", $"{sign.Hi} राशि में अमावस्या"),
            _ => new($"Full moon in {sign.En}", $"{sign.Hi} राशि में पूर्णिमा"),
        };
    }

    private static LocalName EclipseOf(Eclipse eclipse, bool ofSun, LocalName sign)
    {
        var (english, hindi) = eclipse switch
        {
            Eclipse.Penumbral => ("Penumbral", "उपच्छाया"),
            Eclipse.Partial => ("Partial", "आंशिक"),
            Eclipse.Annular => ("Annular", "वलयाकार"),
            _ => ("Total", "पूर्ण"),
        };
        var (body, hindiBody) = (Names.Of(ofSun ? Graha.Sun : Graha.Moon), ofSun ? "सूर्य ग्रहण" : "चंद्र ग्रहण");
        return new($"{english} eclipse of the {body.En} in {sign.En}", $"{sign.Hi} राशि में {hindi} {hindiBody}");
    }
}
