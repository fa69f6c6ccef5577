using Microsoft.Playwright;

using OtpNet;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>An account with a second factor, as a visitor makes and uses it.</summary>
[Collection(BrowserHost.Name)]
public sealed class AccountJourneyTests(BrowserHost host)
{
    private const int StepSeconds = 30;

    [BrowserFact]
    public async Task A_visitor_registers_turns_the_second_factor_on_and_signs_in_with_it()
    {
        await using var visitor = await host.VisitAsync();
        var mail = $"asha-{Guid.NewGuid():N}@example.org";
        await visitor.OpenAsync("/account.html");
        await visitor.Page.Locator("#new-displayName").FillAsync("Asha");
        await visitor.Page.Locator("#new-email").FillAsync(mail);
        await visitor.Page.Locator("#new-password").FillAsync(Journey.Password);
        await visitor.Button("Create an account").ClickAsync();

        await visitor.Page.Locator("#two-factor button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#two-factor svg")).ToBeVisibleAsync();
        var uri = (await visitor.Page.Locator("#two-factor p.break-all").TextContentAsync())!;
        var secret = Base32Encoding.ToBytes(System.Web.HttpUtility.ParseQueryString(new Uri(uri).Query)["secret"]);
        await visitor.Page.Locator("#two-factor #code").FillAsync(Code(secret, 0));
        await visitor.Page.Locator("#two-factor form button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#two-factor li")).ToHaveCountAsync(10);

        await visitor.Button("Sign out").ClickAsync();
        await visitor.Page.Locator("#email").FillAsync(mail);
        await visitor.Page.Locator("#password").FillAsync(Journey.Password);
        await visitor.Button("Sign in").ClickAsync();
        // The step of the enrolment is used up; the next one is within the tolerance of the clock.
        await visitor.Page.Locator("#login [name=code]").FillAsync(Code(secret, 1));
        await visitor.Button("Sign in").ClickAsync();

        await Assertions.Expect(visitor.Page.GetByText("Asha").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#sessions li")).ToHaveCountAsync(1);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_wrong_password_is_told_and_opens_nothing()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/account.html");
        await visitor.Page.Locator("#email").FillAsync("nobody@example.org");
        await visitor.Page.Locator("#password").FillAsync("not the password 1");
        await visitor.Button("Sign in").ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#sessions")).ToHaveCountAsync(0);
    }

    private static string Code(byte[] secret, int stepsAhead) => new Totp(secret).ComputeTotp(DateTime.UtcNow.AddSeconds(stepsAhead * StepSeconds));
}
