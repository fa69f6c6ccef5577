using System.Web;

using Microsoft.Playwright;

using OtpNet;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>The ways into an account: a forgotten password, a phone, a provider, a recovery code; and the proof of an address.</summary>
[Collection(BrowserHost.Name)]
public sealed class SignInJourneyTests(BrowserHost host)
{
    private const string NextPassword = "another horse battery staple 43";

    [BrowserFact]
    public async Task A_forgotten_password_is_set_anew_with_the_code_of_the_mail()
    {
        await using var visitor = await host.VisitAsync(Look.Phone);
        var mail = await Journey.RegisterAsync(visitor);
        await visitor.Button("Sign out").ClickAsync();
        await visitor.Page.GetByText("Forgot your password?").ClickAsync();
        await visitor.Page.Locator("#reset-email").FillAsync(mail);
        await visitor.Button("Send the code").ClickAsync();
        await visitor.Labelled("Code from the e-mail").FillAsync("not the code");
        await visitor.Labelled("New password").FillAsync(NextPassword);
        await visitor.Button("Set the new password").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#reset-token")).ToHaveAttributeAsync("aria-invalid", "true");

        await visitor.Labelled("Code from the e-mail").FillAsync(await host.LastMessageAsync(mail, "for a new Kundli password"));
        await visitor.Labelled("New password").FillAsync("password");
        await visitor.Button("Set the new password").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#reset-password")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Labelled("New password").FillAsync(NextPassword);
        await visitor.Button("Set the new password").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#forgotten [role=status]")).ToContainTextAsync("Your new password is set");

        await SignInAsync(visitor, mail, NextPassword);
        await Assertions.Expect(visitor.Page.Locator("#sessions li")).ToHaveCountAsync(1);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task An_address_is_proven_and_the_password_changed_by_who_knows_it()
    {
        await using var visitor = await host.VisitAsync();
        var mail = await Journey.RegisterAsync(visitor);
        await visitor.Button("Send another code").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("Sent. Look into your e-mail.")).ToBeVisibleAsync();
        await visitor.Page.Locator("#proof-token").FillAsync("wrong");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#proof-token")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Page.Locator("#proof-token").FillAsync(await host.LastMessageAsync(mail, "Your code for Kundli"));
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#credentials")).ToContainTextAsync("Your e-mail address is confirmed.");
        await visitor.SettleAsync();

        await visitor.Page.GetByText("Change the password").ClickAsync();
        await visitor.Page.Locator("#current-password").FillAsync("not the password 1");
        await visitor.Page.Locator("#next-password").FillAsync(NextPassword);
        await visitor.Button("Set the new password").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#current-password")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Page.Locator("#current-password").FillAsync(Journey.Password);
        await visitor.Button("Set the new password").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#login")).ToBeVisibleAsync();
        await SignInAsync(visitor, mail, NextPassword);
        await Assertions.Expect(visitor.Page.Locator("#sessions li")).ToHaveCountAsync(1);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_phone_and_its_code_open_an_account()
    {
        await using var visitor = await host.VisitAsync(Look.Phone);
        var phone = $"+9198{Random.Shared.Next(10_000_000, 99_999_999)}";
        await visitor.OpenAsync("/account.html");
        await visitor.Page.Locator("#phone").FillAsync(phone);
        await visitor.Page.Locator("#by-phone button").ClickAsync();
        await visitor.Page.Locator("#otp").FillAsync("000000");
        await visitor.Page.Locator("#by-phone button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#by-phone [role=alert], #otp[aria-invalid=true]")).ToBeVisibleAsync();
        await visitor.Page.Locator("#otp").FillAsync((await host.LastMessageAsync(phone, "Your Kundli code"))[..6]);
        await visitor.Page.Locator("#by-phone button").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#account")).ToContainTextAsync(phone);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_provider_lets_in_and_asks_for_the_second_code_where_the_account_does()
    {
        await using var visitor = await host.VisitAsync();
        await host.PlayProviderAsync(visitor, $"asha-{Guid.NewGuid():N}@example.org");
        await visitor.OpenAsync("/account.html?return=%2Ffamily.html");
        await visitor.Button("Continue with Google").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Yes, it's me" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/family.html");

        await visitor.OpenAsync("/account.html");

        var recovery = await TurnSecondFactorOnAsync(visitor);
        await visitor.Button("Sign out").ClickAsync();
        await visitor.Button("Continue with Google").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Yes, it's me" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your account asks for a second code.");
        await visitor.Button("Continue with Google").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Yes, it's me" }).ClickAsync();
        await visitor.Page.Locator("#second").FillAsync(recovery);
        await visitor.Button("Sign in").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#sessions li")).ToHaveCountAsync(1);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task Who_comes_from_a_provider_without_having_gone_there_is_let_in_nowhere()
    {
        await using var visitor = await host.VisitAsync();
        var found = new List<string>();
        await visitor.OpenAsync("/signin/google.html?code=stolen&state=somebody-elses");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This sign-in was not completed.");
        Assert.Equal("/signin/google.html", new Uri(visitor.Page.Url).PathAndQuery);
        Assert.DoesNotContain(visitor.Refusals, refusal => refusal.Contains("callback", StringComparison.Ordinal));
        await Inspection.LookAsync(visitor, "signin", found);
        Assert.Empty(found);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_recovery_code_signs_in_once_and_another_turns_the_second_factor_off()
    {
        await using var visitor = await host.VisitAsync();
        var mail = await Journey.RegisterAsync(visitor);
        var recovery = await TurnSecondFactorOnAsync(visitor);
        var other = await visitor.Page.Locator("#two-factor li").Last.InnerTextAsync();
        await visitor.Button("Sign out").ClickAsync();
        await SignInAsync(visitor, mail, Journey.Password);
        await visitor.Page.Locator("#login [name=code]").FillAsync(recovery);
        await visitor.Button("Sign in").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#sessions li")).ToHaveCountAsync(1);

        await visitor.Page.Locator("#two-factor summary").ClickAsync();
        await visitor.Page.Locator("#off-code").FillAsync(recovery);
        await visitor.Button("Switch off").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#two-factor [role=alert]")).ToBeVisibleAsync();
        await visitor.Page.Locator("#off-code").FillAsync(other);
        await visitor.Button("Switch off").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#two-factor")).ToContainTextAsync("Protect your account");
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task What_a_guest_put_into_the_cart_is_there_after_signing_in_and_the_way_leads_back()
    {
        await using var visitor = await host.VisitAsync();
        var mail = await Journey.RegisterAsync(visitor);
        await visitor.Button("Sign out").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#login")).ToBeVisibleAsync();
        await Journey.FillCartAsync(visitor, 2);
        await visitor.OpenAsync("/order.html");
        await visitor.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await SignInAsync(visitor, mail, Journey.Password);
        await visitor.Page.WaitForURLAsync("**/order.html");
        await Assertions.Expect(visitor.Page.Locator("#cart-count")).ToHaveTextAsync("2");
        visitor.HasNoFaults();
    }

    [BrowserTheory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/account")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_leads_to_no_other_site(string back)
    {
        await using var visitor = await host.VisitAsync();
        var mail = await Journey.RegisterAsync(visitor);
        await visitor.Button("Sign out").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#login")).ToBeVisibleAsync();
        await visitor.OpenAsync($"/account.html?return={HttpUtility.UrlEncode(back)}");
        await SignInAsync(visitor, mail, Journey.Password);
        await Assertions.Expect(visitor.Page.Locator("#sessions li")).ToHaveCountAsync(1);
        visitor.HasNoFaults();
    }

    [BrowserTheory]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("hindi-dark-phone")]
    public async Task No_form_of_the_ways_in_keeps_anybody_out(string look)
    {
        await using var visitor = await host.VisitAsync(Inspection.Looks[look]);
        var found = new List<string>();
        await visitor.OpenAsync("/account.html");
        await visitor.Page.Locator("details:has(#forgotten) summary").ClickAsync();
        await Inspection.LookAsync(visitor, $"ways-in-{look}", found);
        await visitor.Page.Locator("#reset-email").FillAsync("nobody@example.org");
        await visitor.Page.Locator("#forgotten button").ClickAsync();
        await visitor.Page.Locator("#reset-token").WaitForAsync();
        await Inspection.LookAsync(visitor, $"reset-{look}", found);
        await Journey.RegisterAsync(visitor);
        await visitor.Page.Locator("#account details").EvaluateAllAsync<bool>("all => all.every(one => one.open = true)");
        await Inspection.LookAsync(visitor, $"account-open-{look}", found);

        Assert.Empty(found);
        visitor.HasNoFaults();
    }

    private static async Task SignInAsync(Visitor visitor, string mail, string password)
    {
        await visitor.Page.Locator("#email").FillAsync(mail);
        await visitor.Page.Locator("#password").FillAsync(password);
        await visitor.Page.Locator("#login button").ClickAsync();
    }

    /// <returns>A recovery code.</returns>
    private static async Task<string> TurnSecondFactorOnAsync(Visitor visitor)
    {
        await visitor.Page.Locator("#two-factor button").ClickAsync();
        var uri = (await visitor.Page.Locator("#two-factor p.break-all").TextContentAsync())!;
        var secret = Base32Encoding.ToBytes(HttpUtility.ParseQueryString(new Uri(uri).Query)["secret"]);
        await visitor.Page.Locator("#two-factor #code").FillAsync(new Totp(secret).ComputeTotp(DateTime.UtcNow));
        await visitor.Page.Locator("#two-factor form button").ClickAsync();
        return await visitor.Page.Locator("#two-factor li").First.InnerTextAsync();
    }
}
