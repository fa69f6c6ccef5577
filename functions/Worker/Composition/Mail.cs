using System.Globalization;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Mail;
using Kundli.Features.Due;
using Kundli.Features.Identity;
using Kundli.Features.Notices;
using Kundli.Worker.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kundli.Worker.Composition;

/// <summary>Mails and short messages.</summary>
internal static class Mail
{
    /// <summary>
    /// Reads <c>Mail:Host</c>, <c>Mail:Port</c>, <c>Mail:User</c>, <c>Mail:Password</c>, <c>Mail:From</c>, <c>Mail:Plain</c> (a session without TLS: local hosts alone) and
    /// <c>Sms:Address</c>, <c>Sms:Account</c>, <c>Sms:Key</c>, <c>Sms:Sender</c>, <c>Sms:PerDay</c>, <c>Sms:Prefixes</c> (with commas between). Without <c>Mail:Host</c> a
    /// local host drops files; elsewhere mails wait, and readiness says so. Without <c>Sms:Account</c> elsewhere nobody signs in by phone.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is missing or may not be used outside a local host.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Mail");
        var folder = configuration["LocalHost:Data"];
        if (string.IsNullOrEmpty(section["Host"]) && folder is not null)
            return services
                .AddSingleton<IMailer>(new FileDropMailer(Path.Combine(folder, "mail")))
                .AddSingleton<IMessages>(provider => new FileDropMessages(Path.Combine(folder, "messages"), provider.GetRequiredService<TimeProvider>()));
        services
            .AddSingleton<IOutbox, OutboxStore>()
            .AddSingleton<DeliverMail>()
            .AddSingleton<IMailer>(provider => provider.GetRequiredService<DeliverMail>())
            .AddSingleton<IDueWork>(provider => provider.GetRequiredService<DeliverMail>());
        return services.AddMailSystem(section, isLocal: folder is not null).AddMessages(Sms(configuration));
    }

    private static IServiceCollection AddMailSystem(this IServiceCollection services, IConfigurationSection section, bool isLocal)
    {
        if (section["Host"] is not { Length: > 0 } host)
            return services.AddSingleton<IMailSystem, NoMailSystem>().AddSingleton(new Dependency("mail", null) { IsEssential = false });
        var isPlain = section["Plain"] == "true";
        if (isPlain && !isLocal)
            throw new InvalidOperationException("The setting 'Mail__Plain' sends mails and the password over an open line and is refused outside a local host.");
        var options = new SmtpOptions { Host = host, From = Setting.Needed(section["From"], "Mail__From"), User = section["User"], Password = section["Password"], IsPlain = isPlain };
        options = section["Port"] is { } port ? options with { Port = int.Parse(port, CultureInfo.InvariantCulture) } : options;
        return services
            .AddSingleton(provider => new SmtpMail(options, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IMailSystem>(provider => provider.GetRequiredService<SmtpMail>())
            .AddSingleton(provider => new Dependency("mail", provider.GetRequiredService<SmtpMail>().PingAsync) { IsEssential = false });
    }

    private static IServiceCollection AddMessages(this IServiceCollection services, SmsOptions? options)
    {
        if (options is null)
            services.AddSingleton(new Dependency("sms", null) { IsEssential = false });
        else
            services.AddSingleton<ISmsGateway>(provider => new SmsGateway(
                Outgoing.Client(), options,
                new DailyBudget(provider.GetRequiredService<IDocuments>(), "sms", options.PerDay, provider.GetRequiredService<TimeProvider>()), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton<IMessages>(provider => new OutboxMessages(provider.GetRequiredService<IMailer>(), provider.GetService<ISmsGateway>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static SmsOptions? Sms(IConfiguration configuration)
    {
        var section = configuration.GetSection("Sms");
        if (section["Account"] is not { Length: > 0 } account)
            return null;
        var options = new SmsOptions { Account = account, Key = Setting.Needed(section["Key"], "Sms__Key"), Sender = Setting.Needed(section["Sender"], "Sms__Sender") };
        options = section["Address"] is { Length: > 0 } address ? options with { Address = new Uri(address) } : options;
        options = section["PerDay"] is { } perDay ? options with { PerDay = int.Parse(perDay, CultureInfo.InvariantCulture) } : options;
        return section["Prefixes"] is { Length: > 0 } prefixes ? options with { Prefixes = prefixes.Split(',') } : options;
    }
}
