using Kundli.Features;

namespace Kundli.Worker.Contract;

/// <summary>An error as RFC 9457 writes it. Some problems add members of their own.</summary>
/// <param name="Type">A stable name: <c>urn:kundli:problem:invalid-input</c>.</param>
/// <param name="Title">What it means, the same every time.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="TraceId">By which we find this request again.</param>
/// <param name="Detail">What happened this time.</param>
/// <param name="Errors">Every wrong field of the input at once.</param>
internal sealed record ProblemShape(string Type, string Title, int Status, string TraceId, string? Detail = null, IReadOnlyList<FieldError>? Errors = null);
