namespace Kundli.Jyotish.Zodiac;

/// <summary>The 27 lunar mansions of 13°20′ each, from the start of sidereal Aries.</summary>
public enum Nakshatra
{
    /// <summary>The first mansion; deity: Ashvini Kumaras.</summary>
    Ashwini,

    /// <summary>The second mansion; deity: Yama.</summary>
    Bharani,

    /// <summary>The third mansion; deity: Agni.</summary>
    Krittika,

    /// <summary>The 4th mansion; deity: Brahma (Prajapati).</summary>
    Rohini,

    /// <summary>The 5th mansion; deity: Soma.</summary>
    Mrigashira,

    /// <summary>The 6th mansion; deity: Rudra.</summary>
    Ardra,

    /// <summary>The 7th mansion; deity: Aditi.</summary>
    Punarvasu,

    /// <summary>The 8th mansion; deity: Brihaspati.</summary>
    Pushya,

    /// <summary>The 9th mansion; deity: Nagas (Sarpa).</summary>
    Ashlesha,

    /// <summary>The 10th mansion; deity: Pitris.</summary>
    Magha,

    /// <summary>The 11th mansion; deity: Bhaga (some: Aryaman).</summary>
    PurvaPhalguni,

    /// <summary>The 12th mansion; deity: Aryaman (some: Bhaga).</summary>
    UttaraPhalguni,

    /// <summary>The 13th mansion; deity: Savitar.</summary>
    Hasta,

    /// <summary>The 14th mansion; deity: Tvashtar.</summary>
    Chitra,

    /// <summary>The 15th mansion; deity: Vayu.</summary>
    Swati,

    /// <summary>The 16th mansion; deity: Indra-Agni.</summary>
    Vishakha,

    /// <summary>The 17th mansion; deity: Mitra.</summary>
    Anuradha,

    /// <summary>The 18th mansion; deity: Indra.</summary>
    Jyeshtha,

    /// <summary>The 19th mansion; deity: Nirriti.</summary>
    Mula,

    /// <summary>The 20th mansion; deity: Apas.</summary>
    PurvaAshadha,

    /// <summary>The 21st mansion; deity: Vishvedevas.</summary>
    UttaraAshadha,

    /// <summary>The 22nd mansion; deity: Vishnu.</summary>
    Shravana,

    /// <summary>The 23rd mansion; deity: Vasus.</summary>
    Dhanishta,

    /// <summary>The 24th mansion; deity: Varuna.</summary>
    Shatabhisha,

    /// <summary>The 25th mansion; deity: Aja Ekapada.</summary>
    PurvaBhadrapada,

    /// <summary>The 26th mansion; deity: Ahirbudhnya.</summary>
    UttaraBhadrapada,

    /// <summary>The 27th mansion; deity: Pushan.</summary>
    Revati,
}

/// <summary>The temper of a nakshatra in matching.</summary>
public enum Gana
{
    /// <summary>Divine.</summary>
    Deva,

    /// <summary>Human.</summary>
    Manushya,

    /// <summary>Fierce.</summary>
    Rakshasa,
}

/// <summary>The channel of a nakshatra in matching.</summary>
public enum Nadi
{
    /// <summary>First: vata.</summary>
    Adi,

    /// <summary>Middle: pitta.</summary>
    Madhya,

    /// <summary>Last: kapha.</summary>
    Antya,
}

/// <summary>The animal of a nakshatra in matching, in the order of the yoni table.</summary>
public enum Yoni
{
    /// <summary>Ashva.</summary>
    Horse,

    /// <summary>Gaja.</summary>
    Elephant,

    /// <summary>Mesha.</summary>
    Sheep,

    /// <summary>Sarpa.</summary>
    Serpent,

    /// <summary>Shvana.</summary>
    Dog,

    /// <summary>Marjara.</summary>
    Cat,

    /// <summary>Mushaka.</summary>
    Rat,

    /// <summary>Gau.</summary>
    Cow,

    /// <summary>Mahisha.</summary>
    Buffalo,

    /// <summary>Vyaghra.</summary>
    Tiger,

    /// <summary>Mriga.</summary>
    Deer,

    /// <summary>Vanara.</summary>
    Monkey,

    /// <summary>Nakula.</summary>
    Mongoose,

    /// <summary>Simha.</summary>
    Lion,
}

/// <summary>The limb of a nakshatra in South Indian matching.</summary>
public enum Rajju
{
    /// <summary>Pada.</summary>
    Foot,

    /// <summary>Kati.</summary>
    Waist,

    /// <summary>Udara.</summary>
    Stomach,

    /// <summary>Kantha.</summary>
    Neck,

    /// <summary>Shiras.</summary>
    Head,
}
