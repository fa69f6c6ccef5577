using System.Net.Sockets;
using Azure;
using Kundli.Adapters.Documents;
using Microsoft.Azure.Cosmos;
using Stripe;

namespace Kundli.Adapters;

/// <summary>Tells a world that is down from a bug of ours. Only this room knows the vendors' exceptions.</summary>
public static class Outage
{
    /// <summary>Whether trying again later may help: a store, a network or a time limit failed, not the code.</summary>
    public static bool IsOne(Exception failure) => failure switch
    {
        RequestFailedException { Status: var status } => IsPassing(status),
        CosmosException { StatusCode: var status } => IsPassing((int)status),
        StripeException { HttpStatusCode: var status } => IsPassing((int)status),
        DocumentsUnavailableException or HttpRequestException or SocketException or TimeoutException => true,
        AggregateException { InnerExceptions: var inner } => inner.Any(IsOne),
        { InnerException: { } inner } => IsOne(inner),
        _ => false,
    };

    private static bool IsPassing(int status) => status is 0 or 408 or 429 or >= 500;
}
