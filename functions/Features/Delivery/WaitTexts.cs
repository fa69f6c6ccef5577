namespace Kundli.Features.Delivery;

/// <summary>What a customer reads about a parcel that waits.</summary>
internal static class WaitTexts
{
    /// <summary>Why an offer's dates are late; null where no season is in the way.</summary>
    public static LocalText? NoteOf(string? season) => season switch
    {
        null => null,
        "heat" => new("Living plants leave for this PIN code after the hot season: the date takes that into account.", "इस पिन कोड के लिए जीवित पौधे गर्मी के मौसम के बाद निकलते हैं: तारीख़ में यह गिना गया है।"),
        _ => new(
            "Living plants leave for this PIN code after the first weeks of the monsoon: the date takes that into account.",
            "इस पिन कोड के लिए जीवित पौधे मानसून के पहले हफ़्तों के बाद निकलते हैं: तारीख़ में यह गिना गया है।"),
    };

    /// <summary>The wait with its reason in both languages.</summary>
    /// <param name="season">Cause of the seasonal hold that is in the way; null for a rest day of the carriers.</param>
    /// <param name="packedFrom">Local date on which the parcel is packed.</param>
    /// <param name="leavesOn">Local date on which it leaves.</param>
    public static DispatchWait Of(string? season, DateOnly packedFrom, DateOnly leavesOn) => season switch
    {
        "heat" => new(WaitCause.Heat, packedFrom, leavesOn,
            "Living plants do not travel to you in the hottest weeks. Yours stays at the nursery until then, and the order can be cancelled until it is packed.",
            "सबसे गर्म हफ़्तों में पौधे आपके यहाँ नहीं भेजे जाते। तब तक आपका पौधा नर्सरी में रहेगा, और पैक होने से पहले ऑर्डर रद्द किया जा सकता है।"),
        "monsoon" => new(WaitCause.Monsoon, packedFrom, leavesOn,
            "Living plants do not travel to you in the first weeks of the monsoon. Yours stays at the nursery until then, and the order can be cancelled until it is packed.",
            "मानसून के पहले हफ़्तों में पौधे आपके यहाँ नहीं भेजे जाते। तब तक आपका पौधा नर्सरी में रहेगा, और पैक होने से पहले ऑर्डर रद्द किया जा सकता है।"),
        _ => new(WaitCause.RestDay, packedFrom, leavesOn,
            "Your plant leaves so that no Sunday or holiday falls into its journey. The order can be cancelled until it is packed.",
            "आपका पौधा ऐसे दिन भेजा जाएगा कि रास्ते में कोई रविवार या छुट्टी न पड़े। पैक होने से पहले ऑर्डर रद्द किया जा सकता है।"),
    };
}
