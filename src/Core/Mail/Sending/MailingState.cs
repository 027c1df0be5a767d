using System.Text.Json.Serialization;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Sending;

/// <summary>A message once its fan-out has begun: rendered once, cut in batches.</summary>
/// <param name="Due">When it was due, UTC: its date.</param>
/// <param name="BatchSize">People per batch; the cut never changes.</param>
/// <param name="CancelledAt">When the coordinator undid it: it has no batch and nobody gets it.</param>
/// <param name="Erased">Its words are past keeping (<see cref="Emptied"/>). Left out of the record where it is false.</param>
public sealed record MailingState(
    Mailing Mailing, string Step, DateTimeOffset Due, Letter Letter, int BatchSize, int Batches, DateTimeOffset? CancelledAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Erased = false)
{
    public const string Key = "header";

    /// <summary>
    /// Without its words: neither subject nor text, nor what filled them or calendars were told, nor what was written to one
    /// person alone (her answer, in a receipt). Of which kind it was, when, to whom by id and what became of each copy stays.
    /// </summary>
    public MailingState Emptied() => this with
    {
        Erased = true,
        Letter = Letter with { Subject = "", Bodies = new LetterBodies("", ""), Headers = [], Attachments = [], Calendar = null },
        Mailing = Mailing with
        {
            Values = new Dictionary<string, string>(),
            Event = null,
            Audience = Mailing.Audience with { Few = [.. Mailing.Audience.Few.Select(member => member with { Lists = new Dictionary<string, IReadOnlyList<string>>() })] },
        },
    };

    /// <summary>Without what it said to one person alone; the others' copies stay.</summary>
    public MailingState Without(IReadOnlySet<string> contacts) => this with
    {
        Mailing = Mailing with
        {
            Audience = Mailing.Audience with
            {
                Few = [.. Mailing.Audience.Few.Select(member => contacts.Contains(member.Contact) ? member with { Lists = new Dictionary<string, IReadOnlyList<string>>() } : member)],
            },
        },
    };

    public static string Partition(string mailing) => $"mailing-{mailing}";
}

/// <summary>One batch: claimed before it is sent, settled after, person by person.</summary>
/// <param name="Outcomes">Contact id and outcome, for those settled.</param>
/// <param name="NotBefore">When deferred copies are tried again, UTC. Left out of the record where there are none.</param>
public sealed record MailBatch(
    int Index, int First, int Count, BatchState State, DateTimeOffset? ClaimedAt, int Attempt, IReadOnlyDictionary<string, Delivery> Outcomes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] DateTimeOffset? NotBefore = null)
{
    public static string Key(int index) => $"batch|{index:D5}";
}

public enum BatchState
{
    Pending,
    Claimed,
    Settled,
}

/// <summary>The line of a message in the outbox, newest last: <c>mailings</c>, by due instant and key.</summary>
/// <param name="Erased">Its words are past keeping: the subject is empty. Left out of the record where it is false.</param>
public sealed record MailingLine(
    string Key, string Step, DateTimeOffset Due, string Subject, string Text, int Count, DateTimeOffset? CancelledAt = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Erased = false)
{
    public static MailingLine Of(MailingState state) => new(
        state.Mailing.Key, state.Step, state.Due, LetterWords.Plain(state.Letter.Subject), state.Mailing.Text, state.Mailing.Audience.Count, state.CancelledAt, state.Erased);

    public const string Partition = "mailings";

    public static string Row(DateTimeOffset due, string key) => $"{Engine.Todo.Stamp(due)}|{key}";
}
