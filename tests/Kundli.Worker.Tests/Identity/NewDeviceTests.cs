using Kundli.Features.Identity;

namespace Kundli.Worker.Tests.Identity;

public sealed class NewDeviceTests
{
    private const string Mail = "asha@example.org";

    private readonly IdentityHouse _house = new();

    [Fact]
    public async Task A_device_that_was_never_used_is_told_of_once_and_the_first_and_a_new_version_are_not()
    {
        await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        _house.Messages.All.Clear();
        foreach (var device in new[] { "Firefox/128.0 (Android 14)", "Firefox/129.0 (Android 14)", "Firefox/129.1 (Android 15)" })
            Assert.True((await SignInAsync(device)).IsOk);
        Assert.Empty(_house.Messages.All);
        Assert.True((await SignInAsync("curl/8.5")).IsOk);
        Assert.True((await SignInAsync("curl/8.6")).IsOk);
        var (to, text) = Assert.Single(_house.Messages.All);
        Assert.Equal(Mail, to);
        Assert.Contains("23 November 2026 at 06:00 UTC", text, StringComparison.Ordinal);
        Assert.DoesNotContain("curl", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_sign_in_makes_no_device_known()
    {
        await _house.Register.RunAsync(new(Mail, IdentityHouse.Password, "Asha"), default);
        await SignInAsync("phone");
        _house.Messages.All.Clear();
        Assert.Equal("wrong-credentials", (await _house.SignIn.RunAsync(new(Mail, "wrong"), "203.0.113.7", "thief", default)).Problem!.Name);
        Assert.Empty(_house.Messages.All);
        Assert.True((await SignInAsync("thief")).IsOk);
        Assert.Single(_house.Messages.All);
    }

    [Fact]
    public void An_account_forgets_the_oldest_of_too_many_devices()
    {
        var account = Enumerable.Range(0, Limits.DevicesMax + 5).Aggregate(new Account("u", "Asha", default), (account, number) => account.WithDevice($"kind{number}"));
        Assert.Equal((Limits.DevicesMax, "kind5", "kind24"), (account.Devices.Count, account.Devices[0], account.Devices[^1]));
        Assert.Same(account, account.WithDevice("kind7"));
    }

    private Task<Kundli.Features.Outcome<OpenedSession>> SignInAsync(string device) => _house.SignIn.RunAsync(new(Mail, IdentityHouse.Password), "203.0.113.7", device, default);
}
