using System.Numerics;

namespace Kundli.Features.Catalog;

/// <summary>A set of products by their places in a snapshot: a bit each. Immutable once it is made.</summary>
internal sealed class ProductSet
{
    private const int Bits = 64;

    private readonly ulong[] _words;

    private ProductSet(ulong[] words) => _words = words;

    /// <summary>Nothing of so many products.</summary>
    public static ProductSet None(int size) => new(new ulong[(size + Bits - 1) / Bits]);

    /// <summary>All of so many products.</summary>
    public static ProductSet All(int size) => Of(size, Enumerable.Range(0, size));

    /// <summary>The products at these places.</summary>
    public static ProductSet Of(int size, IEnumerable<int> places)
    {
        var set = None(size);
        foreach (var place in places)
            set._words[place / Bits] |= 1UL << (place % Bits);
        return set;
    }

    /// <summary>Whether the product at a place belongs to it.</summary>
    public bool Has(int place) => (_words[place / Bits] >> (place % Bits) & 1) != 0;

    /// <summary>What both hold.</summary>
    public ProductSet And(ProductSet other) => new([.. _words.Zip(other._words, (one, two) => one & two)]);

    /// <summary>What one of them holds.</summary>
    public ProductSet Or(ProductSet other) => new([.. _words.Zip(other._words, (one, two) => one | two)]);

    /// <summary>What it holds and the other does not.</summary>
    public ProductSet Except(ProductSet other) => new([.. _words.Zip(other._words, (one, two) => one & ~two)]);

    /// <summary>Those of it that fit.</summary>
    public ProductSet Where(Func<int, bool> fits) => Of(_words.Length * Bits, Enumerable.Range(0, _words.Length * Bits).Where(place => Has(place) && fits(place)));

    /// <summary>How many.</summary>
    public int Count() => _words.Sum(BitOperations.PopCount);

    /// <summary>How many of it another set holds too.</summary>
    public int CountIn(ProductSet other)
    {
        var count = 0;
        for (var word = 0; word < _words.Length; word++)
            count += BitOperations.PopCount(_words[word] & other._words[word]);
        return count;
    }
}
