namespace Kundli.Features.Privacy;

/// <summary>What a customer is told before agreeing. Whoever changes what a notice says changes its version, and everybody is asked again.</summary>
/// <param name="Version">The date on which the text came into force.</param>
/// <param name="English">The text.</param>
/// <param name="Hindi">The same in Hindi.</param>
public sealed record ConsentNotice(string Version, string English, string Hindi)
{
    private static readonly Dictionary<ConsentPurpose, ConsentNotice> Notices = new()
    {
        [ConsentPurpose.SavedCharts] = new(
            "2026-11-23",
            "We keep the birth data and charts that you save in your account until you delete them. Nobody but you sees them.",
            "आपके सहेजे हुए जन्म विवरण और कुंडलियाँ आपके खाते में तब तक रहती हैं जब तक आप उन्हें न हटाएँ। आपके सिवा कोई उन्हें नहीं देखता।"),
        [ConsentPurpose.ModelProvider] = new(
            "2026-11-23",
            "To phrase readings, findings such as 'Jupiter in the tenth house' are sent to a language model's provider. Your name, birth date, time and place are never sent. "
            + "Plant photos that our own model can't name may be sent, without place and time, to a provider that can.",
            "फलादेश को शब्द देने के लिए 'दशम भाव में गुरु' जैसे निष्कर्ष एक भाषा मॉडल के प्रदाता को भेजे जाते हैं। आपका नाम, जन्म की तिथि, समय और स्थान कभी नहीं भेजे जाते। "
            + "जिन पौधों को हमारा अपना मॉडल नहीं पहचान पाता, उनके चित्र, स्थान और समय के बिना, किसी पहचानने वाले प्रदाता को भेजे जा सकते हैं।"),
        [ConsentPurpose.PhotoTraining] = new(
            "2026-11-23",
            "Plant photos that you send may be kept without place and time, and used to improve the plant finder.",
            "आपके भेजे पौधों के चित्र, स्थान और समय के बिना, रखे जा सकते हैं और पौधा पहचान को बेहतर बनाने में काम आ सकते हैं।"),
        [ConsentPurpose.Marketing] = new(
            "2026-11-23",
            "We may write to you about offers, at most once a week.",
            "हम आपको प्रस्तावों के बारे में, सप्ताह में अधिक से अधिक एक बार, लिख सकते हैं।"),
        [ConsentPurpose.Conversations] = new(
            "2026-11-23",
            "We keep the questions that you ask in a conversation, with their answers, until you delete the conversation, and at most 180 days after its last question. Nobody but you sees them.",
            "बातचीत में पूछे गए आपके प्रश्न और उनके उत्तर तब तक रखे जाते हैं जब तक आप उस बातचीत को न हटाएँ, और अन्तिम प्रश्न के बाद अधिक से अधिक 180 दिन। आपके सिवा कोई उन्हें नहीं देखता।"),
        [ConsentPurpose.ModelQuestions] = new(
            "2026-11-24",
            "To understand your questions better, they are sent as you write them, without your name or birth data, to a language model's provider. It only sorts them: what you read is made of your chart.",
            "आपके प्रश्नों को बेहतर समझने के लिए वे जैसे लिखे हैं वैसे ही, आपके नाम और जन्म विवरण के बिना, एक भाषा मॉडल के प्रदाता को भेजे जाते हैं। वह उन्हें केवल छाँटता है: जो आप पढ़ते हैं वह आपकी कुंडली से बनता है।"),
    };

    /// <summary>Today's notice of a purpose.</summary>
    public static ConsentNotice Of(ConsentPurpose purpose) => Notices[purpose];
}
