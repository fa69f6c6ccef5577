namespace Kundli.Features.Pictures;

/// <summary>Shape of a leaf, as botanists call it.</summary>
internal enum Leaf
{
    Ovate, Lance, Heart, TailedHeart, Trifoliate, Pinnate, Bipinnate, Digitate, Needles, Blades, Feather, Fan, Pad, Paddle, TwoLobed, Toothed, Round, Oblong,
}

/// <summary>What stands at the top of the plant.</summary>
internal enum Bloom
{
    None, Five, Daisy, Trumpet, Spike, Lotus, Rose, Cluster, Fruit, Ear, Butterfly,
}

/// <summary>How a plant is drawn: its leaf, its flower or fruit with its colour, and whether the leaf is silvery.</summary>
internal sealed record PlantForm(Leaf Leaf, Bloom Bloom = Bloom.None, string Colour = "#ffffff", bool IsPale = false)
{
    private const int Tones = 24;

    /// <summary>The plant's own shade of green, so that relatives with the same leaf can be told apart.</summary>
    public int Tone { get; init; }

    /// <summary>A colour moved a little towards yellow or blue.</summary>
    public string Shaded(string colour)
    {
        var value = Convert.ToInt32(colour[1..], 16);
        var (red, green, blue) = (value >> 16, (value >> 8) & 255, value & 255);
        var step = Tone % Tones - (Tones / 2);
        return $"#{Math.Clamp(red + (step * 2), 0, 255):x2}{Math.Clamp(green + (step % 5 * 4), 0, 255):x2}{Math.Clamp(blue - (step * 2), 0, 255):x2}";
    }
}

/// <summary>The forms of the plants that the shop sells, by their key in the tradition's table; drawn after the descriptions of Flora of India (Botanical Survey of India).</summary>
internal static class PlantForms
{
    private const string White = "#fff8f0", Yellow = "#f3c53b", Orange = "#ee8a2c", Red = "#d8433b", Pink = "#ee9ab5", Purple = "#8d62b5", Blue = "#5b74d6", Green = "#9cc65a", Violet = "#5a3a78", Brown = "#9b6a3f", Cream = "#f4e6b8";

