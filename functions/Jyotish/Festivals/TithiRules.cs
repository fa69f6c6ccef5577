using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;
using static Kundli.Jyotish.Festivals.Observance;
using static Kundli.Jyotish.Festivals.Preference;

namespace Kundli.Jyotish.Festivals;

/// <summary>
/// Festivals of a month's tithi. Months are amanta: Diwali is the new moon that ends Ashwina. Sources: DS Dharmasindhu (Kashinatha Upadhyaya), NS Nirnayasindhu
/// (Kamalakara Bhatta); "custom" where the living custom of a region decides.
/// </summary>
public static class TithiRules
{
    private const string Dharma = "Dharmasindhu 2";
    private const string Nirnaya = "Nirnayasindhu 2";

    private static readonly TithiRule[] Rows =
    [
        Day("ugadi", "Ugadi", "उगादि", Masa.Chaitra, 1, Sunrise, First, Dharma, FestivalKind.NewYear),
        Day("gudiPadwa", "Gudi Padwa", "गुड़ी पड़वा", Masa.Chaitra, 1, Sunrise, First, Dharma, FestivalKind.NewYear),
        Day("chaitraNavaratri", "Chaitra Navaratri begins", "चैत्र नवरात्रि आरम्भ", Masa.Chaitra, 1, Sunrise, First, Dharma, deity: "durga"),
        Day("chetiChand", "Cheti Chand", "चेटी चंड", Masa.Chaitra, 2, Sunrise, First, "Custom of Sindh", FestivalKind.NewYear),
        Day("gangaur", "Gangaur", "गणगौर", Masa.Chaitra, 3, Sunrise, Second, "Custom of Rajasthan", deity: "durga"),
        Day("ramaNavami", "Rama Navami", "राम नवमी", Masa.Chaitra, 9, Madhyahna, Second, Dharma, deity: "vishnu"),
        Day("mahavirJayanti", "Mahavir Jayanti", "महावीर जयंती", Masa.Chaitra, 13, Sunrise, First, "Jain custom"),
        Day("hanumanJayanti", "Hanuman Jayanti", "हनुमान जयंती", Masa.Chaitra, 15, Sunrise, First, Dharma, deity: "hanuman"),
        Day("hanumanJayantiTelugu", "Hanuman Jayanti (Telugu)", "हनुमान जयंती (तेलुगु)", Masa.Vaishakha, 25, Sunrise, First, "Telugu custom", deity: "hanuman"),
        Day("akshayaTritiya", "Akshaya Tritiya", "अक्षय तृतीया", Masa.Vaishakha, 3, Purvahna, Second, Dharma, deity: "lakshmi"),
        Day("parashuramaJayanti", "Parashurama Jayanti", "परशुराम जयंती", Masa.Vaishakha, 3, Pradosha, Longer, Nirnaya, deity: "vishnu"),
        Day("gangaSaptami", "Ganga Saptami", "गंगा सप्तमी", Masa.Vaishakha, 7, Madhyahna, First, Nirnaya),
        Day("sitaNavami", "Sita Navami", "सीता नवमी", Masa.Vaishakha, 9, Madhyahna, First, "Custom of Mithila"),
        Day("narasimhaJayanti", "Narasimha Jayanti", "नृसिंह जयंती", Masa.Vaishakha, 14, Pradosha, Longer, Dharma, deity: "vishnu"),
        Day("buddhaPurnima", "Buddha Purnima", "बुद्ध पूर्णिमा", Masa.Vaishakha, 15, Sunrise, First, "Custom"),
        Day("naradaJayanti", "Narada Jayanti", "नारद जयंती", Masa.Vaishakha, 16, Sunrise, First, "Custom"),
        Day("vatSavitri", "Vat Savitri", "वट सावित्री", Masa.Vaishakha, 30, Aparahna, First, "Dharmasindhu 2; joined to the fourteenth", deity: "brahma"),
        Day("shaniJayanti", "Shani Jayanti", "शनि जयंती", Masa.Vaishakha, 30, Sunrise, First, "Custom", deity: "shani"),
        Day("gangaDussehra", "Ganga Dussehra", "गंगा दशहरा", Masa.Jyeshtha, 10, Sunrise, First, "Dharmasindhu 2; in an adhika month too", inAdhika: true),
        Day("vatPurnima", "Vat Purnima", "वट पूर्णिमा", Masa.Jyeshtha, 15, Aparahna, First, "Custom of the west"),
        Day("rathYatra", "Jagannath Rath Yatra", "जगन्नाथ रथ यात्रा", Masa.Ashadha, 2, Sunrise, First, "Custom of Puri", deity: "krishna"),
        Day("guruPurnima", "Guru Purnima", "गुरु पूर्णिमा", Masa.Ashadha, 15, Sunrise, First, Dharma),
        Day("hariyaliAmavasya", "Hariyali Amavasya", "हरियाली अमावस्या", Masa.Ashadha, 30, Sunrise, First, "Custom of the north"),
        Day("hariyaliTeej", "Hariyali Teej", "हरियाली तीज", Masa.Shravana, 3, Sunrise, Second, "Custom of the north", deity: "durga"),
        Day("nagPanchami", "Nag Panchami", "नाग पंचमी", Masa.Shravana, 5, Sunrise, First, Dharma),
        Day("kajariTeej", "Kajari Teej", "कजरी तीज", Masa.Shravana, 18, Sunrise, First, "Custom of the north"),
        Day("hartalikaTeej", "Hartalika Teej", "हरतालिका तीज", Masa.Bhadrapada, 3, Sunrise, Second, Dharma, deity: "durga"),
        Day("ganeshChaturthi", "Ganesh Chaturthi", "गणेश चतुर्थी", Masa.Bhadrapada, 4, Madhyahna, First, Dharma, deity: "ganesha"),
        Day("rishiPanchami", "Rishi Panchami", "ऋषि पंचमी", Masa.Bhadrapada, 5, Madhyahna, First, Dharma),
        Day("radhaAshtami", "Radha Ashtami", "राधा अष्टमी", Masa.Bhadrapada, 8, Madhyahna, Second, "Custom of Braj", deity: "krishna"),
        Day("anantChaturdashi", "Anant Chaturdashi", "अनंत चतुर्दशी", Masa.Bhadrapada, 14, Sunrise, Second, Dharma, deity: "vishnu"),
        Day("pitruPaksha", "Pitru Paksha begins", "पितृ पक्ष आरम्भ", Masa.Bhadrapada, 16, Aparahna, Longer, Dharma, deity: "pitrs"),
        Day("mahalayaAmavasya", "Sarva Pitru Amavasya", "सर्व पितृ अमावस्या", Masa.Bhadrapada, 30, Aparahna, Longer, Dharma, deity: "pitrs"),
        Day("navaratri", "Sharad Navaratri begins", "शरद नवरात्रि आरम्भ", Masa.Ashwina, 1, Sunrise, First, Dharma, deity: "durga"),
        Day("durgaAshtami", "Durga Ashtami", "दुर्गा अष्टमी", Masa.Ashwina, 8, Sunrise, Second, Dharma, deity: "durga"),
        Day("mahaNavami", "Maha Navami", "महा नवमी", Masa.Ashwina, 9, Sunrise, First, Dharma, deity: "durga"),
        Day("vijayadashami", "Vijayadashami (Dussehra)", "विजयादशमी (दशहरा)", Masa.Ashwina, 10, Aparahna, First, Dharma, deity: "durga"),
        Day("sharadPurnima", "Sharad Purnima", "शरद पूर्णिमा", Masa.Ashwina, 15, Nishita, Longer, Dharma, deity: "lakshmi"),
        Day("valmikiJayanti", "Valmiki Jayanti", "वाल्मीकि जयंती", Masa.Ashwina, 15, Sunrise, First, "Custom"),
        Day("karvaChauth", "Karva Chauth", "करवा चौथ", Masa.Ashwina, 19, Moonrise, First, Nirnaya),
        Day("ahoiAshtami", "Ahoi Ashtami", "अहोई अष्टमी", Masa.Ashwina, 23, Pradosha, First, "Custom of the north"),
        Day("dhanteras", "Dhanteras", "धनतेरस", Masa.Ashwina, 28, Pradosha, Second, Dharma, deity: "lakshmi"),
        Day("narakaChaturdashi", "Naraka Chaturdashi", "नरक चतुर्दशी", Masa.Ashwina, 29, Arunodaya, First, Dharma),
        Day("diwali", "Diwali (Lakshmi Puja)", "दीपावली (लक्ष्मी पूजा)", Masa.Ashwina, 30, Pradosha, Second, Dharma, deity: "lakshmi"),
        Day("govardhanPuja", "Govardhan Puja", "गोवर्धन पूजा", Masa.Kartika, 1, Sunrise, First, Dharma, deity: "krishna"),
        Day("baliPratipada", "Bali Pratipada (Gujarati New Year)", "बलि प्रतिपदा (गुजराती नववर्ष)", Masa.Kartika, 1, Sunrise, First, "Custom of Gujarat", FestivalKind.NewYear),
        Day("bhaiDooj", "Bhai Dooj", "भाई दूज", Masa.Kartika, 2, Aparahna, Second, Dharma, deity: "yama"),
        Day("chhath", "Chhath Puja", "छठ पूजा", Masa.Kartika, 6, Sunrise, First, "Custom of Bihar", deity: "surya"),
        Day("gopashtami", "Gopashtami", "गोपाष्टमी", Masa.Kartika, 8, Sunrise, First, "Custom of Braj", deity: "krishna"),
        Day("akshayaNavami", "Akshaya (Amla) Navami", "अक्षय (आँवला) नवमी", Masa.Kartika, 9, Purvahna, First, Dharma, deity: "vishnu"),
        Day("tulsiVivah", "Tulsi Vivah", "तुलसी विवाह", Masa.Kartika, 12, Sunrise, First, Dharma, deity: "vishnu"),
        Day("vaikunthaChaturdashi", "Vaikuntha Chaturdashi", "वैकुण्ठ चतुर्दशी", Masa.Kartika, 14, Nishita, Longer, Dharma, deity: "vishnu"),
        Day("kartikaPurnima", "Kartika Purnima", "कार्तिक पूर्णिमा", Masa.Kartika, 15, Sunrise, First, Dharma),
        Day("guruNanakJayanti", "Guru Nanak Jayanti", "गुरु नानक जयंती", Masa.Kartika, 15, Sunrise, First, "Sikh custom"),
        Day("devDeepavali", "Dev Deepavali", "देव दीपावली", Masa.Kartika, 15, Pradosha, Longer, "Custom of Kashi"),
        Day("kalabhairavJayanti", "Kalabhairav Jayanti", "कालभैरव जयंती", Masa.Kartika, 23, Nishita, Longer, Nirnaya, deity: "shiva"),
        Day("vivahaPanchami", "Vivaha Panchami", "विवाह पंचमी", Masa.Margashirsha, 5, Sunrise, First, "Custom of Mithila"),
        Day("dattatreyaJayanti", "Dattatreya Jayanti", "दत्तात्रेय जयंती", Masa.Margashirsha, 15, Pradosha, Longer, Dharma),
        Day("mauniAmavasya", "Mauni Amavasya", "मौनी अमावस्या", Masa.Pausha, 30, Sunrise, First, Dharma),
        Day("vasantPanchami", "Vasant Panchami", "वसंत पंचमी", Masa.Magha, 5, Purvahna, First, Dharma, deity: "saraswati"),
        Day("rathaSaptami", "Ratha Saptami", "रथ सप्तमी", Masa.Magha, 7, Arunodaya, First, Dharma, deity: "surya"),
        Day("bhishmaAshtami", "Bhishma Ashtami", "भीष्म अष्टमी", Masa.Magha, 8, Madhyahna, First, Dharma, deity: "pitrs"),
        Day("maghaPurnima", "Magha Purnima", "माघ पूर्णिमा", Masa.Magha, 15, Sunrise, First, Dharma),
        Day("mahaShivaratri", "Maha Shivaratri", "महाशिवरात्रि", Masa.Magha, 29, Nishita, Longer, Dharma, deity: "shiva"),
        Day("sitalaAshtami", "Sheetala Ashtami", "शीतला अष्टमी", Masa.Phalguna, 23, Sunrise, First, "Custom of the north", deity: "shitala"),
        Day("rangPanchami", "Rang Panchami", "रंग पंचमी", Masa.Phalguna, 20, Sunrise, First, "Custom of Malwa"),
        Monthly("sankashtiChaturthi", "Sankashti Chaturthi", "संकष्टी चतुर्थी", 19, Moonrise, First, "ganesha"),
        Monthly("vinayakaChaturthi", "Vinayaka Chaturthi", "विनायक चतुर्थी", 4, Madhyahna, First, "ganesha"),
        Monthly("skandaShashthi", "Skanda Shashthi", "स्कन्द षष्ठी", 6, Aparahna, First, "kartikeya"),
        Monthly("masikDurgashtami", "Masik Durgashtami", "मासिक दुर्गाष्टमी", 8, Sunrise, First, "durga"),
        Monthly("kalashtami", "Kalashtami", "कालाष्टमी", 23, Nishita, Longer, "shiva"),
        Monthly("pradoshaShukla", "Pradosha Vrata (bright half)", "प्रदोष व्रत (शुक्ल)", 13, Pradosha, Second, "shiva"),
        Monthly("pradoshaKrishna", "Pradosha Vrata (dark half)", "प्रदोष व्रत (कृष्ण)", 28, Pradosha, Second, "shiva"),
        Monthly("masikShivaratri", "Masik Shivaratri", "मासिक शिवरात्रि", 29, Nishita, Longer, "shiva"),
        Monthly("purnima", "Purnima", "पूर्णिमा", 15, Sunrise, First, "vishnu"),
        Monthly("amavasya", "Amavasya", "अमावस्या", 30, Sunrise, First, "pitrs"),
    ];

    /// <summary>All rules, those of one month first.</summary>
    public static IReadOnlyList<TithiRule> All => Rows;

    private static TithiRule Day(string id, string en, string hi, Masa masa, int tithi, Observance observance, Preference preference, string source, FestivalKind kind = FestivalKind.Festival, string? deity = null, bool inAdhika = false) =>
        new(new(id, new LocalName(en, hi), kind, source, deity), masa, tithi, observance, preference, InAdhika: inAdhika);

    private static TithiRule Monthly(string id, string en, string hi, int tithi, Observance observance, Preference preference, string deity) =>
        new(new(id, new LocalName(en, hi), FestivalKind.Vrata, "Dharmasindhu 1", deity), null, tithi, observance, preference, InAdhika: true);
}
