using Kundli.Features.Plants;
using Kundli.Features.Privacy;
using Xunit;

namespace Kundli.Features.Tests.Plants;

/// <summary>Whether a photo leaves the house: only an unknown plant's, and only with consent.</summary>
public sealed class NamePlantTests
{
    private static readonly CleanPhoto Photo = new([1], [2], 64, 64, [], 0.5);

    [Theory]
    [InlineData("asha", true, 0.5, 0.95, "neem")]
    [InlineData("asha", false, 0.5, 0.95, "tulsi")]
    [InlineData(null, true, 0.5, 0.95, "tulsi")]
    [InlineData("asha", true, 0.9, 0.95, "tulsi")]
    [InlineData("asha", true, 0.2, 0.3, "tulsi")]
    public async Task A_service_outside_is_asked_only_for_what_is_unsure_and_only_with_consent(string? owner, bool consents, double tulsi, double plant, string first)
    {
        var asked = new Outside(new([new("neem", 0.9)], null, new("outside", "1"), new(0.8, 0.3, 1.01, 0.8)));
        var seen = await Name(tulsi, plant, consents, asked).RunAsync(owner, [Photo], [Organ.Leaf], CancellationToken.None);
        Assert.Equal(first, seen.Scores[0].Slug);
        Assert.Equal(first == "neem" ? 1 : 0, asked.Calls);
        Assert.Equal(plant, seen.PlantProbability);
    }

    [Fact]
    public async Task Where_it_says_nothing_our_own_word_stands()
    {
        var asked = new Outside(null);
        var seen = await Name(0.5, 0.95, consents: true, asked).RunAsync("asha", [Photo], [Organ.Leaf], CancellationToken.None);
        Assert.Equal(("tulsi", 1), (seen.Scores[0].Slug, asked.Calls));
    }

    private static NamePlant Name(double tulsi, double plant, bool consents, IOutsideVision outside) => new(
        new Own(new([new("tulsi", tulsi), new("neem", 0.05)], plant, new("own", "1", "hash"), new(0.8, 0.1, 0.5, 0.6))), new NoPrototypes(), outside, new Consents(consents), new SpeciesTable());

    private sealed class Own(Sighting sighting) : IPlantVision
    {
        public void Load()
        {
        }

        public Task<Sighting> LookAsync(IReadOnlyList<CleanPhoto> photos, CancellationToken cancellation) => Task.FromResult(sighting);
    }

    private sealed class Outside(Sighting? sighting) : IOutsideVision
    {
        public int Calls { get; private set; }

        public Task<Sighting?> AskAsync(IReadOnlyList<OutsidePhoto> photos, CancellationToken cancellation)
        {
            Calls++;
            return Task.FromResult(sighting);
        }
    }

    private sealed class Consents(bool given) : IConsents
    {
        public Task<bool> MayAsync(string? userId, ConsentPurpose purpose, CancellationToken cancellation) =>
            Task.FromResult(userId is not null && given && purpose == ConsentPurpose.ModelProvider);
    }

    private sealed class NoPrototypes : IPrototypeStore
    {
        public Task<IReadOnlyList<Prototype>> AllAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Prototype>>([]);

        public Task PutAsync(Prototype prototype, CancellationToken cancellation) => Task.CompletedTask;

        public Task<bool> RemoveAsync(string slug, CancellationToken cancellation) => Task.FromResult(false);
    }
}
