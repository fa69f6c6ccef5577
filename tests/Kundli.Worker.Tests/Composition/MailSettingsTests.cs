using Kundli.Features.Identity;
using Kundli.Features.Notices;
using Kundli.Worker.Composition;
using Kundli.Worker.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kundli.Worker.Tests.Composition;

public sealed class MailSettingsTests
{
    [Fact]
    public async Task An_app_without_a_mail_system_says_so_and_serves()
    {
        var services = Services([]);
        var report = await new Readiness(Dependencies(services), NullLogger<Readiness>.Instance).AskAsync(default);
        Assert.Equal("degraded", report.Status);
        Assert.Equal([("mail", "notConfigured"), ("sms", "notConfigured")], report.Dependencies.Select(state => (state.Name, state.State)));
        Assert.Contains(services, service => service.ServiceType == typeof(IMailSystem));
        Assert.Contains(services, service => service.ServiceType == typeof(IMessages));
    }

    [Fact]
    public async Task A_mail_system_that_does_not_answer_is_told_as_down_and_takes_nothing_else_down()
    {
        // Nobody listens on the discard port of this machine.
        var services = Services(new() { ["LocalHost:Data"] = "somewhere", ["Mail:Host"] = "127.0.0.1", ["Mail:Port"] = "9", ["Mail:From"] = "care@kundli.example", ["Mail:Plain"] = "true" });
        var report = await new Readiness(Dependencies(services), NullLogger<Readiness>.Instance).AskAsync(default);
        Assert.Equal(("degraded", "down"), (report.Status, report.Dependencies.Single(state => state.Name == "mail").State));
    }

    [Fact]
    public void A_local_host_drops_files_and_has_nothing_to_wait_for() => Assert.Empty(Dependencies(Services(new() { ["LocalHost:Data"] = "somewhere" })));

    [Theory]
    [InlineData("Mail__Plain", "Mail:Host", "smtp.example.com", "Mail:From", "care@kundli.example", "Mail:Plain", "true")]
    [InlineData("Mail__From", "Mail:Host", "smtp.example.com")]
    [InlineData("Sms__Key", "Sms:Account", "AC1", "Sms:Sender", "KUNDLI")]
    public void Settings_that_are_unsafe_or_half_stop_the_start(string named, params string[] settings)
    {
        var given = settings.Chunk(2).ToDictionary(pair => pair[0], pair => (string?)pair[1], StringComparer.Ordinal);
        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => Services(given)).Message, StringComparison.Ordinal);
    }

    private static IServiceCollection Services(Dictionary<string, string?> settings) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());

    private static IEnumerable<Dependency> Dependencies(IServiceCollection services) => services.BuildServiceProvider().GetServices<Dependency>();
}
