using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Kundli.Worker.Http;

/// <summary>
/// The address that a request truly comes from. Headers are believed only where the settings say who writes them: so many trusted proxies,
/// counted from the right of <c>X-Forwarded-For</c>, or Front Door by its id.
/// </summary>
public sealed class PeerAddress(IConfiguration configuration)
{
    private const string Unknown = "unknown";

    private readonly int _trustedHops = configuration.GetValue("Network:TrustedHops", 0);
    private readonly string? _frontDoorId = configuration["Network:FrontDoorId"];

    /// <summary>The peer as text; all of an IPv6 /64 are one.</summary>
    public string Of(HttpContext http)
    {
        var address = FromFrontDoor(http.Request) ?? FromProxies(http.Request) ?? http.Connection.RemoteIpAddress;
        return address is null ? Unknown : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : Network(address);
    }

    private IPAddress? FromFrontDoor(HttpRequest request) =>
        !string.IsNullOrEmpty(_frontDoorId) && request.Headers["X-Azure-FDID"] == _frontDoorId && IPAddress.TryParse(request.Headers["X-Azure-ClientIP"], out var address) ? address : null;

    private IPAddress? FromProxies(HttpRequest request)
    {
        if (_trustedHops == 0)
            return null;
        var hops = request.Headers["X-Forwarded-For"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return hops.Length >= _trustedHops && (IPAddress.TryParse(hops[^_trustedHops], out var address) || (IPEndPoint.TryParse(hops[^_trustedHops], out var point) && (address = point.Address) is not null)) ? address : null;
    }

    private static string Network(IPAddress address)
    {
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return address.ToString();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
