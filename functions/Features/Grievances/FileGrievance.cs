using FluentValidation;
using Kundli.Features.Due;
using Kundli.Features.Idempotency;
using Kundli.Features.Notices;
using Kundli.Features.Pricing;

namespace Kundli.Features.Grievances;

/// <summary>A complaint as a customer sends it.</summary>
/// <param name="Name">Who complains.</param>
/// <param name="Email">Where answers go.</param>
/// <param name="Subject">In one line.</param>
/// <param name="Text">The complaint.</param>
/// <param name="Phone">Or null.</param>
/// <param name="OrderNumber">The order that it is about, or null.</param>
public sealed record FileGrievanceRequest(string Name, string Email, string Subject, string Text, string? Phone = null, string? OrderNumber = null);

/// <summary>What a complaint must say.</summary>
public sealed class FileGrievanceRules : AbstractValidator<FileGrievanceRequest>
{
    private const int NameLengthMax = 120;
    private const int SubjectLengthMax = 200;
    private const int TextLengthMax = 5_000;

    /// <summary>Declares the rules.</summary>
    public FileGrievanceRules()
    {
        RuleFor(request => request.Name).Must(name => Fits(name, NameLengthMax)).WithMessage($"has 1 to {NameLengthMax} characters.");
        RuleFor(request => request.Email).Must(AddressRules.IsEmail).WithMessage("must be a mail address.");
        RuleFor(request => request.Subject).Must(subject => Fits(subject, SubjectLengthMax)).WithMessage($"has 1 to {SubjectLengthMax} characters.");
        RuleFor(request => request.Text).Must(text => Fits(text, TextLengthMax)).WithMessage($"has 1 to {TextLengthMax} characters.");
        RuleFor(request => request.Phone).Must(phone => phone is null || AddressRules.IsPhone(phone)).WithMessage("must be a phone number of 10 to 15 digits, with or without +.");
        RuleFor(request => request.OrderNumber).MaximumLength(40).WithMessage("has at most 40 characters.");
    }

    private static bool Fits(string text, int lengthMax) => !string.IsNullOrWhiteSpace(text) && text.Length <= lengthMax;
}

/// <summary>A complaint as its sender sees it.</summary>
/// <param name="Ticket">Its name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Subject">In one line.</param>
/// <param name="OrderNumber">The order, or null.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="AcknowledgeBy">By when it is acknowledged.</param>
/// <param name="ResolveBy">By when it is redressed.</param>
/// <param name="History">How it got there.</param>
public sealed record GrievanceView(
    string Ticket, GrievanceState State, string Subject, string? OrderNumber, DateTimeOffset ReceivedAt, DateTimeOffset AcknowledgeBy, DateTimeOffset ResolveBy, IReadOnlyList<GrievanceEvent> History)
{
    /// <summary>The view of a complaint.</summary>
    public static GrievanceView Of(Grievance grievance) => new(
        grievance.Id, grievance.State, grievance.Subject, grievance.OrderNumber, grievance.ReceivedAt, grievance.AcknowledgeBy, grievance.ResolveBy, grievance.History);
}

/// <summary>Takes a complaint, and answers with a ticket. The markers of both deadlines are written before it.</summary>
public sealed class FileGrievance(IGrievanceStore store, IDueMarkers due, CreateOnce once, TimeProvider time)
{
    /// <summary>The ticket.</summary>
    public Task<Outcome<GrievanceView>> RunAsync(Caller caller, OnceKey key, FileGrievanceRequest request, CancellationToken cancellation) =>
        once.RunAsync(key, ticket => MakeAsync(caller, ticket, request, cancellation), cancellation);

    private async Task<Outcome<GrievanceView>> MakeAsync(Caller caller, string ticket, FileGrievanceRequest request, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var grievance = new Grievance
        {
            Id = ticket,
            CustomerId = caller.UserId,
            Name = request.Name,
            Email = request.Email,
            Phone = request.Phone,
            OrderNumber = request.OrderNumber,
            Subject = request.Subject,
            Text = request.Text,
            History = [new GrievanceEvent(GrievanceState.Received, now, null)],
        };
        await due.SetAsync(new DueMarker(WatchGrievances.MarkerKind, grievance.Id, now + WatchGrievances.LookAfter), cancellation);
        if (caller.UserId is { } userId)
            await store.NoteAsync(userId, grievance.Id, cancellation);
        // A request of the same key, or one that died before, may have stored it already.
        if (!await store.SaveAsync(grievance, null, cancellation) && await store.ReadAsync(ticket, cancellation) is { } there)
            grievance = there.Grievance;
        await store.ListAsync(grievance, cancellation);
        return GrievanceView.Of(grievance);
    }

    /// <summary>The complaint of a ticket.</summary>
    public async Task<Outcome<GrievanceView>> ReadAsync(string ticket, CancellationToken cancellation) =>
        IsTicket(ticket) && await store.ReadAsync(ticket, cancellation) is { } read ? GrievanceView.Of(read.Grievance) : Problem.NotFound();

