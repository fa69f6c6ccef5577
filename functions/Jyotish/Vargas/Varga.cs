namespace Kundli.Jyotish.Vargas;

/// <summary>The sixteen divisions of a sign (BPHS 6), named by the number of parts.</summary>
public enum Varga
{
    /// <summary>Rashi.</summary>
    D1 = 1,

    /// <summary>Hora: wealth.</summary>
    D2 = 2,

    /// <summary>Drekkana: brothers and sisters.</summary>
    D3 = 3,

    /// <summary>Chaturthamsha: home and fortune.</summary>
    D4 = 4,

    /// <summary>Saptamsha: children.</summary>
    D7 = 7,

    /// <summary>Navamsha: marriage and dharma.</summary>
    D9 = 9,

    /// <summary>Dashamsha: work.</summary>
    D10 = 10,

    /// <summary>Dvadashamsha: parents.</summary>
    D12 = 12,

    /// <summary>Shodashamsha: vehicles and comforts.</summary>
    D16 = 16,

    /// <summary>Vimshamsha: worship.</summary>
    D20 = 20,

    /// <summary>Chaturvimshamsha (siddhamsha): learning.</summary>
    D24 = 24,

    /// <summary>Saptavimshamsha (bhamsha): strength.</summary>
    D27 = 27,

    /// <summary>Trimshamsha: misfortune.</summary>
    D30 = 30,

    /// <summary>Khavedamsha.</summary>
    D40 = 40,

    /// <summary>Akshavedamsha.</summary>
    D45 = 45,

    /// <summary>Shashtyamsha.</summary>
    D60 = 60,
}

/// <summary>Other readings of a division, where traditions differ.</summary>
public enum VargaVariant
{
    /// <summary>Parashara's rule (BPHS 6).</summary>
    Parashara,

    /// <summary>D2 and D3: the parts run on through the zodiac without a break (parivritti).</summary>
    Parivritti,

    /// <summary>D3: Somanatha: odd signs forwards from Aries, even signs backwards from Pisces.</summary>
    Somanatha,

    /// <summary>D3: Jagannatha: the three parts begin with the movable sign of the trine.</summary>
    Jagannatha,

    /// <summary>D2: Kashinatha: day and night signs of the same lord.</summary>
    Kashinatha,

    /// <summary>D24: even signs run backwards from Cancer.</summary>
    ReversedEven,

    /// <summary>D60: counted from Aries in every sign.</summary>
    FromAries,
}
