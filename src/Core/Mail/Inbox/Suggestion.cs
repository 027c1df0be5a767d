using Almanach.Core.Consultations;
using Almanach.Core.Network;

namespace Almanach.Core.Mail.Inbox;

/// <summary>A message as the answer it would be.</summary>
/// <param name="Person">Whose answer it is.</param>
/// <param name="Before">What her unit answered so far.</param>
public sealed record Suggestion(Contact Person, Consultation Consultation, IReadOnlyDictionary<string, AnswerValue> Values, bool Declined, Answer? Before)
{
    public string Unit => Consultation.Template.Unit == Platforms.AnswerUnit.Contact ? Person.Id : Person.Organisation;

    /// <summary>For showing: what would be recorded.</summary>
    public Answer Answer(DateTimeOffset at) => new(Unit, (Before?.Revision ?? 0) + 1, Person.Id, Channel.Reply, at, false, Declined, Values);
}

/// <summary>A message with what became of it, and what is to be done.</summary>
public sealed record Sorted(ReceivedMail Mail, IReadOnlyList<Engine.Effect> Effects)
{
    /// <summary>Of whom it says that a copy did not arrive, or not yet.</summary>
    public IReadOnlyList<ReturnedCopy> Returned { get; init; } = [];
}

public sealed record ReturnedCopy(string Contact, Incoming.Bounces.Bounce Bounce);
