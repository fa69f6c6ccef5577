using System.Net;
using System.Text;
using System.Text.Json;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Vision.Outside;
using Kundli.Features.Plants;
using Kundli.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kundli.Adapters.Tests.Vision;

/// <summary>Services outside, played by an HTTP handler that answers as their documentation says.</summary>
public sealed class OutsideVisionTests
{
    private const string PlantNetAnswer = """
        { "bestMatch": "Azadirachta indica A.Juss.", "version": "2026-10-01 (7.3)", "remainingIdentificationRequests": 488, "results": [
          { "score": 0.91, "species": { "scientificNameWithoutAuthor": "Azadirachta indica", "commonNames": ["Neem"] } },
          { "score": 0.03, "species": { "scientificNameWithoutAuthor": "Melia parasitica", "commonNames": [] } } ] }
        """;

    private static readonly SpeciesTable Table = new();
    private static readonly OutsidePhoto[] Photos = [new(new byte[] { 0xFF, 0xD8, 0xFF }, Organ.Leaf)];
    private static readonly OutsideOptions Options = new() { Endpoint = new("https://plants.example/"), Key = "secret-key", Model = "seer", CallsPerDay = 3, Patience = TimeSpan.FromSeconds(2) };

    private readonly Service _service = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public async Task PlantNets_names_become_keys_of_the_table_and_unknown_ones_keep_their_names()
    {
        _service.Answer = _ => Json(PlantNetAnswer);
        var seen = await PlantNet().AskAsync(Photos, CancellationToken.None);
        var result = Judgement.Of(seen!, Table, []);
        Assert.Equal((Verdict.Identified, "neem"), (result.Verdict, result.Suggestions[0].Slug));
        Assert.Equal(("melia-parasitica", "Melia parasitica"), (result.Suggestions[1].Slug, result.Suggestions[1].ScientificName));
        Assert.Equal(new VisionModel("plantnet", "2026-10-01 (7.3)"), result.Model);
        var sent = Assert.Single(_service.Bodies);
        Assert.Contains("name=organs", sent, StringComparison.Ordinal);
        Assert.Contains("leaf", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_model_suggests_and_never_identifies()
    {
        var told = JsonSerializer.Serialize("""{ "species": [ { "name": "Azadirachta indica", "probability": 1.0 } ] }""");
        _service.Answer = _ => Json($$"""{ "model": "seer-2026-09-01", "choices": [ { "message": { "content": {{told}} } } ] }""");
        var result = Judgement.Of((await Guarded(new ChatVision(new HttpClient(_service), Options, Table)).AskAsync(Photos, CancellationToken.None))!, Table, []);
        Assert.Equal((Verdict.Unsure, "neem", 1.0), (result.Verdict, result.Suggestions[0].Slug, result.Suggestions[0].Confidence));
        Assert.Contains("data:image/jpeg;base64,/9j/", _service.Bodies[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "{}")]
    [InlineData(429, "{}")]
    [InlineData(500, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, "null")]
    public async Task What_is_no_answer_is_none_and_nothing_is_thrown(int status, string body)
    {
        _service.Answer = _ => Json(body, (HttpStatusCode)status);
        Assert.Null(await PlantNet().AskAsync(Photos, CancellationToken.None));
    }

    [Fact]
    public async Task After_the_days_budget_nobody_is_asked_until_the_next_day()
    {
        _service.Answer = _ => Json(PlantNetAnswer);
        var vision = PlantNet();
        for (var call = 0; call < Options.CallsPerDay; call++)
            Assert.NotNull(await vision.AskAsync(Photos, CancellationToken.None));
        Assert.Null(await vision.AskAsync(Photos, CancellationToken.None));
        Assert.Equal(Options.CallsPerDay, _service.Bodies.Count);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await vision.AskAsync(Photos, CancellationToken.None));
    }

    [Fact]
    public async Task A_service_that_fails_is_left_alone_for_a_while()
    {
        _service.Answer = _ => Json("{}", HttpStatusCode.BadGateway);
        var vision = PlantNet(Options with { CallsPerDay = 100 });
        for (var call = 0; call < 10; call++)
            Assert.Null(await vision.AskAsync(Photos, CancellationToken.None));
        Assert.Equal(4, _service.Bodies.Count);
        _service.Answer = _ => Json(PlantNetAnswer);
        _clock.Advance(GuardedVision.BreakTime + TimeSpan.FromSeconds(1));
        Assert.NotNull(await vision.AskAsync(Photos, CancellationToken.None));
    }

    [Fact]
    public async Task A_service_that_hangs_is_waited_for_no_longer_than_said()
    {
        _service.Hangs = true;
        var asking = PlantNet().AskAsync(Photos, CancellationToken.None);
        await _service.Reached.Task;
        _clock.Advance(Options.Patience + TimeSpan.FromSeconds(1));
        Assert.Null(await asking);
    }

    private GuardedVision PlantNet(OutsideOptions? options = null) => Guarded(new PlantNetVision(new HttpClient(_service), Options, Table), options);

    private GuardedVision Guarded(IOutsideVision service, OutsideOptions? options = null) =>
        new(service, new DailyBudget(new JudgedDocuments(new MemoryDocumentStore(), _clock), "outside-vision", (options ?? Options).CallsPerDay, _clock), options ?? Options, _clock);

    private static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Service : HttpMessageHandler
    {
        public Func<HttpRequestMessage, HttpResponseMessage> Answer { get; set; } = _ => Json("{}");

        public bool Hangs { get; set; }

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            Reached.TrySetResult();
            if (Hangs)
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Answer(request);
        }
    }
}