    private static readonly Dictionary<string, PlantForm> Forms = new(StringComparer.Ordinal)
    {
        ["aak"] = new(Leaf.Oblong, Bloom.Five, Purple, IsPale: true), ["arka"] = new(Leaf.Oblong, Bloom.Five, White, IsPale: true), ["agar"] = new(Leaf.Lance, Bloom.Cluster, Cream),
        ["amla"] = new(Leaf.Pinnate, Bloom.Fruit, Green), ["amrataka"] = new(Leaf.Pinnate, Bloom.Fruit, Yellow), ["anjan"] = new(Leaf.TwoLobed), ["apamarga"] = new(Leaf.Ovate, Bloom.Spike, Green),
        ["aparajita"] = new(Leaf.Pinnate, Bloom.Butterfly, Blue), ["apta"] = new(Leaf.TwoLobed, Bloom.Cluster, Cream), ["arjuna"] = new(Leaf.Oblong, Bloom.Spike, Cream), ["ashoka"] = new(Leaf.Lance, Bloom.Cluster, Orange),
        ["bamboo"] = new(Leaf.Blades), ["banana"] = new(Leaf.Paddle), ["banyan"] = new(Leaf.Ovate, Bloom.Fruit, Red), ["barley"] = new(Leaf.Blades, Bloom.Ear, Yellow), ["bel"] = new(Leaf.Trifoliate, Bloom.Fruit, Green),
        ["bet"] = new(Leaf.Feather), ["champa"] = new(Leaf.Lance, Bloom.Lotus, Yellow), ["chir-pine"] = new(Leaf.Needles, Bloom.Fruit, Brown), ["coconut"] = new(Leaf.Feather, Bloom.Fruit, Green),
        ["cogon-grass"] = new(Leaf.Blades, Bloom.Ear, White), ["durva"] = new(Leaf.Blades), ["ebony"] = new(Leaf.Oblong, Bloom.Fruit, Green), ["giloy"] = new(Leaf.Heart, Bloom.Fruit, Red), ["gudhal"] = new(Leaf.Toothed, Bloom.Trumpet, Red),
        ["gular"] = new(Leaf.Ovate, Bloom.Fruit, Red), ["itthi"] = new(Leaf.Oblong, Bloom.Fruit, Orange), ["jamun"] = new(Leaf.Oblong, Bloom.Fruit, Violet), ["jarul"] = new(Leaf.Oblong, Bloom.Cluster, Purple),
        ["kadamba"] = new(Leaf.Ovate, Bloom.Daisy, Orange), ["kaith"] = new(Leaf.Pinnate, Bloom.Fruit, Cream), ["kala-dammar"] = new(Leaf.Pinnate), ["kathal"] = new(Leaf.Oblong, Bloom.Fruit, Green), ["khadira"] = new(Leaf.Bipinnate, Bloom.Spike, Cream),
        ["kusha"] = new(Leaf.Blades, Bloom.Ear, Brown), ["lal-chandan"] = new(Leaf.Trifoliate, Bloom.Cluster, Yellow), ["lotus"] = new(Leaf.Pad, Bloom.Lotus, Pink), ["mahua"] = new(Leaf.Oblong, Bloom.Cluster, Cream), ["mango"] = new(Leaf.Lance, Bloom.Fruit, Orange),
        ["marigold"] = new(Leaf.Pinnate, Bloom.Daisy, Orange), ["maulsari"] = new(Leaf.Ovate, Bloom.Five, White), ["mogra"] = new(Leaf.Ovate, Bloom.Rose, White), ["nagkesar"] = new(Leaf.Lance, Bloom.Five, White), ["neem"] = new(Leaf.Pinnate, Bloom.Cluster, White),
        ["paan"] = new(Leaf.Heart), ["pakar"] = new(Leaf.Ovate, Bloom.Fruit, White), ["palasha"] = new(Leaf.Trifoliate, Bloom.Butterfly, Orange), ["palmyra"] = new(Leaf.Fan, Bloom.Fruit, Violet), ["paniala"] = new(Leaf.Toothed, Bloom.Fruit, Violet),
        ["parijata"] = new(Leaf.Ovate, Bloom.Five, Cream), ["patala"] = new(Leaf.Pinnate, Bloom.Trumpet, Pink), ["peepal"] = new(Leaf.TailedHeart, Bloom.Fruit, Violet), ["pippali"] = new(Leaf.Heart, Bloom.Spike, Brown), ["punnaga"] = new(Leaf.Oblong, Bloom.Five, White),
        ["rose"] = new(Leaf.Toothed, Bloom.Rose, Red), ["safed-dammar"] = new(Leaf.Oblong, Bloom.Cluster, White), ["safed-khair"] = new(Leaf.Bipinnate, Bloom.Spike, Cream), ["sandalwood"] = new(Leaf.Ovate, Bloom.Cluster, Red), ["saptaparni"] = new(Leaf.Digitate, Bloom.Cluster, White),
        ["semal"] = new(Leaf.Digitate, Bloom.Trumpet, Red), ["shami"] = new(Leaf.Bipinnate, Bloom.Spike, Yellow), ["shisham"] = new(Leaf.Round), ["sugarcane"] = new(Leaf.Blades, Bloom.Ear, Pink), ["tulsi"] = new(Leaf.Toothed, Bloom.Spike, Purple),
        ["turmeric"] = new(Leaf.Paddle, Bloom.Spike, Pink), ["varuna"] = new(Leaf.Trifoliate, Bloom.Cluster, Cream), ["vasaka"] = new(Leaf.Lance, Bloom.Spike, White), ["vetti"] = new(Leaf.Oblong, Bloom.Fruit, Orange), ["willow"] = new(Leaf.Lance, IsPale: true),
        ["sarson"] = new(Leaf.Toothed, Bloom.Cluster, Yellow), ["til"] = new(Leaf.Lance, Bloom.Trumpet, Pink),
    };

    /// <summary>The form of a plant; a plain leafy one where the table has none.</summary>
    public static PlantForm Of(string? plant) => (plant is not null && Forms.TryGetValue(plant, out var form) ? form : new PlantForm(Leaf.Ovate)) with { Tone = (plant ?? "").Sum(letter => letter) };
}
