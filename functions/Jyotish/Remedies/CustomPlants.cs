using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Remedies;

/// <summary>What a plant is tied to by custom rather than by a chart.</summary>
public enum CustomKind
{
    /// <summary>A deity.</summary>
    Deity,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>A festival.</summary>
    Festival,
}

/// <summary>A plant of a deity, weekday or festival.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Subject">Its camelCase key: <c>shiva</c>, <c>monday</c>, <c>tulsiVivah</c>.</param>
/// <param name="SubjectName">Its name.</param>
/// <param name="Slug">The plant.</param>
/// <param name="Source">The book or the living custom that says so.</param>
public sealed record CustomPlant(CustomKind Kind, string Subject, LocalName SubjectName, string Slug, string Source);

/// <summary>The plants of deities, weekdays and festivals.</summary>
public static class CustomPlants
{
    private static readonly CustomPlant[] Rows =
    [
        new(CustomKind.Deity, "vishnu", new("Vishnu", "विष्णु"), "tulsi", "Padma Purana, Uttara Khanda (Tulsi mahatmya)"),
        new(CustomKind.Deity, "krishna", new("Krishna", "कृष्ण"), "tulsi", "Padma Purana, Uttara Khanda (Tulsi mahatmya)"),
        new(CustomKind.Deity, "krishna", new("Krishna", "कृष्ण"), "kadamba", "Bhagavata Purana 10 (Kadamba on the Yamuna)"),
        new(CustomKind.Deity, "krishna", new("Krishna", "कृष्ण"), "parijata", "Harivamsha, Vishnu Parva (Parijata-harana)"),
        new(CustomKind.Deity, "vishnu", new("Vishnu", "विष्णु"), "peepal", "Bhagavad Gita 10.26"),
        new(CustomKind.Deity, "vishnu", new("Vishnu", "विष्णु"), "amla", "Skanda Purana, Vaishnava Khanda (Dhatri mahatmya)"),
        new(CustomKind.Deity, "vishnu", new("Vishnu", "विष्णु"), "banana", "Household worship of Vishnu on Thursdays"),
        new(CustomKind.Deity, "vishnu", new("Vishnu", "विष्णु"), "sandalwood", "Gandha of the sixteen-part worship"),
        new(CustomKind.Deity, "vishnu", new("Vishnu", "विष्णु"), "champa", "Agni Purana 202 (flowers of Vishnu)"),
        new(CustomKind.Deity, "shiva", new("Shiva", "शिव"), "bel", "Shiva Purana, Vidyeshvara Samhita 22"),
        new(CustomKind.Deity, "shiva", new("Shiva", "शिव"), "arka", "Shiva Purana, Rudra Samhita 1.14"),
        new(CustomKind.Deity, "shiva", new("Shiva", "शिव"), "datura-black", "Shiva Purana, Rudra Samhita 1.14"),
        new(CustomKind.Deity, "shiva", new("Shiva", "शिव"), "banyan", "Dakshinamurti Stotra (Shiva below the banyan)"),
        new(CustomKind.Deity, "ganesha", new("Ganesha", "गणेश"), "durva", "Ganesha Purana, Upasana Khanda"),
        new(CustomKind.Deity, "ganesha", new("Ganesha", "गणेश"), "gudhal", "Ganesha worship with red flowers"),
        new(CustomKind.Deity, "ganesha", new("Ganesha", "गणेश"), "shami", "Ganesha Purana, Krida Khanda (Shami mahatmya)"),
        new(CustomKind.Deity, "ganesha", new("Ganesha", "गणेश"), "arka", "Shvetarka Ganapati worship"),
        new(CustomKind.Deity, "lakshmi", new("Lakshmi", "लक्ष्मी"), "lotus", "Shri Sukta (Rigveda Khila)"),
        new(CustomKind.Deity, "lakshmi", new("Lakshmi", "लक्ष्मी"), "bel", "Shri Sukta 6 (the bilva is her tree)"),
        new(CustomKind.Deity, "lakshmi", new("Lakshmi", "लक्ष्मी"), "marigold", "Household worship on Diwali"),
        new(CustomKind.Deity, "durga", new("Durga", "दुर्गा"), "gudhal", "Devi worship with red flowers (Kalika Purana 69)"),
        new(CustomKind.Deity, "durga", new("Durga", "दुर्गा"), "aparajita", "Aparajita worship on Vijayadashami"),
        new(CustomKind.Deity, "durga", new("Durga", "दुर्गा"), "bel", "Bilva-nimantrana of the Durga Puja"),
        new(CustomKind.Deity, "durga", new("Durga", "दुर्गा"), "barley", "Yavankura of the Navaratri"),
        new(CustomKind.Deity, "saraswati", new("Saraswati", "सरस्वती"), "palasha", "Palasha flowers of the Sarasvati Puja"),
        new(CustomKind.Deity, "saraswati", new("Saraswati", "सरस्वती"), "lotus", "Sarasvati Stotra (white lotus)"),
        new(CustomKind.Deity, "surya", new("Surya", "सूर्य"), "arka", "Yajnavalkya Smriti 1.302"),
        new(CustomKind.Deity, "hanuman", new("Hanuman", "हनुमान"), "arka", "Garlands of arka on Tuesdays and Saturdays"),
        new(CustomKind.Deity, "shani", new("Shani", "शनि"), "shami", "Yajnavalkya Smriti 1.302"),
        new(CustomKind.Deity, "shitala", new("Shitala Mata", "शीतला माता"), "neem", "Shitala worship (Skanda Purana)"),
        new(CustomKind.Deity, "kartikeya", new("Kartikeya", "कार्तिकेय"), "kadamba", "Tamil Murugan worship (Tirumurukarruppatai)"),
        new(CustomKind.Deity, "kamadeva", new("Kamadeva", "कामदेव"), "ashoka", "The five arrows of Kamadeva (Amarakosha)"),
        new(CustomKind.Deity, "kamadeva", new("Kamadeva", "कामदेव"), "mango", "The five arrows of Kamadeva (Amarakosha)"),
        new(CustomKind.Deity, "brahma", new("Brahma", "ब्रह्मा"), "palasha", "Palasha as the tree of Brahman (Shatapatha Brahmana)"),
        new(CustomKind.Deity, "yama", new("Yama", "यम"), "amla", "Nakshatra Vana lists (Bharani)"),
        new(CustomKind.Deity, "pitrs", new("The ancestors", "पितर"), "kusha", "Kusha of the shraddha (Manu Smriti 3.208)"),
        new(CustomKind.Deity, "pitrs", new("The ancestors", "पितर"), "til", "Sesame of the shraddha (Manu Smriti 3.210)"),
        new(CustomKind.Weekday, "sunday", new("Sunday", "रविवार"), "arka", "The samidha of the lord of the day (Yajnavalkya Smriti 1.302)"),
        new(CustomKind.Weekday, "monday", new("Monday", "सोमवार"), "palasha", "The samidha of the lord of the day (Yajnavalkya Smriti 1.302)"),
        new(CustomKind.Weekday, "monday", new("Monday", "सोमवार"), "bel", "Shiva worship on Mondays"),
        new(CustomKind.Weekday, "tuesday", new("Tuesday", "मंगलवार"), "khadira", "The samidha of the lord of the day (Yajnavalkya Smriti 1.302)"),
        new(CustomKind.Weekday, "tuesday", new("Tuesday", "मंगलवार"), "gudhal", "Devi and Hanuman worship on Tuesdays"),
        new(CustomKind.Weekday, "wednesday", new("Wednesday", "बुधवार"), "apamarga", "The samidha of the lord of the day (Yajnavalkya Smriti 1.302)"),
        new(CustomKind.Weekday, "wednesday", new("Wednesday", "बुधवार"), "durva", "Ganesha worship on Wednesdays"),
        new(CustomKind.Weekday, "thursday", new("Thursday", "गुरुवार"), "banana", "Brihaspati vrata on Thursdays"),
        new(CustomKind.Weekday, "thursday", new("Thursday", "गुरुवार"), "peepal", "The samidha of the lord of the day (Yajnavalkya Smriti 1.302)"),
        new(CustomKind.Weekday, "friday", new("Friday", "शुक्रवार"), "gular", "The samidha of the lord of the day (Yajnavalkya Smriti 1.302)"),
        new(CustomKind.Weekday, "friday", new("Friday", "शुक्रवार"), "lotus", "Lakshmi worship on Fridays"),
        new(CustomKind.Weekday, "friday", new("Friday", "शुक्रवार"), "rose", "Lakshmi worship on Fridays"),
        new(CustomKind.Weekday, "saturday", new("Saturday", "शनिवार"), "shami", "The samidha of the lord of the day (Yajnavalkya Smriti 1.302)"),
        new(CustomKind.Weekday, "saturday", new("Saturday", "शनिवार"), "peepal", "The samidha of the lord of the day (Yajnavalkya Smriti 1.302)"),
        new(CustomKind.Festival, "makarSankranti", new("Makar Sankranti", "मकर संक्रांति"), "til", "Sesame gifts of Makar Sankranti"),
        new(CustomKind.Festival, "makarSankranti", new("Makar Sankranti", "मकर संक्रांति"), "sugarcane", "Sesame gifts of Makar Sankranti"),
        new(CustomKind.Festival, "pongal", new("Pongal", "पोंगल"), "sugarcane", "Pongal offering"),
        new(CustomKind.Festival, "pongal", new("Pongal", "पोंगल"), "turmeric", "Pongal offering"),
        new(CustomKind.Festival, "vasantPanchami", new("Vasant Panchami", "वसंत पंचमी"), "sarson", "Sarasvati Puja in spring"),
        new(CustomKind.Festival, "vasantPanchami", new("Vasant Panchami", "वसंत पंचमी"), "mango", "Sarasvati Puja in spring"),
        new(CustomKind.Festival, "vasantPanchami", new("Vasant Panchami", "वसंत पंचमी"), "palasha", "Sarasvati Puja in spring"),
        new(CustomKind.Festival, "mahaShivaratri", new("Maha Shivaratri", "महाशिवरात्रि"), "bel", "Shiva Purana, Vidyeshvara Samhita 22"),
        new(CustomKind.Festival, "mahaShivaratri", new("Maha Shivaratri", "महाशिवरात्रि"), "datura-black", "Shiva Purana, Vidyeshvara Samhita 22"),
        new(CustomKind.Festival, "mahaShivaratri", new("Maha Shivaratri", "महाशिवरात्रि"), "arka", "Shiva Purana, Vidyeshvara Samhita 22"),
        new(CustomKind.Festival, "holi", new("Holi", "होली"), "palasha", "Tesu colour of Holi"),
        new(CustomKind.Festival, "ugadi", new("Ugadi and Gudi Padwa", "उगादि / गुड़ी पड़वा"), "neem", "Neem and jaggery of the new year (Dharmasindhu)"),
        new(CustomKind.Festival, "ugadi", new("Ugadi and Gudi Padwa", "उगादि / गुड़ी पड़वा"), "mango", "Neem and jaggery of the new year (Dharmasindhu)"),
        new(CustomKind.Festival, "ramaNavami", new("Rama Navami", "राम नवमी"), "tulsi", "Worship of Rama with tulsi"),
        new(CustomKind.Festival, "sitalaAshtami", new("Sheetala Ashtami", "शीतला अष्टमी"), "neem", "Shitala worship (Skanda Purana)"),
        new(CustomKind.Festival, "vatSavitri", new("Vat Savitri", "वट सावित्री"), "banyan", "Skanda Purana; Mahabharata, Vana Parva (Savitri)"),
        new(CustomKind.Festival, "hariyaliAmavasya", new("Hariyali Amavasya", "हरियाली अमावस्या"), "peepal", "Tree planting of Hariyali Amavasya"),
        new(CustomKind.Festival, "hariyaliAmavasya", new("Hariyali Amavasya", "हरियाली अमावस्या"), "neem", "Tree planting of Hariyali Amavasya"),
        new(CustomKind.Festival, "hariyaliAmavasya", new("Hariyali Amavasya", "हरियाली अमावस्या"), "amla", "Tree planting of Hariyali Amavasya"),
        new(CustomKind.Festival, "janmashtami", new("Janmashtami", "जन्माष्टमी"), "tulsi", "Worship of Krishna with tulsi"),
        new(CustomKind.Festival, "janmashtami", new("Janmashtami", "जन्माष्टमी"), "kadamba", "Worship of Krishna with tulsi"),
        new(CustomKind.Festival, "janmashtami", new("Janmashtami", "जन्माष्टमी"), "parijata", "Worship of Krishna with tulsi"),
        new(CustomKind.Festival, "ganeshChaturthi", new("Ganesh Chaturthi", "गणेश चतुर्थी"), "durva", "The 21 leaves (ekavimshati patra puja)"),
        new(CustomKind.Festival, "ganeshChaturthi", new("Ganesh Chaturthi", "गणेश चतुर्थी"), "gudhal", "The 21 leaves (ekavimshati patra puja)"),
        new(CustomKind.Festival, "ganeshChaturthi", new("Ganesh Chaturthi", "गणेश चतुर्थी"), "shami", "The 21 leaves (ekavimshati patra puja)"),
        new(CustomKind.Festival, "ganeshChaturthi", new("Ganesh Chaturthi", "गणेश चतुर्थी"), "apamarga", "The 21 leaves (ekavimshati patra puja)"),
        new(CustomKind.Festival, "ganeshChaturthi", new("Ganesh Chaturthi", "गणेश चतुर्थी"), "bel", "The 21 leaves (ekavimshati patra puja)"),
        new(CustomKind.Festival, "pitruPaksha", new("Pitru Paksha", "पितृ पक्ष"), "kusha", "Manu Smriti 3.208-210"),
        new(CustomKind.Festival, "pitruPaksha", new("Pitru Paksha", "पितृ पक्ष"), "til", "Manu Smriti 3.208-210"),
        new(CustomKind.Festival, "pitruPaksha", new("Pitru Paksha", "पितृ पक्ष"), "peepal", "Manu Smriti 3.208-210"),
        new(CustomKind.Festival, "navaratri", new("Sharad Navaratri", "शरद नवरात्रि"), "barley", "Ghatasthapana and the nine leaves (navapatrika)"),
        new(CustomKind.Festival, "navaratri", new("Sharad Navaratri", "शरद नवरात्रि"), "gudhal", "Ghatasthapana and the nine leaves (navapatrika)"),
        new(CustomKind.Festival, "navaratri", new("Sharad Navaratri", "शरद नवरात्रि"), "bel", "Ghatasthapana and the nine leaves (navapatrika)"),
        new(CustomKind.Festival, "vijayadashami", new("Vijayadashami", "विजयादशमी"), "shami", "Dharmasindhu (Shami and Aparajita worship)"),
        new(CustomKind.Festival, "vijayadashami", new("Vijayadashami", "विजयादशमी"), "apta", "Dharmasindhu (Shami and Aparajita worship)"),
        new(CustomKind.Festival, "vijayadashami", new("Vijayadashami", "विजयादशमी"), "aparajita", "Dharmasindhu (Shami and Aparajita worship)"),
        new(CustomKind.Festival, "dhanteras", new("Dhanteras", "धनतेरस"), "marigold", "Household worship on Dhanteras"),
        new(CustomKind.Festival, "diwali", new("Diwali", "दीपावली"), "lotus", "Lakshmi Puja"),
        new(CustomKind.Festival, "diwali", new("Diwali", "दीपावली"), "marigold", "Lakshmi Puja"),
        new(CustomKind.Festival, "diwali", new("Diwali", "दीपावली"), "banana", "Lakshmi Puja"),
        new(CustomKind.Festival, "govardhanPuja", new("Govardhan Puja", "गोवर्धन पूजा"), "tulsi", "Annakuta offering with tulsi"),
        new(CustomKind.Festival, "chhath", new("Chhath", "छठ पूजा"), "sugarcane", "Offerings to the Sun of Chhath"),
        new(CustomKind.Festival, "chhath", new("Chhath", "छठ पूजा"), "banana", "Offerings to the Sun of Chhath"),
        new(CustomKind.Festival, "chhath", new("Chhath", "छठ पूजा"), "turmeric", "Offerings to the Sun of Chhath"),
        new(CustomKind.Festival, "chhath", new("Chhath", "छठ पूजा"), "coconut", "Offerings to the Sun of Chhath"),
        new(CustomKind.Festival, "akshayaNavami", new("Akshaya (Amla) Navami", "अक्षय (आँवला) नवमी"), "amla", "Skanda Purana, Vaishnava Khanda (Dhatri mahatmya)"),
        new(CustomKind.Festival, "tulsiVivah", new("Tulsi Vivah", "तुलसी विवाह"), "tulsi", "Skanda Purana, Kartika Masa mahatmya"),
        new(CustomKind.Festival, "tulsiVivah", new("Tulsi Vivah", "तुलसी विवाह"), "sugarcane", "Skanda Purana, Kartika Masa mahatmya"),
        new(CustomKind.Festival, "tulsiVivah", new("Tulsi Vivah", "तुलसी विवाह"), "amla", "Skanda Purana, Kartika Masa mahatmya"),
        new(CustomKind.Festival, "karvaChauth", new("Karva Chauth", "करवा चौथ"), "paan", "Household worship on Karva Chauth"),
        new(CustomKind.Festival, "onam", new("Onam", "ओणम"), "marigold", "Flower carpet of Onam"),
        new(CustomKind.Festival, "onam", new("Onam", "ओणम"), "banana", "Flower carpet of Onam"),
    ];

    /// <summary>Deities first, then weekdays, then festivals; the first plant of a subject is its main one.</summary>
    public static IReadOnlyList<CustomPlant> All => Rows;

    /// <summary>The plants of one subject; empty when it has none.</summary>
    public static IEnumerable<CustomPlant> Of(CustomKind kind, string subject) => Rows.Where(row => row.Kind == kind && row.Subject == subject);
}
