using Kundli.LocalHost.Hosting;
using Kundli.LocalHost.Tests.Samples;

using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

using Xunit;

namespace Kundli.LocalHost.Tests.Hosting;

public sealed class DeclarationTests
{
    [Theory]
    [InlineData(typeof(AnswersPoco), "AnswersPoco: an HTTP function answers an IResult, not Parcel.")]
    [InlineData(typeof(TakesPoco), "TakesPoco: an HTTP function takes an HttpRequest, not Parcel.")]
    [InlineData(typeof(AnswersTwice), "AnswersTwice: with an output binding beside it the HTTP result is marked [HttpResult].")]
    [InlineData(typeof(RetriedQueue), "RetriedQueue: a retry policy is allowed on timers only.")]
    [InlineData(typeof(AsyncVoid), "AsyncVoid: async void is not awaited.")]
    [InlineData(typeof(SameName), "Same: the name is used twice.")]
    [InlineData(typeof(WithoutTrigger), "WithoutTrigger: a function has exactly one trigger, this one has 0.")]
    [InlineData(typeof(Hidden), "Hidden: its class is not public, so Azure would not find it.")]
    [InlineData(typeof(BadSchedule), "BadSchedule: 'every minute' is not a schedule of six fields.")]
    [InlineData(typeof(PercentRoute), "PercentRoute: a route can't hold a setting (%...%).")]
    public void A_declaration_that_would_not_run_on_azure_stops_the_start(Type functions, string fault) =>
        Assert.Contains(fault, Assert.Throws<InvalidOperationException>(() => LocalFunction.In([functions])).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var message = Assert.Throws<InvalidOperationException>(() => LocalFunction.In([typeof(AnswersPoco), typeof(RetriedQueue)])).Message;

        Assert.Contains("AnswersPoco", message, StringComparison.Ordinal);
        Assert.Contains("RetriedQueue", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Functions_are_ordered_by_their_names() =>
        Assert.Equal(["AlphaAny", "BetaFixed", "Bind", "Broken"], LocalFunction.In(SampleProgram.Functions).Select(function => function.Name).Take(4));

    [Theory]
    [InlineData("Bind", """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","methods":["get"],"route":"api/bind/{number:int}/{name?}"}""", """{"name":"$return","type":"http","direction":"Out"}""")]
    [InlineData("Send", """{"name":"request","type":"httpTrigger","direction":"In","authLevel":"Anonymous","methods":["post"],"route":"api/sent"}""",
        """{"name":"Parcel","type":"queue","direction":"Out","queueName":"parcels"}""",
        """{"name":"Letters","type":"serviceBus","direction":"Out","queueOrTopicName":"letters","entityType":"Queue","connection":"ServiceBus"}""",
        """{"name":"Answer","type":"http","direction":"Out"}""")]
    [InlineData("Relay", """{"name":"text","type":"queueTrigger","direction":"In","queueName":"relay","dataType":"String"}""", """{"name":"$return","type":"queue","direction":"Out","queueName":"relayed"}""")]
    [InlineData("TakeParcel", """{"name":"parcel","type":"queueTrigger","direction":"In","queueName":"parcels"}""")]
    [InlineData("ReadLetter", """{"name":"text","type":"serviceBusTrigger","direction":"In","queueName":"letters","connection":"ServiceBus","cardinality":"One","dataType":"String"}""")]
    public void Attributes_are_read_into_the_official_binding_metadata(string name, params string[] expected)
    {
        var function = LocalFunction.In(SampleProgram.Functions).Single(function => function.Name == name);

        Assert.Equal(expected, BindingMetadataJson.Of(function).Select(binding => binding.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })));
    }

    public static class AnswersPoco
    {
        [Function("AnswersPoco")]
        public static Task<Parcel> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/poco")] HttpRequest request) => Task.FromResult(new Parcel("p", 1));
    }

    public static class TakesPoco
    {
        [Function("TakesPoco")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/poco")] Parcel parcel) => Results.Ok(parcel);
    }

    public static class AnswersTwice
    {
        [Function("AnswersTwice")]
        [QueueOutput("parcels")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/twice")] HttpRequest request) => Results.Ok();
    }

    public static class RetriedQueue
    {
        [Function("RetriedQueue")]
        [FixedDelayRetry(3, "00:00:01")]
        public static void Run([QueueTrigger("parcels")] string text) => Assert.NotNull(text);
    }

    public static class AsyncVoid
    {
        [Function("AsyncVoid")]
        [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "MA0155:Do not use async void methods", Justification = "It is the fault.")]
        public static async void Run([QueueTrigger("parcels")] string text) => await Task.Delay(text.Length);
    }

    public static class SameName
    {
        [Function("Same")]
        public static void One([QueueTrigger("ones")] string text) => Assert.NotNull(text);

        [Function("same")]
        public static void Two([QueueTrigger("twos")] string text) => Assert.NotNull(text);
    }

    public static class WithoutTrigger
    {
        [Function("WithoutTrigger")]
        public static void Run(string text) => Assert.NotNull(text);
    }

    internal static class Hidden
    {
        [Function("Hidden")]
        public static void Run([QueueTrigger("parcels")] string text) => Assert.NotNull(text);
    }

    public static class BadSchedule
    {
        [Function("BadSchedule")]
        public static void Run([TimerTrigger("every minute")] TimerInfo timer) => Assert.NotNull(timer);
    }

    public static class PercentRoute
    {
        [Function("PercentRoute")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "%prefix%/poco")] HttpRequest request) => Results.Ok();
    }
}
