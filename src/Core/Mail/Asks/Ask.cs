using System.Text.Json.Serialization;
using Almanach.Core.Calendar;
using Almanach.Core.Mail.Budget;
using Almanach.Core.Platforms;

namespace Almanach.Core.Mail.Asks;

/// <summary>One thing asked of one person, until a day: what modules emit instead of sending reminders.</summary>
/// <param name="Subject">Id of the consultation.</param>
/// <param name="Wave">Which reminder it is: the same wave is asked once.</param>
/// <param name="Sentence">What the merged mail says of it.</param>
/// <param name="Title">« Collecte des thèmes 2022 », for the subject of a mail with one ask.</param>
/// <param name="Until">Last day on which it can be answered.</param>
/// <param name="Link">The form that waits for the answer.</param>
/// <param name="Kind">What is asked, in the platform's order of priority.</param>
/// <param name="Final">No reminder comes after this one.</param>
public sealed record Ask(
    string Contact, string Organisation, string Subject, int Wave, string Title, string Sentence, DateOnly Until, LinkTo? Link = null,
    AskKind Kind = AskKind.Answers, bool Final = false);

/// <summary>The asks of one morning, as they were sent: grouped, so that those of tens of thousands of people fit one record.</summary>
/// <param name="Held">What the budget held back that morning; null for nothing. Left out of the record where it is null.</param>
public sealed record AskDay(
    DateOnly Day, IReadOnlyList<AskedGroup> Groups,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<AskedGroup>? Held = null)
{
    public const string Partition = "asks";

    public static AskDay Of(DateOnly day, IEnumerable<Ask> asks, params IEnumerable<Ask> held) => new(day, Grouped(asks), Grouped(held) is { Count: > 0 } groups ? groups : null);

    private static IReadOnlyList<AskedGroup> Grouped(IEnumerable<Ask> asks) =>
        [.. asks.GroupBy(ask => (ask.Subject, ask.Wave)).OrderBy(group => group.Key.Subject, StringComparer.Ordinal).ThenBy(group => group.Key.Wave)
            .Select(group => new AskedGroup(group.Key.Subject, group.Key.Wave, string.Join(' ', group.Select(ask => ask.Contact))))];

    [JsonIgnore]
    public IEnumerable<AskedOnce> Asked => Groups.SelectMany(group => group.Each);

    [JsonIgnore]
    public IEnumerable<AskedOnce> HeldBack => (Held ?? []).SelectMany(group => group.Each);

    /// <summary>The same as what was sent: one message a person, however much it asked.</summary>
    public Solicited Solicited(MailRules rules, PlatformZone zone) =>
        new(zone.At(Day, rules.RemindersAt), Day, SolicitationKind.Reminder, [.. Asked.Select(once => once.Contact).Distinct()]);

    public static string Key(DateOnly day) => $"day|{day:yyyy-MM-dd}";
}

/// <param name="Contacts">Ids, joined by spaces.</param>
public sealed record AskedGroup(string Subject, int Wave, string Contacts)
{
    [JsonIgnore]
    public IEnumerable<AskedOnce> Each => Contacts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(contact => new AskedOnce(contact, Subject, Wave));
}

public sealed record AskedOnce(string Contact, string Subject, int Wave);
