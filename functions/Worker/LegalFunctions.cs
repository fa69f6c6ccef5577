using Kundli.Features.Pricing;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class LegalRoutes
{
    public const string Seller = "api/v1/legal/seller";
}

/// <summary>What the law wants shown.</summary>
public sealed class LegalFunctions(ShopPolicy policy)
{
    /// <summary>Who sells: legal name, address, GSTIN, customer care and grievance officer (Consumer Protection (E-Commerce) Rules 2020, rule 4).</summary>
    [Function("LegalSeller")]
    [Answers<Seller>(200)]
    public IResult Seller([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LegalRoutes.Seller)] HttpRequest request) => Answer.Ok<Seller>(policy.Seller, Cache.Public(TimeSpan.FromHours(1)));
}
