using System.Text.Json.Serialization;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>What one unit (an organisation, or a person) answered, as it stands now.</summary>
/// <param name="Unit">Id of the organisation or contact.</param>
/// <param name="Revision">1 for the first answer; each change keeps the former one in the history.</param>
/// <param name="By">Id of the contact who gave it; « coordination » for one that she noted, unless it is from the mail of a person who is asked.</param>
/// <param name="Declined">« Nous n'avons pas de proposition cette année »: an answer too.</param>
public sealed record Answer(
    string Unit, int Revision, string By, Channel Channel, DateTimeOffset At, bool Late, bool Declined,
    IReadOnlyDictionary<string, AnswerValue> Values)
{
    /// <summary>Noted by the coordinator, from what she was told or read.</summary>
    [JsonIgnore]
    public bool IsNoted => Channel is Channel.Phone or Channel.Mail;

    /// <summary>What it contributes to a newsletter; nothing where it was not asked to.</summary>
    [JsonIgnore]
    public IReadOnlyList<Contribution> Contributed => [.. Values.Values.OfType<AnswerValue.Contributions>().SelectMany(value => value.Items)];
}

public enum Channel
{
    Page,

    /// <summary>Said to the coordinator, who noted it.</summary>
    Phone,

    /// <summary>Read by a program in a mail.</summary>
    Reply,

    /// <summary>Read by the coordinator in a mail, and noted by her.</summary>
    Mail,
}

/// <summary>The value given to one question, by kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Proposals), nameof(Proposals))]
[JsonDerivedType(typeof(Choice), nameof(Choice))]
[JsonDerivedType(typeof(Approval), nameof(Approval))]
[JsonDerivedType(typeof(Grades), nameof(Grades))]
[JsonDerivedType(typeof(Ranking), nameof(Ranking))]
[JsonDerivedType(typeof(Consent), nameof(Consent))]
[JsonDerivedType(typeof(Dates), nameof(Dates))]
[JsonDerivedType(typeof(Engagement), nameof(Engagement))]
[JsonDerivedType(typeof(Attendance), nameof(Attendance))]
[JsonDerivedType(typeof(Text), nameof(Text))]
[JsonDerivedType(typeof(Contributions), nameof(Contributions))]
[JsonDerivedType(typeof(Entries), nameof(Entries))]
[JsonDerivedType(typeof(Deliveries), nameof(Deliveries))]
public abstract record AnswerValue
{
    private AnswerValue() { }

    /// <param name="Items">What this unit proposes.</param>
    /// <param name="Supports">Ids of proposals of others that it supports.</param>
    public sealed record Proposals(IReadOnlyList<ProposalDraft> Items, IReadOnlyList<string> Supports) : AnswerValue;

    public sealed record Choice(string Option) : AnswerValue;

    public sealed record Approval(IReadOnlyList<string> Options) : AnswerValue;

    /// <summary>An option without a grade counts as « à rejeter », as the page says.</summary>
    public sealed record Grades(IReadOnlyDictionary<string, Mention> ByOption) : AnswerValue;

    /// <summary>Ranks from 1, the best; two options may share one, and an option without comes after all others.</summary>
    public sealed record Ranking(IReadOnlyDictionary<string, int> ByOption) : AnswerValue;

    /// <summary>An option left out is one on which nothing is said.</summary>
    public sealed record Consent(IReadOnlyDictionary<string, Position> ByOption) : AnswerValue;

    public sealed record Dates(IReadOnlyDictionary<string, Availability> ByOption) : AnswerValue;

    public sealed record Engagement(Interest Interest, Effort Effort, string Note) : AnswerValue;

    /// <param name="Representative">Who comes instead, as typed on one line; empty unless one is represented.</param>
    public sealed record Attendance(AttendanceMode Mode, string Note, string Representative = "") : AnswerValue;

    public sealed record Text(string Value) : AnswerValue;

    public sealed record Contributions(IReadOnlyList<Contribution> Items) : AnswerValue;

    /// <param name="ByEntry">By the id of the entry; one left out is one of which nothing is said.</param>
    /// <param name="Added">Entries that the producer would add.</param>
    public sealed record Entries(IReadOnlyDictionary<string, EntrySaid> ByEntry, IReadOnlyList<EntryDraft> Added) : AnswerValue;

    /// <param name="ByDelivery">By the id of the delivery, the file that stands; one left out has not come.</param>
    public sealed record Deliveries(IReadOnlyDictionary<string, DeliverySaid> ByDelivery) : AnswerValue;
}

/// <param name="Reason">Needed for an objection; at most 1,000 characters.</param>
public sealed record Position(Consenting Word, string Reason);

/// <summary>A theme as its author writes it; only the title is needed.</summary>
/// <param name="Id">Unique over the years: « dep-drome-2022-themes-1-2 », by unit, consultation, revision and place. Empty until it is recorded.</param>
/// <param name="Title">1 to 160 characters.</param>
/// <param name="Rationale">At most 2,000 characters.</param>
/// <param name="Format">The kind of meeting wished for; null without preference.</param>
/// <param name="CanSpeak">« Mon organisme peut intervenir ».</param>
/// <param name="OutsideSpeaker">An organisation or function to invite, at most 200 characters.</param>
/// <param name="By">Contact who wrote it.</param>
public sealed record ProposalDraft(
    string Id, string Title, string Rationale, ActionKind? Format, bool CanSpeak, string OutsideSpeaker, string By, DateTimeOffset At);

public enum Interest
{
    None,
    Some,
    Strong,
}

public enum Effort
{
    None,

    /// <summary>Takes part in meetings.</summary>
    Attend,

    /// <summary>Brings data, a testimony, a place.</summary>
    Contribute,

    /// <summary>Pilots.</summary>
    Lead,
}

public enum AttendanceMode
{
    OnSite,
    Remote,
    Represented,
    Excused,
}