    internal static bool IsTicket(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>What the officer says to a complaint.</summary>
/// <param name="State">The state that it reaches.</param>
/// <param name="Note">What the customer is told.</param>
public sealed record AnswerGrievanceRequest(GrievanceState State, string Note);

/// <summary>What an answer must hold.</summary>
public sealed class AnswerGrievanceRules : AbstractValidator<AnswerGrievanceRequest>
{
    private const int NoteLengthMax = 3_000;

    /// <summary>Declares the rules.</summary>
    public AnswerGrievanceRules()
    {
        RuleFor(request => request.State).NotEqual(GrievanceState.Received).WithMessage("is acknowledged or resolved.");
        RuleFor(request => request.Note).Must(note => !string.IsNullOrWhiteSpace(note) && note.Length <= NoteLengthMax).WithMessage($"has 1 to {NoteLengthMax} characters.");
    }
}

/// <summary>A complaint as the officer sees it.</summary>
/// <param name="View">Ticket, state and times.</param>
/// <param name="Name">Who complains.</param>
/// <param name="Email">Where answers go.</param>
/// <param name="Phone">Or null.</param>
/// <param name="Text">The complaint.</param>
public sealed record OpenGrievance(GrievanceView View, string Name, string Email, string? Phone, string Text);

/// <summary>Lets the grievance officer see what is open, and answer it.</summary>
public sealed class AnswerGrievance(IGrievanceStore store, IDueMarkers due, TimeProvider time)
{
    private const int ConflictsMax = 10;

    /// <summary>The complaint afterwards; one that is further on is <c>grievance-state-conflict</c>.</summary>
    public async Task<Outcome<GrievanceView>> RunAsync(string ticket, AnswerGrievanceRequest request, CancellationToken cancellation)
    {
        await due.SetAsync(new DueMarker(WatchGrievances.MarkerKind, ticket, time.GetUtcNow() + WatchGrievances.LookAfter), cancellation);
        for (var attempt = 0; attempt < ConflictsMax; attempt++)
        {
            if (!FileGrievance.IsTicket(ticket) || await store.ReadAsync(ticket, cancellation) is not { } read)
                return Problem.NotFound();
            var moved = read.Grievance.Move(request.State, request.Note, time.GetUtcNow());
            if (!moved.IsOk)
                return moved.Problem;
            if (ReferenceEquals(moved.Value, read.Grievance) || await store.SaveAsync(moved.Value, read.Tag, cancellation))
            {
                await store.ListAsync(moved.Value, cancellation);
                return GrievanceView.Of(moved.Value);
            }
        }
        throw new TimeoutException($"A complaint was changed by others {ConflictsMax} times in a row.");
    }

    /// <summary>What is open, the oldest first.</summary>
    public async Task<Outcome<Page<OpenGrievance>>> OpenAsync(int limit, string? after, CancellationToken cancellation)
    {
        var page = await store.OpenAsync(limit, after, cancellation);
        var read = await Task.WhenAll(page.Items.Select(id => store.ReadAsync(id, cancellation)));
        return new Page<OpenGrievance>(
            [.. read.OfType<(Grievance Grievance, string Tag)>().Select(entry => new OpenGrievance(GrievanceView.Of(entry.Grievance), entry.Grievance.Name, entry.Grievance.Email, entry.Grievance.Phone, entry.Grievance.Text))], page.Next);
    }
}

/// <summary>
/// Keeps the deadlines: tells the customer that the complaint came in and of every answer, acknowledges it in the officer's name when nobody did in time, and calls the
/// officer before a deadline passes. Each mail has a name of its own, so that none goes twice.
/// </summary>
public sealed class WatchGrievances(IGrievanceStore store, IMailer mailer, ShopPolicy policy, TimeProvider time) : IDueWork
{
    /// <summary>Kind of the due markers of complaints.</summary>
    public const string MarkerKind = "grievance";

    /// <summary>A marker falls due only when what it stands before is surely written, or its writer dead.</summary>
    internal static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AcknowledgeBefore = TimeSpan.FromHours(4);
    private static readonly TimeSpan CallBefore = TimeSpan.FromDays(3);

    /// <inheritdoc/>
    public string Kind => MarkerKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (!FileGrievance.IsTicket(targetId) || await store.ReadAsync(targetId, cancellation) is not { } read)
            return null;
        var (grievance, now) = (read.Grievance, time.GetUtcNow());
        await store.ListAsync(grievance, cancellation);
        if (grievance.State == GrievanceState.Received && now >= grievance.AcknowledgeBy - AcknowledgeBefore)
        {
            var moved = grievance.Move(GrievanceState.Acknowledged, "We have your complaint and are looking into it.", now).Value;
            if (!await store.SaveAsync(moved, read.Tag, cancellation))
                return now;
            grievance = moved;
        }
        foreach (var step in grievance.History)
            await MailAsync(grievance, $"grievance-{step.State}", grievance.Email, Subject(step.State, grievance), step.Note ?? Received(grievance), step.At, cancellation);
        if (grievance.State == GrievanceState.Resolved)
            return null;
        if (now < grievance.AcknowledgeBy - AcknowledgeBefore)
            return grievance.AcknowledgeBy - AcknowledgeBefore;
        if (now < grievance.ResolveBy - CallBefore)
            return grievance.ResolveBy - CallBefore;
        await MailAsync(grievance, "grievance-call", policy.Seller.Email, $"Complaint {grievance.Id} is due", $"It has to be redressed by {grievance.ResolveBy:yyyy-MM-dd}.", now, cancellation);
        return null;
    }

    private static string Subject(GrievanceState state, Grievance grievance) => $"Your complaint {grievance.Id[..8]}: {state.ToString().ToLowerInvariant()}";

    private string Received(Grievance grievance) =>
        $"We have received your complaint. Ticket: {grievance.Id}. {policy.Seller.GrievanceOfficer} answers by {grievance.AcknowledgeBy:yyyy-MM-dd HH:mm} UTC and settles it by {grievance.ResolveBy:yyyy-MM-dd}.";

    private Task MailAsync(Grievance grievance, string kind, string to, string subject, string text, DateTimeOffset at, CancellationToken cancellation) =>
        mailer.SendAsync($"{grievance.Id}-{kind}", new Notice(kind, to, subject, text, at), cancellation);
}
