using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>What a member keeps, shares, asks and takes away again.</summary>
[Collection(BrowserHost.Beside)]
public sealed class MemberJourneyTests(BrowserHost host)
{
    [BrowserFact]
    public async Task A_chart_is_kept_with_consent_shared_by_a_link_and_the_link_is_taken_back()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.RegisterAsync(visitor);
        await Journey.KeepChartAsync(visitor);
        await visitor.OpenAsync("/charts.html");
        await visitor.Button("Share").ClickAsync();
        await visitor.Button("Make a link").ClickAsync();
        var link = await visitor.Page.GetByLabel("Link to the chart").InputValueAsync();

        await using var guest = await host.VisitAsync();
        await guest.OpenAsync(link);
        await Assertions.Expect(guest.Page.Locator("table tbody tr").First).ToBeVisibleAsync();
        Assert.DoesNotContain("1990", await guest.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await visitor.Button("Take back").ClickAsync();
        await Assertions.Expect(visitor.Button("Take back")).ToHaveCountAsync(0);
        await guest.Page.ReloadAsync();
        await Assertions.Expect(guest.Page.Locator("[data-failure]")).ToBeVisibleAsync();
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_kept_chart_is_asked_in_a_stream_after_consent_and_its_report_is_fetched()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.RegisterAsync(visitor);
        await Journey.KeepChartAsync(visitor);
        await visitor.OpenAsync("/talk.html");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Asha", Exact = true }).ClickAsync();
        await visitor.Labelled("Your question").FillAsync("When will my career improve?");
        await visitor.Button("Ask").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Conversations are kept only with your consent: give it in your account." }).ClickAsync();
        await visitor.Page.Locator("[data-consent=conversations] input").CheckAsync();
        await visitor.SettleAsync();

        await visitor.OpenAsync("/talk.html");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Asha", Exact = true }).ClickAsync();
        await visitor.Labelled("Your question").FillAsync("When will my career improve?");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#log article details")).Not.ToHaveCountAsync(0);
        // The first part is on the page while the rest is still told; an answer is kept when it is whole.
        await visitor.SettleAsync();
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("#log")).ToContainTextAsync("When will my career improve?");

        await visitor.OpenAsync("/charts.html");
        await visitor.Button("Report (PDF)").ClickAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Button("Download").ClickAsync());
        Assert.Equal("%PDF-"u8.ToArray(), (await File.ReadAllBytesAsync(await download.PathAsync()))[..5]);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_child_needs_both_declarations_and_the_page_says_what_is_left_out()
    {
        await using var visitor = await host.VisitAsync(Look.Phone);
        await Journey.RegisterAsync(visitor);
        await visitor.OpenAsync("/family.html");
        await visitor.Labelled("Name").FillAsync("Ravi");
        await visitor.Labelled("Who is it to you?").SelectOptionAsync("child");
        await visitor.Labelled("Date of birth").FillAsync("2018-01-02");
        await visitor.Labelled("Time of birth").FillAsync("06:30");
        await visitor.Button("Add a person").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#p-may")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Page.Locator("#p-may").CheckAsync();
        await visitor.Button("Add a person").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#p-parent")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Page.Locator("#p-parent").CheckAsync();
        await visitor.Button("Add a person").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-profile]")).ToContainTextAsync("For a child we leave out: marriage, sharing, reminders, offers.");
        // Another name needs no declaration: the birth stays as it is.
        await visitor.Button("Change Ravi").ClickAsync();
        await visitor.Page.Locator("[data-profile] input[name=name]").FillAsync("Ravi Kumar");
        await visitor.Button("Save").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-profile]")).ToContainTextAsync("Ravi Kumar");
        await Assertions.Expect(visitor.Page.Locator("[data-profile]")).ToContainTextAsync("2 Jan 2018");
        await visitor.Page.Locator("[data-profile] details summary").ClickAsync();
        await visitor.Button("Remove Ravi Kumar").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-profile]")).ToHaveCountAsync(0);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_copy_of_the_data_is_downloaded_and_the_account_is_closed_with_the_password()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.RegisterAsync(visitor);
        await visitor.Page.Locator("#addresses summary").ClickAsync();
        foreach (var (field, value) in new[] { ("name", "Asha Verma"), ("phone", "+919876543210"), ("line1", "12 Lodhi Road"), ("city", "New Delhi"), ("pin", "110003") })
            await visitor.Page.Locator($"#a-{field}").FillAsync(value);
        await visitor.Page.Locator("#a-state").SelectOptionAsync("DL");
        await visitor.Button("Keep this address").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#addresses li")).ToHaveCountAsync(1);
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Button("Download my data").ClickAsync());
        Assert.Contains("12 Lodhi Road", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);

        await visitor.Page.Locator("#closing summary").ClickAsync();
        await visitor.Page.Locator("#close-password").FillAsync("not the password 1");
        await visitor.Button("Erase everything").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#closing [role=alert]")).ToBeVisibleAsync();
        await visitor.Page.Locator("#close-password").FillAsync(Journey.Password);
        await visitor.Button("Erase everything").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("Your account is closed and is being erased.")).ToBeVisibleAsync();
        Assert.Null(await visitor.Page.EvaluateAsync<string?>("localStorage.getItem('session')"));
        visitor.HasNoFaults();
    }

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("hindi-dark-phone")]
    public async Task No_page_of_a_member_keeps_anybody_out(string look)
    {
        await using var visitor = await host.VisitAsync(Inspection.Looks[look]);
        await Journey.RegisterAsync(visitor);
        await Journey.KeepChartAsync(visitor);
        var found = new List<string>();
        foreach (var name in new[] { "account", "charts", "family", "talk", "order" })
        {
            await visitor.OpenAsync($"/{name}.html");
            await Inspection.LookAsync(visitor, $"member-{name}-{look}", found);
        }

        Assert.Empty(found);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task Leaving_takes_what_was_typed_and_the_cart_with_it()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.RegisterAsync(visitor);
        await Journey.FillCartAsync(visitor, 1);
        await visitor.OpenAsync("/summary.html");
        await Journey.GiveAddressAsync(visitor);
        await visitor.OpenAsync("/account.html");
        await visitor.Button("Sign out").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#login")).ToBeVisibleAsync();

        Assert.Equal("[]", await visitor.Page.EvaluateAsync<string>("JSON.stringify(Object.keys(sessionStorage))"));
        Assert.Null(await visitor.Page.EvaluateAsync<string?>("localStorage.getItem('cart')"));
    }
}
