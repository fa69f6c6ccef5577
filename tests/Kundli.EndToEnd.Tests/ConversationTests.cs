using System.Net;
using System.Text.Json;
using Kundli.Features.Privacy;
using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>Questions with their history over HTTP.</summary>
[Collection(RunningHost.Name)]
public sealed class ConversationTests(RunningHost host)
{
    private const string Conversations = "/api/v1/conversations";

    [Fact]
    public async Task Without_consent_nothing_is_kept()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        var chart = await ChartAsync(member);
        var (refused, _) = await member.SendAsync(HttpMethod.Post, Conversations, HttpStatusCode.Forbidden, new { chartId = chart });
        Assert.Equal(("urn:kundli:problem:consent-required", "conversations"), (refused.GetProperty("type").GetString(), refused.GetProperty("purpose").GetString()));
    }

    [Fact]
    public async Task A_follow_up_goes_on_with_the_topic_and_the_history_is_its_owners_until_deleted()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        using var other = await Member.RegisterAsync(host.Http.BaseAddress!);
        var messages = await BeginAsync(member, await ChartAsync(member));
        await AskAsync(member, messages, "How is my career?");
        var (followUp, refusal) = (await AskAsync(member, messages, "और अगले साल?"), await AskAsync(member, messages, "When will I die?"));
        var resumed = await AskAsync(member, messages, "aur kab?");
        Assert.Equal(("work", "nextYear"), (Understood(followUp, "topic"), Understood(followUp, "time")));
        Assert.Equal("lifespan", Understood(refusal, "refusal"));
        Assert.Equal("work", Understood(resumed, "topic"));
        Assert.NotEmpty(followUp.GetProperty("answer").GetProperty("sections")[0].GetProperty("evidence").EnumerateArray());

        var (page, _) = await member.SendAsync(HttpMethod.Get, $"{messages}?limit=3", HttpStatusCode.OK);
        Assert.Equal([1, 2, 3], page.GetProperty("items").EnumerateArray().Select(message => message.GetProperty("number").GetInt32()));
        var (rest, _) = await member.SendAsync(HttpMethod.Get, $"{messages}?after={Uri.EscapeDataString(page.GetProperty("next").GetString()!)}", HttpStatusCode.OK);
        Assert.Equal(resumed.GetRawText(), Assert.Single(rest.GetProperty("items").EnumerateArray()).GetRawText());
        await other.SendAsync(HttpMethod.Get, messages, HttpStatusCode.NotFound);
        await other.SendAsync(HttpMethod.Post, messages, HttpStatusCode.NotFound, new { question = "How is my career?" });

        var conversation = messages[..messages.LastIndexOf('/')];
        await other.SendAsync(HttpMethod.Delete, conversation, HttpStatusCode.NotFound);
        await member.SendAsync(HttpMethod.Delete, conversation, HttpStatusCode.NoContent);
        await member.SendAsync(HttpMethod.Get, messages, HttpStatusCode.NotFound);
        var (list, _) = await member.SendAsync(HttpMethod.Get, Conversations, HttpStatusCode.OK);
        Assert.Empty(list.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Eight_questions_at_once_are_all_kept_each_under_its_own_number()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        var messages = await BeginAsync(member, await ChartAsync(member));
        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AskAsync(member, messages, "How is my career?")));
        Assert.All(told, message => Assert.True(message.GetProperty("kept").GetBoolean()));
        var (page, _) = await member.SendAsync(HttpMethod.Get, messages, HttpStatusCode.OK);
        Assert.Equal(Enumerable.Range(1, 8), page.GetProperty("items").EnumerateArray().Select(message => message.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task A_conversation_goes_with_its_chart_and_stops_when_consent_is_withdrawn()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        var chart = await ChartAsync(member);
        var messages = await BeginAsync(member, chart);
        await ConsentAsync(member, granted: false);
        await member.SendAsync(HttpMethod.Post, messages, HttpStatusCode.Forbidden, new { question = "How is my career?" });
        await member.SendAsync(HttpMethod.Delete, $"/api/v1/charts/{chart}", HttpStatusCode.NoContent);
        await member.SendAsync(HttpMethod.Get, messages, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_kept_by_consent_goes_when_it_is_withdrawn()
    {
        using var member = await Member.RegisterAsync(host.Http.BaseAddress!);
        var messages = await BeginAsync(member, await ChartAsync(member));
        await AskAsync(member, messages, "How is my career?");
        await ConsentAsync(member, granted: false);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while ((await member.Http.GetAsync(messages, patience.Token)).IsSuccessStatusCode)
            await Task.Delay(500, patience.Token);
        var (list, _) = await member.SendAsync(HttpMethod.Get, Conversations, HttpStatusCode.OK);
        Assert.Empty(list.GetProperty("items").EnumerateArray());
    }

    private static string? Understood(JsonElement message, string member) => message.GetProperty("answer").GetProperty("understood").GetProperty(member).GetString();

    private static async Task<JsonElement> AskAsync(Member member, string messages, string question) => (await member.SendAsync(HttpMethod.Post, messages, HttpStatusCode.OK, new { question })).Body;

    private static async Task<string> ChartAsync(Member member)
    {
        var birth = new { date = "1990-05-15", time = "14:30:00.000", timeAccuracy = "exact", latitude = 28.6139, longitude = 77.2090, timeZone = "Asia/Kolkata" };
        return (await member.SendAsync(HttpMethod.Post, "/api/v1/charts", HttpStatusCode.Created, new { name = "Asha", birth })).Body.GetProperty("id").GetString()!;
    }

    private static async Task<string> BeginAsync(Member member, string chart)
    {
        await ConsentAsync(member, granted: true);
        var (_, headers) = await member.SendAsync(HttpMethod.Post, Conversations, HttpStatusCode.Created, new { chartId = chart });
        return headers.Location!.ToString();
    }

    private static Task ConsentAsync(Member member, bool granted) => member.SendAsync(
        HttpMethod.Put, "/api/v1/me/consents", HttpStatusCode.OK, new { consents = new[] { new { purpose = "conversations", granted, noticeVersion = ConsentNotice.Of(ConsentPurpose.Conversations).Version } } });
}
