namespace Kundli.Worker.Http;

/// <summary>The only place where a problem meets a status. Rows are kept alphabetical; a house test finds a problem without a row.</summary>
internal static class ProblemTable
{
    private static readonly Dictionary<string, int> Rows = new(StringComparer.Ordinal)
    {
        ["account-busy"] = 409,
        ["address-book-full"] = 409,
        ["body-timed-out"] = 408,
        ["body-too-large"] = 413,
        ["cart-merged"] = 409,
        ["cart-ordered"] = 409,
        ["consent-required"] = 403,
        ["consents-busy"] = 409,
        ["conversation-full"] = 409,
        ["csrf-token-invalid"] = 403,
        ["declaration-required"] = 422,
        ["discount-gone"] = 409,
        ["external-sign-in-refused"] = 401,
        ["forbidden"] = 403,
        ["fresh-sign-in-required"] = 403,
        ["grievance-state-conflict"] = 409,
        ["idempotency-key-invalid"] = 400,
        ["idempotency-key-required"] = 400,
        ["idempotency-key-reused"] = 422,
        ["idempotency-key-running"] = 409,
        ["identification-busy"] = 409,
        ["identification-not-ready"] = 409,
        ["internal"] = 500,
        ["invalid-input"] = 422,
        ["invoice-not-issued"] = 404,
        ["key-not-asked"] = 409,
        ["link-required"] = 409,
        ["malformed-json"] = 400,
        ["malformed-request"] = 400,
        ["method-not-allowed"] = 405,
        ["no-lagna"] = 422,
        ["no-own-chart"] = 409,
        ["not-for-minors"] = 403,
        ["not-found"] = 404,
        ["not-ready"] = 503,
        ["not-signed-in"] = 401,
        ["order-state-conflict"] = 409,
        ["out-of-stock"] = 409,
        ["own-roles"] = 403,
        ["payment-declined"] = 402,
        ["photo-animated"] = 422,
        ["photo-refused"] = 422,
        ["photo-size"] = 422,
        ["photo-unreadable"] = 422,
        ["photos-too-large"] = 413,
        ["precondition-required"] = 428,
        ["product-exists"] = 409,
        ["promotion-exists"] = 409,
        ["refund-too-large"] = 422,
        ["report-not-made"] = 404,
        ["return-period-over"] = 409,
        ["second-factor-required"] = 401,
        ["session-over"] = 401,
        ["sms-unavailable"] = 503,
        ["stale-version"] = 412,
        ["summary-changed"] = 409,
        ["target-too-long"] = 414,
        ["token-invalid"] = 422,
        ["token-refused"] = 401,
        ["too-many-charts"] = 409,
        ["too-many-conversations"] = 409,
        ["too-many-profiles"] = 409,
        ["too-many-requests"] = 429,
        ["too-many-shares"] = 409,
        ["too-many-tries"] = 429,
        ["too-many-unpaid-orders"] = 409,
        ["two-factor-on"] = 409,
        ["unavailable"] = 503,
        ["unsupported-media-type"] = 415,
        ["unsupported-photo-format"] = 415,
        ["webhook-refused"] = 400,
        ["wrong-credentials"] = 401,
    };

    /// <summary>Every problem that has a status.</summary>
    public static IReadOnlyDictionary<string, int> All => Rows;

    /// <summary>The status of a problem. One without a row is our bug, and the tests find it before a client does.</summary>
    /// <exception cref="InvalidOperationException">The problem has no row.</exception>
    public static int StatusOf(string problem) =>
        Rows.TryGetValue(problem, out var status) ? status : throw new InvalidOperationException($"The problem '{problem}' has no row in the table.");
}
