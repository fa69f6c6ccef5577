using Kundli.Features.Due;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

/// <summary>The one timer behind everything that must not be forgotten: lost messages, holds that expire, payments that never came.</summary>
public sealed class DueFunctions(RedriveDue redrive)
{
    /// <summary>Every five seconds: sixteen point queries a kind, nearly always empty.</summary>
    private const string Schedule = "*/5 * * * * *";

    /// <summary>Works off what is due.</summary>
    [Function("RedriveDue")]
    public Task Redrive([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => redrive.RunAsync(cancellation);
}
